package fr.livret.benchmarks;

import fr.livret.form.law.ReferentielDocument;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.form.law.ShippedReferentiels;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The life of a path as it is measured everywhere: it is opened, then its three CCPs are obtained,
 * the last of which completes the title. Four commands, each accepted, and six events.
 */
final class Story {
  /** How many commands it takes. */
  static final int COMMANDS = 4;

  /** The title it leads to. */
  static final String CERTIFICATION = "AMIS-2023";

  static final LocalDate OPENED = LocalDate.of(2025, 1, 6);
  static final List<LocalDate> OBTAINED =
      List.of(LocalDate.of(2025, 3, 10), LocalDate.of(2025, 5, 2), LocalDate.of(2025, 7, 1));
  static final String EVALUATOR = "evaluateur-2187";
  static final List<String> EVIDENCE =
      List.of("MISE_EN_SITUATION", "ENTRETIEN_TECHNIQUE", "QUESTIONNEMENT_PRODUCTION", "DSPP");

  /** The law of the title, as it is shipped. */
  static final PathLaw LAW = law();

  private Story() {}

  /**
   * A command of it.
   *
   * @param step the first is 0
   * @param today the day on which it is given
   */
  static PathCommand command(int step, PathId path, CandidateId candidate, LocalDate today) {
    return step == 0
        ? new OpenPath(
            path,
            candidate,
            LAW.referentiel().code(),
            LAW.version(),
            Route.CAPITALISATION,
            Access.CONTINUING_EDUCATION,
            OPENED,
            null,
            List.of(),
            today)
        : new RecordCcp(
            path,
            new CcpCode(ccp(step)),
            OBTAINED.get(step - 1),
            List.of(new Evaluator(EVALUATOR, null, EvaluatorRole.PROFESSIONAL, false)),
            Set.copyOf(EVIDENCE),
            null,
            null,
            today);
  }

  static String ccp(int step) {
    return "CCP" + step;
  }

  /** The title as it is shipped. */
  static ReferentielDocument title() {
    return ShippedReferentiels.all().stream()
        .filter(document -> document.content().code().toString().equals(CERTIFICATION))
        .findFirst()
        .orElseThrow();
  }

  private static PathLaw law() {
    Referentiel title = title().content();
    return new PathLaw(RegimeLibrary.load(Optional.empty()).latest(title.regime()), title, 1);
  }
}
