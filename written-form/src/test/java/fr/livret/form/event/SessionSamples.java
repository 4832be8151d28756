package fr.livret.form.event;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.session.AppealBody;
import fr.livret.kernel.session.AppealOutcome;
import fr.livret.kernel.session.Candidacy;
import fr.livret.kernel.session.Effect;
import fr.livret.kernel.session.Member;
import fr.livret.kernel.session.Plan;
import fr.livret.kernel.session.Result;
import fr.livret.kernel.session.Result.Absence;
import fr.livret.kernel.session.Result.CcpResult;
import fr.livret.kernel.session.Result.Excuse;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.Result.Votes;
import fr.livret.kernel.session.SessionEvent.AbsenceReported;
import fr.livret.kernel.session.SessionEvent.AnnulmentRefused;
import fr.livret.kernel.session.SessionEvent.CandidateConvoked;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.kernel.session.SessionEvent.CandidateWithdrawn;
import fr.livret.kernel.session.SessionEvent.DecisionNotRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionUndone;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import fr.livret.kernel.session.SessionEvent.MemberConvoked;
import fr.livret.kernel.session.SessionEvent.MinutesRectified;
import fr.livret.kernel.session.SessionEvent.MinutesRegistered;
import fr.livret.kernel.session.SessionEvent.MinutesSigned;
import fr.livret.kernel.session.SessionEvent.PresenceRecorded;
import fr.livret.kernel.session.SessionEvent.RefusalAppealDecided;
import fr.livret.kernel.session.SessionEvent.RefusalAppealed;
import fr.livret.kernel.session.SessionEvent.ResultRecorded;
import fr.livret.kernel.session.SessionEvent.ResultsNotified;
import fr.livret.kernel.session.SessionEvent.SessionAnnulled;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
import fr.livret.kernel.session.Unrecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of each event of a session, as {@link SampleEvents} has those of the others. */
final class SessionSamples {
  private static final SessionId SESSION = SessionId.of("3d0f4a52-5f0b-4f37-9c0e-6d1b2a7c9e44");
  private static final SessionId BEFORE = SessionId.of("2c9e3f41-4e0a-4e26-8b9d-5c0a19bb8d33");
  private static final PathId PATH = PathId.of("6f1c1f0a-8b1e-4f0e-9d57-0a4f5b0c9e11");
  private static final CandidateId CANDIDATE =
      CandidateId.of("0e3a5b52-2c52-4a43-8f43-7d1f2f4b6a77");
  private static final PersonId EVALUATOR = PersonId.of("b7d9c3de-5a0f-4c5b-8a6e-3f7d5c1e2b90");
  private static final ReferentielCode AMIS = new ReferentielCode("AMIS-2013");
  private static final CcpCode CCP1 = new CcpCode("CCP1");
  private static final CcpCode CCP2 = new CcpCode("CCP2");

  private SessionSamples() {}

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static List<Record> full() {
    return List.of(
        new SessionPlanned(
            SESSION,
            new Plan(
                SessionKind.CCP, AMIS, day("2014-06-12"), "AFPA-59", "Roubaix", "UT 59", BEFORE),
            2,
            new RegimeId("TP-2006", 1),
            day("2014-04-01")),
        new MemberAppointed(
            SESSION,
            new Member(
                "EV-7",
                new SealedText(EVALUATOR, "c2VhbGVk"),
                EvaluatorRole.PROFESSIONAL,
                true,
                12,
                day("2012-12-31"),
                day("2010-01-01"),
                day("2015-12-31"),
                Set.of(AMIS),
                Set.of("Médiance 59", "CCAS"),
                Set.of(PATH)),
            day("2014-04-02"),
            "TP-2006/1#session.habilitation"),
        new CandidateEnrolled(
            SESSION,
            new Candidacy(
                PATH,
                CANDIDATE,
                Route.CAPITALISATION,
                Set.of(CCP2, CCP1),
                "CCS1",
                Set.of("Ville de Roubaix")),
            day("2014-04-03")),
        new CandidateWithdrawn(SESSION, PATH, day("2014-04-30"), "Désistement"),
        new MemberConvoked(
            SESSION,
            "EV-7",
            day("2014-05-30"),
            day("2014-05-28"),
            "Membre remplacé",
            "TP-2006/1#session.convocation"),
        new CandidateConvoked(
            SESSION,
            PATH,
            day("2014-05-30"),
            day("2014-05-28"),
            "Inscription tardive",
            "TP-2006/1#session.convocation"),
        new PresenceRecorded(SESSION, day("2014-06-12"), Set.of("EV-8", "EV-7"), Set.of("EV-9")),
        new AbsenceReported(
            SESSION,
            day("2014-06-12"),
            Set.of("EV-7"),
            "Un seul membre présent",
            day("2014-06-13"),
            "TP-2006/1#session.quorum"),
        new ResultRecorded(
            SESSION,
            day("2014-06-12"),
            result(),
            Set.of("EV-8", "EV-7"),
            Set.of("EV-9"),
            "TP-2006/1#session.quorum"),
        new MinutesSigned(
            SESSION,
            1,
            day("2014-06-12"),
            Set.of("EV-8", "EV-7"),
            List.of(result(), absent()),
            "TP-2006/1#session.minutes"),
        new MinutesRegistered(
            SESSION,
            1,
            "59-2014-118",
            "UT 59",
            day("2014-06-20"),
            "TP-2006/1#session.registration"),
        new ResultsNotified(SESSION, 1, day("2014-06-25"), "TP-2006/1#session.registration"),
        new MinutesRectified(
            SESSION,
            2,
            day("2014-09-01"),
            "Erreur matérielle",
            "Décision UT 59 n° 12",
            List.of(absent()),
            "TP-2006/1#session.minutes-frozen"),
        new SessionAnnulled(
            SESSION,
            day("2014-10-01"),
            "Sujet divulgué",
            "Arrêté du 8 décembre 2008, annexe, 5",
            "TP-2006/1#session.annulment"),
        new AnnulmentRefused(
            SESSION, 1, day("2014-09-15"), "Demande non fondée", "TP-2006/1#session.annulment"),
        new RefusalAppealed(
            SESSION, 1, 1, AppealBody.HIERARCHICAL, day("2014-09-20"), "TP-2006/1#session.appeal"),
        new RefusalAppealDecided(
            SESSION, 1, day("2014-09-30"), AppealOutcome.GRANTED, "Le sujet était connu"),
        new DecisionRecorded(SESSION, PATH, 1, day("2014-06-12")),
        new DecisionUndone(SESSION, PATH, 1, day("2014-10-01")),
        new DecisionNotRecorded(
            SESSION,
            new Effect(Effect.Kind.RECORD, PATH, 1),
            List.of(
                new Unrecorded(
                    "RecordCcp CCP1",
                    "CCP_ALREADY_HELD",
                    Map.of("ccp", "CCP1", "heldSince", "2014-06-02"))),
            day("2014-06-12")));
  }

  static List<Record> sparse() {
    return List.of(
        new SessionPlanned(
            SESSION,
            new Plan(SessionKind.TITLE, AMIS, day("2014-06-12"), "AFPA-59", null, null, null),
            2,
            new RegimeId("TP-2006", 1),
            day("2014-04-01")),
        new MemberAppointed(
            SESSION,
            new Member(
                "EV-7",
                null,
                EvaluatorRole.TRAINER,
                false,
                null,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of()),
            day("2014-04-02"),
            "TP-2006/1#session.binome"),
        new CandidateEnrolled(
            SESSION,
            new Candidacy(PATH, CANDIDATE, Route.TRAINING, Set.of(), null, Set.of()),
            day("2014-04-03")),
        new MemberConvoked(SESSION, "EV-7", day("2014-05-12"), day("2014-05-12"), null, "x"),
        new CandidateConvoked(SESSION, PATH, day("2014-05-12"), day("2014-05-12"), null, "x"),
        new AbsenceReported(SESSION, day("2014-06-12"), Set.of(), null, null, "x"),
        new ResultRecorded(
            SESSION,
            day("2014-06-12"),
            new Result(PATH, Outcome.REFUSED, true, Set.of(), List.of(), null, null, null),
            Set.of(),
            Set.of(),
            "x"),
        new MinutesSigned(
            SESSION,
            1,
            day("2014-06-12"),
            Set.of("EV-7"),
            List.of(
                new Result(
                    PATH,
                    Outcome.ABSENT,
                    false,
                    Set.of(),
                    List.of(),
                    new Absence(null, false),
                    null,
                    null)),
            "x"),
        new MinutesRegistered(SESSION, 1, "118", null, day("2014-06-20"), "x"),
        new MinutesRectified(SESSION, 2, day("2014-09-01"), "Erreur", null, List.of(), "x"),
        new SessionAnnulled(SESSION, day("2014-10-01"), "Sujet divulgué", null, "x"));
  }

  private static Result result() {
    return new Result(
        PATH,
        Outcome.CCPS,
        true,
        Set.of("ENTRETIEN"),
        List.of(
            new CcpResult(CCP1, true, Set.of("MISE_EN_SITUATION", "DSPP")),
            new CcpResult(CCP2, false, Set.of())),
        null,
        new Votes(2, 1, false),
        "Rapport de fraude n° 3");
  }

  private static Result absent() {
    return new Result(
        PATH,
        Outcome.ABSENT,
        false,
        Set.of(),
        List.of(),
        new Absence(Excuse.ILLNESS, true),
        null,
        null);
  }
}
