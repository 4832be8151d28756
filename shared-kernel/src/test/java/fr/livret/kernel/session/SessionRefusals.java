package fr.livret.kernel.session;

import static fr.livret.kernel.session.Words.AMIS_2013;
import static fr.livret.kernel.session.Words.ANNA;
import static fr.livret.kernel.session.Words.BORIS;
import static fr.livret.kernel.session.Words.HELD;
import static fr.livret.kernel.session.Words.SESSION;
import static fr.livret.kernel.session.Words.TODAY;
import static fr.livret.kernel.session.Words.appoint;
import static fr.livret.kernel.session.Words.ccps;
import static fr.livret.kernel.session.Words.convoke;
import static fr.livret.kernel.session.Words.decide;
import static fr.livret.kernel.session.Words.enrol;
import static fr.livret.kernel.session.Words.enrolFor;
import static fr.livret.kernel.session.Words.heldTitleSession;
import static fr.livret.kernel.session.Words.listed;
import static fr.livret.kernel.session.Words.of;
import static fr.livret.kernel.session.Words.on;
import static fr.livret.kernel.session.Words.outcome;
import static fr.livret.kernel.session.Words.plan;
import static fr.livret.kernel.session.Words.present;
import static fr.livret.kernel.session.Words.professional;
import static fr.livret.kernel.session.Words.sign;
import static fr.livret.kernel.session.Words.signedTitleSession;
import static fr.livret.kernel.session.Words.title;
import static fr.livret.kernel.session.Words.trainer;
import static fr.livret.kernel.session.Words.voted;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionCommand.AppealRefusal;
import fr.livret.kernel.session.SessionCommand.NotifyResults;
import fr.livret.kernel.session.SessionCommand.ReportAbsence;
import fr.livret.kernel.vae.VaeRegimes;

/** One story for each reason for which sessions refuse a command. */
public final class SessionRefusals {
  private SessionRefusals() {}

  /** The refusal by that code. Throws {@link IllegalArgumentException} when it is no session's. */
  public static Refusal reach(Refused code) {
    Stage stage = story(code);
    Refusal refusal = stage.refusal();
    if (refusal == null) {
      throw new AssertionError("accepted: " + stage.events());
    }
    return refusal;
  }

  private static Stage story(Refused code) {
    Stage planned =
        Stage.set(AMIS_2013, Route.TRAINING, ANNA, BORIS)
            .given(plan(SessionKind.TITLE, AMIS_2013, HELD));
    return switch (code) {
      case MEMBER_PRACTICE_TOO_SHORT -> planned.when(appoint(professional("J1", 4, null)));
      case MEMBER_LEFT_SECTOR -> planned.when(appoint(professional("J1", 9, "2009-06-11")));
      case MEMBER_NOT_LISTED -> planned.when(appoint(listed("J1", null, null)));
      case TRAINER_NOT_ON_JURY -> planned.when(appoint(trainer("T1", AMIS_2013)));
      case TRAINER_OF_OTHER_SPECIALITY ->
          Stage.set(AMIS_2013, Route.CAPITALISATION, ANNA)
              .given(plan(SessionKind.CCP, AMIS_2013, HELD))
              .when(appoint(trainer("T1", Words.AMIS_2023)));
      case MEMBER_CONFLICT ->
          planned
              .given(appoint(professional("J1"), of("J2", "X")))
              .given(enrol(ANNA, "x"))
              .given(convoke("2014-05-12", "J1", "J2"), convoke("2014-05-12", ANNA))
              .given(present("J1", "J2"))
              .when(decide(title(ANNA)));
      case VAE_JURY_INCOMPLETE -> vaeJury();
      case CANDIDATE_NOT_OF_SESSION -> planned.when(enrolFor(ANNA, "CCP1"));
      case CONVOCATION_TOO_LATE ->
          planned.given(appoint(professional("J1"))).when(convoke("2014-05-13", "J1"));
      case NOT_CONVOKED -> planned.given(appoint(professional("J1"))).when(present("J1"));
      case PRESENCE_UNKNOWN -> planned.when(sign(HELD, "J1"));
      case QUORUM_NOT_MET -> heldTitleSession().given(present("J1")).when(decide(title(ANNA)));
      case QUORUM_MET ->
          heldTitleSession().when(new ReportAbsence(SESSION, on(HELD), null, null, on(TODAY)));
      case RESULT_NOT_OF_SESSION -> heldTitleSession().when(decide(ccps(ANNA, "CCP1")));
      case VOTES_DO_NOT_CARRY ->
          heldTitleSession().when(decide(voted(ANNA, Outcome.REFUSED, 1, 1, false)));
      case CASTING_VOTE_NOT_PROVIDED ->
          heldTitleSession().when(decide(voted(ANNA, Outcome.REFUSED, 1, 1, true)));
      case RESULTS_MISSING -> heldTitleSession().when(sign(HELD, "J1", "J2"));
      case SIGNATURES_MISSING -> decided().when(sign(HELD, "J1"));
      case SIGNATORY_NOT_PRESENT -> decided().when(sign(HELD, "J1", "J2", "J3"));
      case DECISIONS_REFUSED ->
          signedTitleSession()
              .when(MinutesTest.rectify("2014-09-01", Words.partial(BORIS, "CCP9")));
      case MINUTES_NOT_SIGNED -> decided().when(new NotifyResults(SESSION, on(HELD), on(TODAY)));
      case MINUTES_FROZEN -> signedTitleSession().when(present("J1", "J3"));
      case MINUTES_NOT_REGISTERED ->
          signedTitleSession().when(new NotifyResults(SESSION, on(HELD), on(TODAY)));
      case SESSION_OVER ->
          signedTitleSession().given(MinutesTest.annul("2014-10-01")).when(present("J1"));
      case ANNULMENT_NOT_REFUSED ->
          signedTitleSession()
              .when(new AppealRefusal(SESSION, AppealBody.CONTENTIOUS, on(HELD), on(TODAY)));
      default -> throw new IllegalArgumentException(code + " is no session's");
    };
  }

  private static Stage decided() {
    return heldTitleSession()
        .given(decide(title(ANNA)))
        .given(decide(outcome(BORIS, Outcome.REFUSED)));
  }

  private static Stage vaeJury() {
    PathLaw law =
        new PathLaw(Words.AICMP_2022.regime(), AMIS_2013.referentiel(), 1)
            .admittedUnder(VaeRegimes.VAE_2017);
    return Stage.set(law, Route.VAE, ANNA)
        .given(plan(SessionKind.TITLE, law, "2019-11-04"))
        .given(appoint(professional("J1"), trainer("T1", law)))
        .given(enrol(ANNA))
        .given(convoke("2019-10-01", "J1", "T1"), convoke("2019-10-01", ANNA))
        .given(present("J1", "T1"))
        .when(decide(outcome(ANNA, Outcome.REFUSED)));
  }
}
