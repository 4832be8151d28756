package fr.livret.form.event;

import static java.util.Map.entry;
import static java.util.Map.ofEntries;

import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.Identity;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.Appeal;
import fr.livret.kernel.path.Cause;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.path.LimitRule;
import fr.livret.kernel.path.MinutesRef;
import fr.livret.kernel.path.PathEvent.CandidateAbsent;
import fr.livret.kernel.path.PathEvent.Carried;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.path.PathEvent.CcpLapsed;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.CcsAwarded;
import fr.livret.kernel.path.PathEvent.InsertionSurveyed;
import fr.livret.kernel.path.PathEvent.LapseReversed;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.PathEvent.TitleClosureNoted;
import fr.livret.kernel.path.PathEvent.TitleProrogationNoted;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.ReviewEvent.AbsenceAnnulled;
import fr.livret.kernel.path.ReviewEvent.AppealDecided;
import fr.livret.kernel.path.ReviewEvent.AppealLodged;
import fr.livret.kernel.path.ReviewEvent.CcsAnnulled;
import fr.livret.kernel.path.ReviewEvent.CcsCalledIntoQuestion;
import fr.livret.kernel.path.ReviewEvent.CcsWithdrawn;
import fr.livret.kernel.path.ReviewEvent.TitleAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleConfirmed;
import fr.livret.kernel.path.ReviewEvent.TitleRefusalAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleWithdrawn;
import fr.livret.kernel.path.Survey;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.referentiel.AccessRule;
import fr.livret.kernel.referentiel.AssessmentElement;
import fr.livret.kernel.referentiel.Ccp;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Ccs;
import fr.livret.kernel.referentiel.Prerequisite;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleRevised;
import fr.livret.kernel.referentiel.Revision;
import fr.livret.kernel.training.EfaResult;
import fr.livret.kernel.training.TrainingEvent.EfaAssessed;
import fr.livret.kernel.training.TrainingEvent.EntryTestTaken;
import fr.livret.kernel.training.TrainingEvent.ExitTestTaken;
import fr.livret.kernel.training.TrainingEvent.MockExamTaken;
import fr.livret.kernel.training.TrainingEvent.ModuleFollowed;
import fr.livret.kernel.training.TrainingEvent.TrainingAbandoned;
import fr.livret.kernel.training.TrainingEvent.TrainingCompleted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One of each event with every component set; and those that may lack some, lacking them. */
public final class SampleEvents {
  private static final PathId PATH = PathId.of("6f1c1f0a-8b1e-4f0e-9d57-0a4f5b0c9e11");
  private static final CandidateId CANDIDATE =
      CandidateId.of("0e3a5b52-2c52-4a43-8f43-7d1f2f4b6a77");
  private static final PersonId TRAINER = PersonId.of("b7d9c3de-5a0f-4c5b-8a6e-3f7d5c1e2b90");
  private static final ReferentielCode AMIS = new ReferentielCode("AMIS-2013");
  private static final ReferentielCode AMIS_2023 = new ReferentielCode("AMIS-2023");
  private static final MinutesRef MINUTES =
      new MinutesRef("3f0c7d52-8a56-4b41-9a7e-5d1c2b3a4e5f", 2);
  private static final CcpCode CCP1 = new CcpCode("CCP1");
  private static final CcpCode CCP2 = new CcpCode("CCP2");
  private static final WindowSpan WINDOW =
      new WindowSpan(day("2014-03-10"), day("2019-03-10"), LimitRule.FIVE_YEARS);
  private static final WindowSpan CLOSED =
      new WindowSpan(day("2015-06-01"), day("2019-09-30"), LimitRule.TITLE_CLOSURE);
  private static final String RULE = "TP-2006/1#window.length";

  private SampleEvents() {}

  /** Every component set. */
  public static List<Record> full() {
    return joined(
        first(), SampleAudit.full(), SampleAlerts.full(), SessionSamples.full(), VaeSamples.full());
  }

  /** Whatever may be absent is. */
  public static List<Record> sparse() {
    return joined(
        firstSparse(), SampleAlerts.sparse(), SessionSamples.sparse(), VaeSamples.sparse());
  }

  @SafeVarargs
  private static List<Record> joined(List<Record>... samples) {
    return Stream.of(samples).flatMap(List::stream).toList();
  }

  private static List<Record> first() {
    return List.of(
        new PathOpened(
            PATH,
            CANDIDATE,
            AMIS,
            2,
            new RegimeId("TP-2006", 1),
            Route.VAE,
            Access.EXPERIENCE,
            day("2014-01-06"),
            VaeSamples.APPLICATION.toString(),
            VaeSamples.RECEVABILITE),
        new CcpObtained(
            PATH,
            CCP1,
            day("2014-03-10"),
            "BINOME",
            List.of(
                new Evaluator(
                    "EV-7", new SealedText(TRAINER, "c2VhbGVk"), EvaluatorRole.TRAINER, false),
                new Evaluator(null, null, EvaluatorRole.PROFESSIONAL, true)),
            Set.of("MISE_EN_SITUATION", "DOSSIER", "ENTRETIEN"),
            "S-2014-03",
            "TP-2006/1#ccp.granting",
            MINUTES),
        new CcpAnnulled(
            PATH,
            CCP1,
            day("2014-03-10"),
            day("2016-02-29"),
            "Fraude établie — « pièce fausse »",
            "Décision DREETS 2016-12",
            "TP-2006/1#ccp.annulment",
            MINUTES),
        new CcpLapsed(PATH, CCP1, day("2014-03-10"), day("2019-03-11"), WINDOW, RULE, dayPassed()),
        new LapseReversed(PATH, CCP1, day("2014-03-10"), day("2019-03-11"), dayPassed()),
        new WindowOpened(PATH, WINDOW, RULE, obtained(CCP1)),
        new WindowMoved(PATH, WINDOW, CLOSED, "TP-2006/1#window.closure", obtained(CCP2)),
        new WindowFulfilled(PATH, day("2019-03-10"), RULE, obtained(CCP2)),
        new WindowClosed(PATH, dayPassed()),
        new TitleAwarded(
            PATH,
            day("2019-06-20"),
            RestsOn.ALL_CCPS,
            Set.of("ENTRETIEN", "DOSSIER"),
            true,
            "TP-2006/1#title.decision",
            MINUTES),
        new TitleRefused(
            PATH, day("2018-06-20"), Set.of(CCP2, CCP1), "TP-2006/1#jury.partial", MINUTES),
        new CandidateAbsent(PATH, day("2018-06-20"), true, MINUTES),
        new TitleCalledIntoQuestion(PATH, Set.of(CCP2, CCP1), annulled()),
        new CcsAwarded(
            PATH,
            "CCS1",
            day("2020-01-15"),
            Set.of("DOSSIER"),
            "TP-2006/1#ccs.after-title",
            MINUTES),
        new PathTransferred(
            PATH,
            AMIS,
            AMIS_2023,
            2,
            new RegimeId("TP-2016", 1),
            day("2024-01-08"),
            List.of(new Carried(CCP1, CCP2, day("2022-03-10"), MINUTES)),
            "Arrêté",
            Mark.SECONDARY,
            "COMMON/1#path.transfer"),
        new InsertionSurveyed(
            PATH, Survey.SIX_MONTHS, day("2020-01-06"), true, false, "COMMON/1#path.survey"),
        new TitleAnnulled(
            PATH,
            day("2019-06-20"),
            day("2020-02-03"),
            "Jury irrégulier",
            "Décision 2020-3",
            MINUTES,
            "COMMON/1#title.annulment"),
        new TitleRefusalAnnulled(
            PATH,
            day("2018-06-20"),
            day("2020-02-03"),
            "Jury irrégulier",
            "Décision 2020-3",
            MINUTES,
            "COMMON/1#title.annulment"),
        new AbsenceAnnulled(
            PATH,
            day("2018-06-20"),
            day("2020-02-03"),
            "Jury irrégulier",
            "Décision 2020-3",
            MINUTES,
            "COMMON/1#title.annulment"),
        new CcsAnnulled(
            PATH,
            "CCS1",
            day("2020-01-15"),
            day("2020-02-03"),
            "Jury irrégulier",
            "Décision 2020-3",
            MINUTES,
            "COMMON/1#title.annulment"),
        new TitleWithdrawn(
            PATH, day("2019-06-20"), day("2020-02-03"), "Fraude", "COMMON/1#title.withdrawal"),
        new TitleConfirmed(PATH, day("2020-02-03"), "Bonne foi", "COMMON/1#title.withdrawal"),
        new CcsWithdrawn(
            PATH,
            "CCS1",
            day("2020-01-15"),
            day("2020-02-03"),
            "Fraude",
            "COMMON/1#title.withdrawal"),
        new CcsCalledIntoQuestion(
            PATH,
            Set.of("CCS2", "CCS1"),
            new Cause(Cause.Kind.MINUTES_ANNULLED, day("2020-02-03"), null, MINUTES)),
        new AppealLodged(
            PATH,
            1,
            day("2018-06-20"),
            Appeal.Before.MINISTER,
            day("2018-07-20"),
            "COMMON/1#decision.appeal"),
        new AppealDecided(
            PATH,
            1,
            day("2018-10-22"),
            Appeal.Outcome.DISMISSED,
            "Non fondé",
            "COMMON/1#decision.appeal"),
        new TitleClosureNoted(PATH, day("2018-09-30"), "Arrêté du 30 septembre 2018"),
        new TitleProrogationNoted(
            PATH, day("2018-09-30"), day("2021-09-30"), "Arrêté du 30 septembre 2018"),
        new CandidateRegistered(
            CANDIDATE,
            new Identity(
                sealed("bm9t"),
                List.of(sealed("cHJlbm9t"), sealed("YXV0cmU=")),
                sealed("bmU="),
                sealed("bGlldQ=="),
                sealed("bWFpbA==")),
            day("2014-01-05")),
        new CertificateRecorded(
            CANDIDATE, "SST", day("2018-05-02"), day("2020-05-02"), sealed("bnVtZXJv")),
        new CandidateErased(CANDIDATE, day("2024-01-05"), "Demande de la personne"),
        published(full(AMIS)),
        new TitleClosed(AMIS, day("2018-09-30"), "Arrêté du 30 septembre 2018"),
        new TitleProrogued(AMIS, day("2018-09-30"), day("2021-09-30"), "Arrêté"),
        new TitleRevised(
            AMIS,
            new Revision(
                AMIS_2023,
                day("2018-09-30"),
                List.of(new Revision.Equivalence(CCP1, List.of(CCP2, CCP1))),
                day("2018-01-01"),
                "Arrêté",
                Mark.SECONDARY)),
        // Of trainings.
        SampleTrainings.published(),
        SampleTrainings.started(CANDIDATE),
        new EntryTestTaken(SampleTrainings.ID, day("2014-09-02"), "QCM-A", SampleTrainings.SCORES),
        new ExitTestTaken(SampleTrainings.ID, day("2015-06-01"), "QCM-B", SampleTrainings.SCORES),
        new MockExamTaken(SampleTrainings.ID, day("2015-03-02"), "EB-1", SampleTrainings.SCORES),
        new ModuleFollowed(SampleTrainings.ID, "M01", new BigDecimal("3.5"), day("2014-09-03")),
        new EfaAssessed(SampleTrainings.ID, CCP1, day("2014-12-01"), EfaResult.NOT_ACQUIRED),
        new TrainingCompleted(SampleTrainings.ID, day("2015-06-30")),
        new TrainingAbandoned(SampleTrainings.ID, day("2015-01-15")));
  }

  private static List<Record> firstSparse() {
    return List.of(
        new PathOpened(
            PATH,
            CANDIDATE,
            AMIS,
            1,
            new RegimeId("TP-2006", 1),
            Route.TRAINING,
            Access.CONTINUING_EDUCATION,
            day("2014-01-06"),
            null,
            null),
        new CcpObtained(
            PATH, CCP1, day("2014-03-10"), "JURY", List.of(), Set.of(), null, "TP-2006/1#x", null),
        new CcpAnnulled(
            PATH, CCP1, day("2014-03-10"), day("2016-02-29"), "Fraude", null, "TP-2006/1#x", null),
        new TitleAnnulled(
            PATH, day("2019-06-20"), day("2020-02-03"), "Jury", null, MINUTES, "COMMON/1#x"),
        new TitleRevised(
            AMIS,
            new Revision(AMIS_2023, day("2018-09-30"), List.of(), null, "Arrêté", Mark.READING)),
        new CandidateRegistered(
            CANDIDATE,
            new Identity(sealed("bm9t"), List.of(sealed("cHJlbm9t")), sealed("bmU="), null, null),
            day("2014-01-05")),
        new CertificateRecorded(CANDIDATE, "SST", day("2018-05-02"), day("2020-05-02"), null),
        published(
            new Referentiel(
                AMIS,
                "Agent(e)",
                null,
                "V",
                "TP-2006",
                Set.of(),
                List.of(new AccessRule(Access.APPRENTICESHIP, false, null)),
                List.of(new Ccp(CCP1, "Nettoyer", List.of(), List.of())),
                Map.of(),
                DateRange.OPEN,
                List.of(),
                List.of())));
  }

  private static ReferentielPublished published(Referentiel content) {
    return new ReferentielPublished(
        AMIS,
        3,
        content,
        "{\"title\":\"Agent(e) machiniste en propreté\"}",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        day("2013-09-30"));
  }

  private static Referentiel full(ReferentielCode code) {
    AssessmentElement interview =
        new AssessmentElement("ENTRETIEN", "Entretien final", 20, true, null);
    AssessmentElement file =
        new AssessmentElement("DOSSIER", "Dossier professionnel", null, false, "ENTRETIEN");
    return new Referentiel(
        code,
        "Agent(e) machiniste en propreté",
        "RNCP278",
        "V",
        "TP-2006",
        Set.of(Route.VAE, Route.TRAINING, Route.CAPITALISATION),
        List.of(new AccessRule(Access.EXPERIENCE, true, "Deux professionnels au moins")),
        List.of(
            new Ccp(CCP2, "Remettre en état", List.of("Décaper", "Protéger"), List.of(interview)),
            new Ccp(CCP1, "Nettoyer", List.of("Balayer"), List.of(file, interview))),
        ofEntries(
            entry(Route.VAE, List.of(file)),
            entry(Route.TRAINING, List.of(interview, file)),
            entry(Route.CAPITALISATION, List.of())),
        new DateRange(day("2013-09-30"), day("2018-09-30")),
        List.of(new Prerequisite("SST", "Sauveteur secouriste", Prerequisite.RequiredFor.TITLE)),
        List.of(new Ccs("CCS1", "Encadrer", List.of(file))));
  }

  private static Cause dayPassed() {
    return new Cause(Cause.Kind.DAY_PASSED, day("2019-03-11"), null, null);
  }

  private static Cause obtained(CcpCode ccp) {
    return new Cause(Cause.Kind.CCP_OBTAINED, day("2014-03-10"), ccp, MINUTES);
  }

  private static Cause annulled() {
    return new Cause(Cause.Kind.CCP_ANNULLED, day("2020-03-10"), CCP1, null);
  }

  private static SealedText sealed(String ciphertext) {
    return new SealedText(CANDIDATE.person(), ciphertext);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
