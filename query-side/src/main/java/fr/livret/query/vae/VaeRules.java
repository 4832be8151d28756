package fr.livret.query.vae;

import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeEvent.CompletenessRecorded;
import fr.livret.kernel.vae.VaeEvent.LateDecisionRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteGranted;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapseReversed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapsed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteRefused;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteUsed;
import fr.livret.kernel.vae.VaeEvent.SilenceReversed;
import fr.livret.kernel.vae.VaeEvent.SilenceTookEffect;
import fr.livret.kernel.vae.VaeEvent.SupplementRequested;
import org.jspecify.annotations.Nullable;

/** The rule each event applied. */
final class VaeRules {
  private VaeRules() {}

  /** Its full name; what a cause reverses applies none of its own. */
  static @Nullable String of(VaeEvent event) {
    return switch (event) {
      case ApplicationFiled it -> it.rule();
      case CompletenessRecorded it -> it.rule();
      case SupplementRequested it -> it.rule();
      case RecevabiliteGranted it -> it.rule();
      case RecevabiliteRefused it -> it.rule();
      case SilenceTookEffect it -> it.rule();
      case LateDecisionRecorded it -> it.rule();
      case RecevabiliteUsed it -> it.rule();
      case RecevabiliteLapsed it -> it.rule();
      case SilenceReversed _, RecevabiliteLapseReversed _ -> null;
    };
  }
}
