package fr.livret.kernel.path;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.referentiel.AssessmentElement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A decision rests on every required element of its assessment, or on what may stand for it. */
final class Evidence {
  private Evidence() {}

  static void require(
      List<AssessmentElement> assessment,
      Set<String> evidence,
      Refused refused,
      CapitalisationRegime regime) {
    requireNone(missing(assessment, evidence), refused, regime);
  }

  static void requireNone(List<String> missing, Refused refused, CapitalisationRegime regime) {
    if (!missing.isEmpty()) {
      throw regime.refuse(refused, Map.of("missing", missing));
    }
  }

  /** The required elements that are not there, in the order of the assessment. */
  static List<String> missing(List<AssessmentElement> assessment, Set<String> evidence) {
    return assessment.stream()
        .filter(AssessmentElement::required)
        .map(AssessmentElement::code)
        .filter(code -> !evidence.contains(code) && !replaced(code, assessment, evidence))
        .toList();
  }

  private static boolean replaced(
      String code, List<AssessmentElement> assessment, Set<String> evidence) {
    return assessment.stream()
        .anyMatch(other -> code.equals(other.insteadOf()) && evidence.contains(other.code()));
  }
}
