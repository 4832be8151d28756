package fr.livret.demo;

import static java.util.stream.Collectors.toMap;

import fr.livret.form.law.ReferentielDocument;
import fr.livret.form.law.ShippedReferentiels;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.AssessmentElement;
import fr.livret.kernel.referentiel.Ccp;
import fr.livret.kernel.referentiel.Referentiel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a story needs to know of a shipped référentiel: read from it, so that it always fits. */
record Title(Referentiel referentiel) {
  private static final Map<String, Title> SHIPPED =
      ShippedReferentiels.all().stream()
          .map(ReferentielDocument::content)
          .collect(toMap(content -> content.code().value(), Title::new));

  /** The shipped référentiel of that code. */
  static Title of(String certification) {
    return Optional.ofNullable(SHIPPED.get(certification))
        .orElseThrow(() -> new IllegalStateException(certification + " is not shipped"));
  }

  String code() {
    return referentiel.code().value();
  }

  /** The codes of all CCPs. */
  List<String> ccps() {
    return referentiel.ccps().stream().map(ccp -> ccp.code().value()).toList();
  }

  /** What the award of a CCP rests on: what is required, or all there is where nothing is. */
  List<String> evidence(String ccp) {
    List<AssessmentElement> assessment =
        referentiel.ccps().stream()
            .filter(one -> one.code().value().equals(ccp))
            .map(Ccp::assessment)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(code() + " has no " + ccp));
    List<String> required = required(assessment);
    return required.isEmpty() ? codes(assessment) : required;
  }

  /** What the award of the title rests on by that route. */
  List<String> evidence(Route route) {
    return required(referentiel.titleAssessment(route));
  }

  private static List<String> required(List<AssessmentElement> assessment) {
    return codes(assessment.stream().filter(AssessmentElement::required).toList());
  }

  private static List<String> codes(List<AssessmentElement> assessment) {
    return assessment.stream().map(AssessmentElement::code).toList();
  }
}
