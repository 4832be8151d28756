package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.law.Route.VAE;
import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.AMIS_2023;
import static fr.livret.kernel.path.Given.OWN_TRAINER;
import static fr.livret.kernel.path.Given.PROFESSIONAL;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.appeal;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.awardCcs;
import static fr.livret.kernel.path.Given.awardOn;
import static fr.livret.kernel.path.Given.awardTo;
import static fr.livret.kernel.path.Given.awardWithoutInterview;
import static fr.livret.kernel.path.Given.confirmTitle;
import static fr.livret.kernel.path.Given.evaluatedBy;
import static fr.livret.kernel.path.Given.grant;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.open;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.refuseTitle;
import static fr.livret.kernel.path.Given.restingOn;
import static fr.livret.kernel.path.Given.unfounded;
import static fr.livret.kernel.path.Given.withdrawCcs;
import static fr.livret.kernel.path.Given.withdrawTitle;
import static fr.livret.kernel.path.Story.path;
import static fr.livret.kernel.path.Story.unopened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.alert.Alerts;
import fr.livret.kernel.candidate.CandidateCommand.EraseCandidate;
import fr.livret.kernel.candidate.CandidateDecider;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCommand.CloseTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.ProrogueTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.PublishReferentiel;
import fr.livret.kernel.referentiel.ReferentielDecider;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielState;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.session.SessionRefusals;
import fr.livret.kernel.training.TrainingRefusals;
import fr.livret.kernel.vae.VaeRefusals;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal is reached: a new one does not compile here until it has its story. */
class EveryRefusalTest {
  private static final LocalDate DAY = on("2014-03-10");

  private final Story path = path(AMIS_2013, CAPITALISATION);
  private final Story training = path(AMIS_2013, TRAINING);
  private final Story titled = training.given(award("2014-03-10"));

  @ParameterizedTest
  @EnumSource(Refused.class)
  void every_refusal_is_reached_and_names_its_rule_and_its_facts(Refused code) {
    Refusal refusal = reach(code);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.facts()).isNotEmpty();
    assertThat(refusal.facts().values()).doesNotContainNull();
    refusal.basis().ifPresent(basis -> assertThat(basis.rule()).endsWith("#" + code.rule().key()));
  }

  @ParameterizedTest
  @EnumSource(Refused.class)
  void what_only_one_regime_refuses_carries_the_text_of_that_regime(Refused code) {
    assertThat(code.rule().common() || reach(code).basis().isPresent()).isTrue();
  }

  private Refusal reach(Refused code) {
    return switch (code) {
      case CCP_ALREADY_HELD ->
          refused(path.given(record("CCP1", "2014-03-10")).when(record("CCP1", "2014-03-11")));
      case CCP_UNKNOWN -> refused(path.when(record("CCP9", "2014-03-10")));
      case CCP_NOT_OBTAINED -> refused(path.when(annul("CCP1", "2014-03-10")));
      case CCP_GRANTED_BY_JURY -> refused(training.when(record("CCP1", "2014-03-10")));
      case EVALUATORS_INCOMPLETE -> refused(path.when(evaluatedBy("CCP1", "2014-03-10")));
      case EVALUATOR_CONFLICT ->
          refused(path.when(evaluatedBy("CCP1", "2014-03-10", PROFESSIONAL, OWN_TRAINER)));
      case EVIDENCE_MISSING -> refused(path.when(restingOn("CCP1", "2014-03-10")));
      case TITLE_EVIDENCE_MISSING -> refused(training.when(awardOn("2014-03-10")));
      case CCPS_MISSING -> refused(path.when(award("2014-03-10")));
      case INTERVIEW_REQUIRED -> refused(training.when(awardWithoutInterview("2014-03-10")));
      case PREREQUISITE_MISSING -> refused(path(AMIS_2023, TRAINING).when(awardTo("2025-02-03")));
      case PARTIAL_NOT_PROVIDED -> refused(path.when(grant("2014-03-10", "CCP1")));
      case RESIT_LIMIT_REACHED ->
          refused(
              training
                  .given(refuseTitle("2014-03-10"), refuseTitle("2014-06-10"))
                  .when(refuseTitle("2014-09-10")));
      case TITLE_NOT_HELD -> refused(path.when(withdrawTitle("2014-03-10")));
      case TITLE_NOT_IN_QUESTION -> refused(titled.when(confirmTitle("2014-03-10")));
      case NO_SUCH_REVISION -> refused(path.when(unfounded("2014-03-10")));
      case NOTHING_TO_APPEAL -> refused(titled.when(appeal("2014-03-09", "2014-03-11")));
      case ROUTE_NOT_OPEN ->
          refused(unopened(AICMP_2022).when(open(AICMP_2022, CAPITALISATION, on("2022-06-10"))));
      case RECEVABILITE_REQUIRED -> refused(unopened(AMIS_2013).when(withoutRecevabilite()));
      case PATH_CLOSED -> refused(titled.when(record("CCP1", "2014-03-11")));
      case TITLE_REQUIRED -> refused(path.when(awardCcs("CCS1", "2014-03-10")));
      case CCS_UNKNOWN -> refused(titled.when(awardCcs("CCS9", "2014-03-10")));
      case CCS_NOT_HELD -> refused(titled.when(withdrawCcs("CCS1", "2014-03-10")));
      case CCS_ALREADY_HELD -> refused(titled.given(ccs()).when(ccs()));
      case CCS_EVIDENCE_MISSING -> refused(titled.when(awardCcs("CCS1", "2014-03-10")));
      case OUTSIDE_VALIDITY -> refused(path.when(record("CCP1", "2011-07-01", "2014-03-10")));
      case TITLE_ALREADY_CLOSED -> closedTwice();
      case MEMBER_PRACTICE_TOO_SHORT,
          MEMBER_LEFT_SECTOR,
          MEMBER_NOT_LISTED,
          TRAINER_NOT_ON_JURY,
          TRAINER_OF_OTHER_SPECIALITY,
          MEMBER_CONFLICT,
          VAE_JURY_INCOMPLETE,
          CANDIDATE_NOT_OF_SESSION,
          CONVOCATION_TOO_LATE,
          NOT_CONVOKED,
          PRESENCE_UNKNOWN,
          QUORUM_NOT_MET,
          QUORUM_MET,
          RESULT_NOT_OF_SESSION,
          VOTES_DO_NOT_CARRY,
          CASTING_VOTE_NOT_PROVIDED,
          RESULTS_MISSING,
          SIGNATURES_MISSING,
          SIGNATORY_NOT_PRESENT,
          DECISIONS_REFUSED,
          MINUTES_NOT_SIGNED,
          MINUTES_FROZEN,
          MINUTES_NOT_REGISTERED,
          SESSION_OVER,
          ANNULMENT_NOT_REFUSED ->
          SessionRefusals.reach(code);
      case ALERT_CANCELLED -> refusedBy(Alerts::acknowledgedOnceCancelled);
      case DELIVERY_NOT_ABANDONED -> refusedBy(Alerts::resumedWhileOnItsWay);
      // Of trainings.
      case MODULE_UNKNOWN,
          PROGRAMME_OF_ANOTHER_TITLE,
          OUTSIDE_TRAINING,
          HOURS_OUT_OF_RANGE,
          POINTS_OUT_OF_RANGE,
          EFA_ALREADY_ACQUIRED ->
          TrainingRefusals.of(code);
      case CANDIDATE_ERASED ->
          refusedBy(() -> CandidateDecider.decide(erase(), new CandidateState.Erased(List.of())));
      case ALREADY_RECORDED -> refused(path.when(open(AMIS_2013, CAPITALISATION, DAY)));
      case UNKNOWN -> refused(unopened(AMIS_2013).when(record("CCP1", "2014-03-10")));
      case DATE_IN_FUTURE -> refused(path.when(record("CCP1", "2014-03-11", "2014-03-10")));
      case DATE_OUT_OF_RANGE -> refused(path.when(record("CCP1", "9999-01-01")));
      case DATES_OUT_OF_ORDER -> proroguedBackwards();
      // Of VAE applications.
      case EXPERIENCE_TOO_SHORT,
          QUOTA_CERTIFICATION,
          QUOTA_TOTAL,
          VAE_ALREADY_DECIDED,
          VAE_VALIDITY_FIXED ->
          VaeRefusals.reach(code);
      case VAE_TARGET_EXCEEDED ->
          refused(RecevabiliteOfPathTest.openedFor("CCP1").when(grant("2014-03-10", "CCP2")));
      case RECEVABILITE_LAPSED ->
          refused(RecevabiliteOfPathTest.openedFor().when(award("2015-03-02")));
    };
  }

  private static PathCommand ccs() {
    return awardCcs("CCS1", "2014-03-10", "MISE_EN_SITUATION", "ENTRETIEN", "DSPP");
  }

  private static OpenPath withoutRecevabilite() {
    return new OpenPath(
        Given.PATH,
        Given.CANDIDATE,
        AMIS_2013.referentiel().code(),
        1,
        VAE,
        Access.EXPERIENCE,
        DAY,
        null,
        List.of(),
        DAY);
  }

  private static EraseCandidate erase() {
    return new EraseCandidate(Given.CANDIDATE, DAY, "asked", DAY);
  }

  private static Refusal closedTwice() {
    CloseTitle close = new CloseTitle(Referentiels.TMS_2004.code(), DAY, "source", DAY);
    ReferentielState published = published(Referentiels.TMS_2004);
    ReferentielEvent closed = ReferentielDecider.decide(close, published).getFirst();
    ReferentielState once = ReferentielState.evolve(published, closed);
    return refusedBy(() -> ReferentielDecider.decide(close, once));
  }

  private static Refusal proroguedBackwards() {
    ProrogueTitle back =
        new ProrogueTitle(Referentiels.TMS_2004.code(), DAY, on("2012-05-15"), "source", DAY);
    return refusedBy(() -> ReferentielDecider.decide(back, published(Referentiels.TMS_2004)));
  }

  private static ReferentielState published(Referentiel content) {
    ReferentielState none = new ReferentielState.NotPublished();
    PublishReferentiel publish = new PublishReferentiel(content, "{}", "digest", DAY);
    return ReferentielState.evolve(none, ReferentielDecider.decide(publish, none).getFirst());
  }

  private static Refusal refused(Story story) {
    Refusal refusal = story.refusal();
    if (refusal == null) {
      throw new AssertionError("accepted: " + story.events().stream().map(Telling::of).toList());
    }
    return refusal;
  }

  private static Refusal refusedBy(Runnable deciding) {
    return catchThrowableOfType(Refusal.class, deciding::run);
  }
}
