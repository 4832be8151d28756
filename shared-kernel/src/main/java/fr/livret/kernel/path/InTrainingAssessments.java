package fr.livret.kernel.path;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.referentiel.AssessmentElement;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.training.TrainingRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The results of the in-training assessments (EFA), where the référentiel makes them an element of
 * the title by the training route: each is looked up in the candidate's recorded trainings. Where
 * none is recorded, as in files that were on paper, the elements the decision names stand alone.
 *
 * <p>Source: arrêté du 9 mars 2006, art. 6, I, a: « des résultats des évaluations passées en cours
 * de formation ». That a partial decision rests on them too, CCP by CCP, is our reading.
 */
final class InTrainingAssessments {
  private static final String EFA = "EFA";

  private final RecordJuryDecision command;
  private final PathFile file;
  private final PathLaw law;

  InTrainingAssessments(RecordJuryDecision command, PathFile file, PathLaw law) {
    this.command = command;
    this.file = file;
    this.law = law;
  }

  /** Puts each EFA that was not acquired, as in {@code EFA CCP2}, in the place of all of them. */
  List<String> named(List<String> missing) {
    List<String> named = new ArrayList<>(missing(law.referentiel().ccpCodes()));
    boolean each = !named.isEmpty();
    missing.stream().filter(code -> !each || !code.equals(EFA)).forEach(named::add);
    return named;
  }

  /** Refuses CCPs whose own EFA was not acquired by the day of the session. */
  void require(Collection<CcpCode> granted) {
    List<String> missing = missing(granted.stream().sorted().toList());
    if (!missing.isEmpty()) {
      throw law.regime()
          .refuse(Refused.EVIDENCE_MISSING, Map.of("missing", missing, "date", command.heldOn()));
    }
  }

  private List<String> missing(List<CcpCode> ccps) {
    TrainingRecord training = command.grounds().training();
    return required() && training.startedBy(command.heldOn())
        ? ccps.stream()
            .filter(ccp -> !training.acquired(ccp, command.heldOn()))
            .map(ccp -> EFA + " " + ccp)
            .toList()
        : List.of();
  }

  private boolean required() {
    return file.pins().route() == Route.TRAINING
        && law.referentiel().titleAssessment(Route.TRAINING).stream()
            .filter(AssessmentElement::required)
            .anyMatch(element -> element.code().equals(EFA));
  }
}
