package fr.livret.kernel.session;

import static fr.livret.kernel.session.Words.ANNA;
import static fr.livret.kernel.session.Words.BORIS;
import static fr.livret.kernel.session.Words.HELD;
import static fr.livret.kernel.session.Words.SESSION;
import static fr.livret.kernel.session.Words.TODAY;
import static fr.livret.kernel.session.Words.appoint;
import static fr.livret.kernel.session.Words.decide;
import static fr.livret.kernel.session.Words.heldTitleSession;
import static fr.livret.kernel.session.Words.on;
import static fr.livret.kernel.session.Words.outcome;
import static fr.livret.kernel.session.Words.partial;
import static fr.livret.kernel.session.Words.present;
import static fr.livret.kernel.session.Words.professional;
import static fr.livret.kernel.session.Words.sign;
import static fr.livret.kernel.session.Words.signedTitleSession;
import static fr.livret.kernel.session.Words.title;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.JuryDecision;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.session.Effect.Kind;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionCommand.AnnulSession;
import fr.livret.kernel.session.SessionCommand.AppealRefusal;
import fr.livret.kernel.session.SessionCommand.DecideRefusalAppeal;
import fr.livret.kernel.session.SessionCommand.NoteEffect;
import fr.livret.kernel.session.SessionCommand.NotifyResults;
import fr.livret.kernel.session.SessionCommand.RectifyMinutes;
import fr.livret.kernel.session.SessionCommand.RefuseAnnulment;
import fr.livret.kernel.session.SessionCommand.RegisterMinutes;
import fr.livret.kernel.session.SessionEvent.AnnulmentRefused;
import fr.livret.kernel.session.SessionEvent.DecisionNotRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionRecorded;
import fr.livret.kernel.session.SessionEvent.MinutesRectified;
import fr.livret.kernel.session.SessionEvent.MinutesRegistered;
import fr.livret.kernel.session.SessionEvent.MinutesSigned;
import fr.livret.kernel.session.SessionEvent.RefusalAppealDecided;
import fr.livret.kernel.session.SessionEvent.RefusalAppealed;
import fr.livret.kernel.session.SessionEvent.ResultsNotified;
import fr.livret.kernel.session.SessionEvent.SessionAnnulled;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The minutes: signed by all, frozen, and what may still become of them. */
class MinutesTest {
  private final Stage decided =
      heldTitleSession().given(decide(title(ANNA))).given(decide(partial(BORIS, "CCP1")));
  private final Stage signed = signedTitleSession();

  static Function<Stage, SessionCommand> rectify(String decidedOn, Result... results) {
    return stage ->
        new RectifyMinutes(
            SESSION,
            on(decidedOn),
            "Erreur matérielle",
            "Décision UT 59",
            List.of(results),
            stage.standings(),
            on(TODAY));
  }

  static AnnulSession annul(String decidedOn) {
    return new AnnulSession(
        SESSION, on(decidedOn), "Sujet divulgué", "Arrêté de 2008, annexe, 5", on(TODAY));
  }

  private static RegisterMinutes register(String on) {
    return new RegisterMinutes(SESSION, "59-2014-118", null, on(on), on(TODAY));
  }

  private static NotifyResults notify(String on) {
    return new NotifyResults(SESSION, on(on), on(TODAY));
  }

  private static RefuseAnnulment refuse(String on) {
    return new RefuseAnnulment(SESSION, on(on), "Demande non fondée", on(TODAY));
  }

  private static AppealRefusal appeal(AppealBody body, String on) {
    return new AppealRefusal(SESSION, body, on(on), on(TODAY));
  }

  private static DecideRefusalAppeal outcomeOf(int appeal, String on) {
    return new DecideRefusalAppeal(
        SESSION, appeal, on(on), AppealOutcome.REJECTED, "Non fondé", on(TODAY));
  }

  @Test
  void the_minutes_carry_every_result_and_every_signature_of_those_present() {
    decided
        .when(sign("2014-06-13", "J1", "J2"))
        .then(
            new MinutesSigned(
                SESSION,
                1,
                on("2014-06-13"),
                Set.of("J1", "J2"),
                List.of(title(ANNA), partial(BORIS, "CCP1")),
                "TP-2006/1#session.minutes"));
  }

  @Test
  void whoever_was_present_and_did_not_sign_is_named() {
    decided
        .when(sign(HELD, "J1"))
        .refused(Refused.SIGNATURES_MISSING, Map.of("missing", List.of("J2")));
  }

  @Test
  void whoever_was_not_present_does_not_sign() {
    decided.when(sign(HELD, "J1", "J2", "J3")).refused(Refused.SIGNATORY_NOT_PRESENT);
    decided.when(sign(HELD, "J1", "J2", "J9")).refused(Refused.UNKNOWN);
  }

  @Test
  void a_candidate_without_a_result_is_named() {
    heldTitleSession()
        .given(decide(title(ANNA)))
        .when(sign(HELD, "J1", "J2"))
        .refused(Refused.RESULTS_MISSING, Map.of("missing", List.of(BORIS.toString())));
  }

  @Test
  void minutes_are_signed_on_the_day_of_the_session_or_later_and_not_tomorrow() {
    decided.when(sign(HELD, "J1", "J2")).accepted();
    decided.when(sign("2014-06-11", "J1", "J2")).refused(Refused.DATES_OUT_OF_ORDER);
    decided.when(sign(TODAY, "J1", "J2")).accepted();
    decided.when(sign("2026-11-23", "J1", "J2")).refused(Refused.DATE_IN_FUTURE);
  }

  @Test
  void who_was_present_is_put_right_before_signing_or_the_quorum_is_missed_then() {
    decided.given(present("J1")).when(sign(HELD, "J1")).refused(Refused.QUORUM_NOT_MET);
  }

  /** Between the result and the signature the path went on: the law is asked again. */
  @Test
  void minutes_that_the_law_of_a_path_refuses_are_not_signed_and_say_whose_and_why() {
    Stage meanwhile =
        decided.onPath(
            new RecordJuryDecision(
                ANNA,
                on("2014-06-10"),
                new JuryDecision.Title(Referentiels.TITLE_EVIDENCE, true),
                Grounds.NONE,
                null,
                on(TODAY)));
    Refusal refusal = meanwhile.when(sign(HELD, "J1", "J2")).refused(Refused.DECISIONS_REFUSED);
    assertThat(refusal.facts().get("refused"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .singleElement()
        .satisfies(one ->
            assertThat((Map<?, ?>) one)
                .isEqualTo(
                    Map.of(
                        "pathId", ANNA.toString(),
                        "code", "PATH_CLOSED",
                        "titleAwardedOn", on("2014-06-10"))));
  }

  @Test
  void signed_minutes_are_frozen() {
    for (SessionCommand change :
        List.of(
            appoint(professional("J7")),
            present("J1", "J3"),
            decide(outcome(ANNA, Outcome.REFUSED)).apply(signed))) {
      signed.when(change).refused(Refused.MINUTES_FROZEN);
    }
    signed.when(sign(HELD, "J1", "J2")).refused(Refused.ALREADY_RECORDED);
  }

  @Test
  void before_they_are_signed_nothing_can_become_of_them() {
    for (SessionCommand act :
        List.of(
            register(HELD),
            notify(HELD),
            rectify(HELD, title(BORIS)).apply(decided),
            refuse(HELD),
            appeal(AppealBody.HIERARCHICAL, HELD))) {
      decided.when(act).refused(Refused.MINUTES_NOT_SIGNED);
    }
  }

  @Test
  void results_are_notified_once_the_minutes_are_registered() {
    signed.when(notify("2014-07-01")).refused(Refused.MINUTES_NOT_REGISTERED);
    Stage registered = signed.when(register("2014-06-20"));
    registered.then(
        new MinutesRegistered(
            SESSION,
            1,
            "59-2014-118",
            "UT 59",
            on("2014-06-20"),
            "TP-2006/1#session.registration"));
    registered.when(register("2014-06-21")).refused(Refused.ALREADY_RECORDED);
    registered.when(notify("2014-06-19")).refused(Refused.DATES_OUT_OF_ORDER);
    registered
        .when(notify("2014-06-20"))
        .then(new ResultsNotified(SESSION, 1, on("2014-06-20"), "TP-2006/1#session.registration"))
        .when(notify("2014-06-21"))
        .refused(Refused.ALREADY_RECORDED);
    signed.when(register("2014-06-11")).refused(Refused.DATES_OUT_OF_ORDER);
  }

  @Test
  void a_rectification_makes_a_new_edition_of_what_it_changes_and_of_nothing_else() {
    signed
        .when(rectify("2014-09-01", title(ANNA), partial(BORIS, "CCP1", "CCP2")))
        .then(
            new MinutesRectified(
                SESSION,
                2,
                on("2014-09-01"),
                "Erreur matérielle",
                "Décision UT 59",
                List.of(partial(BORIS, "CCP1", "CCP2")),
                "TP-2006/1#session.minutes-frozen"));
    signed.when(rectify("2014-09-01", title(ANNA))).refused(Refused.ALREADY_RECORDED);
    signed
        .when(rectify("2014-06-11", outcome(BORIS, Outcome.REFUSED)))
        .refused(Refused.DATES_OUT_OF_ORDER);
  }

  @Test
  void a_new_edition_is_registered_and_notified_on_its_own() {
    Stage second =
        signed
            .given(register("2014-06-20"), notify("2014-06-25"))
            .given(rectify("2014-09-01", outcome(BORIS, Outcome.REFUSED)));
    second.when(notify("2014-09-10")).refused(Refused.MINUTES_NOT_REGISTERED);
    assertThat(second.when(register("2014-09-05")).event(MinutesRegistered.class).edition())
        .isEqualTo(2);
  }

  @Test
  void a_rectification_that_the_law_refuses_is_none() {
    signed
        .when(rectify("2014-09-01", partial(BORIS, "CCP1", "CCP9")))
        .refused(Refused.DECISIONS_REFUSED);
  }

  @Test
  void an_annulled_session_is_over() {
    Stage annulled = signed.when(annul("2014-10-01"));
    annulled.then(
        new SessionAnnulled(
            SESSION,
            on("2014-10-01"),
            "Sujet divulgué",
            "Arrêté de 2008, annexe, 5",
            "TP-2006/1#session.annulment"));
    for (SessionCommand act :
        List.of(
            annul("2014-10-02"),
            register("2014-10-02"),
            refuse("2014-10-02"),
            appoint(professional("J7")))) {
      annulled.when(act).refused(Refused.SESSION_OVER);
    }
    signed.when(annul("2014-06-11")).refused(Refused.DATES_OUT_OF_ORDER);
    decided.when(annul("2014-06-11")).accepted();
  }

  @Test
  void a_refusal_to_annul_is_appealed_to_the_minister_and_in_court() {
    signed
        .when(appeal(AppealBody.HIERARCHICAL, "2014-11-01"))
        .refused(Refused.ANNULMENT_NOT_REFUSED);
    Stage refused = signed.when(refuse("2014-10-15"));
    refused.then(
        new AnnulmentRefused(
            SESSION, 1, on("2014-10-15"), "Demande non fondée", "TP-2006/1#session.annulment"));
    refused.when(appeal(AppealBody.HIERARCHICAL, "2014-10-14")).refused(Refused.DATES_OUT_OF_ORDER);
    Stage appealed = refused.when(appeal(AppealBody.HIERARCHICAL, "2014-10-15"));
    appealed.then(
        new RefusalAppealed(
            SESSION, 1, 1, AppealBody.HIERARCHICAL, on("2014-10-15"), "TP-2006/1#session.appeal"));
    appealed.when(appeal(AppealBody.HIERARCHICAL, "2014-11-02")).refused(Refused.ALREADY_RECORDED);
    Stage inCourt = appealed.given(appeal(AppealBody.CONTENTIOUS, "2014-11-02"));
    assertThat(inCourt.event(RefusalAppealed.class).appeal()).isEqualTo(2);
    inCourt
        .when(outcomeOf(2, "2015-02-02"))
        .then(
            new RefusalAppealDecided(
                SESSION, 2, on("2015-02-02"), AppealOutcome.REJECTED, "Non fondé"))
        .when(outcomeOf(2, "2015-02-03"))
        .refused(Refused.ALREADY_RECORDED);
    inCourt.when(outcomeOf(1, "2014-10-14")).refused(Refused.DATES_OUT_OF_ORDER);
    inCourt.when(outcomeOf(3, "2015-02-02")).refused(Refused.UNKNOWN);
    inCourt.when(outcomeOf(0, "2015-02-02")).refused(Refused.UNKNOWN);
    inCourt.when(annul("2015-03-01")).accepted();
  }

  @Test
  void what_reached_a_path_is_noted_once() {
    Effect effect = new Effect(Kind.RECORD, ANNA, 1);
    NoteEffect note = new NoteEffect(SESSION, effect, List.of(), on(TODAY));
    Stage noted = signed.when(note);
    noted.then(new DecisionRecorded(SESSION, ANNA, 1, on(TODAY)));
    noted.when(note).then();
    noted
        .when(
            new NoteEffect(SESSION, effect, List.of(new Unrecorded("x", "y", Map.of())), on(TODAY)))
        .then();
    signed
        .when(new NoteEffect(SESSION, new Effect(Kind.RECORD, ANNA, 2), List.of(), on(TODAY)))
        .refused(Refused.UNKNOWN);
  }

  @Test
  void what_a_path_refused_is_noted_with_its_code_and_facts() {
    Unrecorded refused = new Unrecorded("RecordJuryDecision", "PATH_CLOSED", Map.of("a", "b"));
    Effect effect = new Effect(Kind.RECORD, ANNA, 1);
    signed
        .when(new NoteEffect(SESSION, effect, List.of(refused), on(TODAY)))
        .then(new DecisionNotRecorded(SESSION, effect, List.of(refused), on(TODAY)));
  }
}
