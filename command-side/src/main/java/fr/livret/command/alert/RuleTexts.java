package fr.livret.command.alert;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.law.RuleName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The texts behind rules, by their full names. */
@Component
class RuleTexts {
  private final RegimeLibrary regimes;

  RuleTexts(RegimeLibrary regimes) {
    this.regimes = regimes;
  }

  /** The text; null where the library has that edition no longer. */
  AlertMessage.@Nullable Basis of(String rule) {
    return regimes.basis(rule).map(AlertMessage.Basis::of).orElse(null);
  }

  /** By which rule a certificate matters until its last day. */
  String ofCertificates() {
    return regimes.common(RuleName.TITLE_PREREQUISITES).rule();
  }
}
