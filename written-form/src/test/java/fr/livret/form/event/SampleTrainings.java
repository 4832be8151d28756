package fr.livret.form.event;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.Programme.Bloc;
import fr.livret.kernel.programme.Programme.Module;
import fr.livret.kernel.programme.Programme.PlannedHours;
import fr.livret.kernel.programme.Programme.Threshold;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.training.Score;
import fr.livret.kernel.training.TrainingEvent.TrainingStarted;
import fr.livret.kernel.training.TrainingId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A programme and a training, for the samples. */
final class SampleTrainings {
  static final TrainingId ID = TrainingId.of("3d5c9a3e-51f4-4c55-9b0e-8c1f4f3f2a10");

  /** Whole and broken points; both must keep their form. */
  static final List<Score> SCORES =
      List.of(
          new Score(new CcpCode("CCP2"), new BigDecimal("12.5"), BigDecimal.valueOf(20)),
          new Score(new CcpCode("CCP1"), BigDecimal.ZERO, BigDecimal.valueOf(100)));

  private static final ReferentielCode AMIS = new ReferentielCode("AMIS-2013");
  private static final ProgrammeCode CODE = new ProgrammeCode("AMIS-PROGRAMME");

  private SampleTrainings() {}

  static ProgrammePublished published() {
    Bloc bloc =
        new Bloc(
            "BLOC1",
            "Bloc 1 : prévenir",
            List.of(new CcpCode("CCP2"), new CcpCode("CCP1")),
            List.of(
                new Module("M01", "Fondements", new BigDecimal("17.5")),
                new Module("M02", "Observation", BigDecimal.valueOf(100))));
    Bloc transversal =
        new Bloc(
            "TRANSVERSAL",
            "Outils",
            List.of(),
            List.of(new Module("M03", "Outils", BigDecimal.TEN)));
    return published(
        new Programme(
            CODE,
            "Programme sur 12 mois",
            AMIS,
            "Document « 000 »",
            List.of(12, 18),
            new PlannedHours(new BigDecimal("127.5"), new BigDecimal("127.5")),
            List.of(bloc, transversal),
            new Threshold(new BigDecimal("0.5"), "Notre choix", Mark.READING)));
  }

  /** Without modules and without a threshold. */
  static ProgrammePublished framed() {
    return published(
        new Programme(
            CODE,
            "Cadre",
            AMIS,
            "Document « 001 »",
            List.of(),
            new PlannedHours(BigDecimal.valueOf(500), BigDecimal.valueOf(700)),
            List.of(new Bloc("BLOC1", "CCP 1", List.of(new CcpCode("CCP1")), List.of())),
            null));
  }

  static TrainingStarted started(CandidateId candidate) {
    return new TrainingStarted(
        ID,
        candidate,
        AMIS,
        2,
        new ProgrammeVersion(CODE, 3),
        LocalDate.of(2014, 9, 1),
        "Lille Métropole");
  }

  /** Without a programme and without a centre. */
  static TrainingStarted alone(CandidateId candidate) {
    return new TrainingStarted(ID, candidate, AMIS, 1, null, LocalDate.of(2014, 9, 1), null);
  }

  private static ProgrammePublished published(Programme content) {
    return new ProgrammePublished(
        CODE,
        3,
        content,
        "{\"title\":\"Programme sur 12 mois\"}",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        LocalDate.of(2013, 9, 30));
  }
}
