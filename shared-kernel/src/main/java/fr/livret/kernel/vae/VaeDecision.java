package fr.livret.kernel.vae;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.vae.VaeCommand.DecideRecevabilite;
import fr.livret.kernel.vae.VaeEvent.LateDecisionRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteGranted;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteRefused;
import fr.livret.kernel.vae.VaeFacts.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An explicit decision. Notified within the delay it stands, however late it is recorded; after it,
 * silence has decided, and the decision is recorded beside it.
 */
final class VaeDecision {
  private VaeDecision() {}

  static List<VaeEvent> decide(DecideRecevabilite command, VaeFile file, VaeRegime regime) {
    requireOrder(command, file, regime);
    requireValidity(command, regime);
    if (file.facts().decision() != null) {
      throw VaeDecider.alreadyDecided(file.facts().decision(), null, file, regime);
    }
    @Nullable Silence silence = VaeStanding.asOf(command.notifiedOn(), file, regime).silence();
    return silence == null ? inTime(command, file, regime) : late(command, silence, file, regime);
  }

  private static void requireOrder(DecideRecevabilite command, VaeFile file, VaeRegime regime) {
    Days.requirePast("decidedOn", command.decidedOn(), command.today());
    Days.requirePast("notifiedOn", command.notifiedOn(), command.today());
    @Nullable LocalDate through = command.validThrough();
    if (through != null) {
      Days.requirePossible("validThrough", through);
    }
    LocalDate filedOn = file.pins().filedOn();
    if (command.decidedOn().isBefore(filedOn)
        || command.notifiedOn().isBefore(command.decidedOn())
        || (through != null && through.isBefore(command.notifiedOn()))) {
      throw regime.refuse(
          Refused.DATES_OUT_OF_ORDER,
          Map.of(
              "filedOn",
              filedOn,
              "decidedOn",
              command.decidedOn(),
              "notifiedOn",
              command.notifiedOn(),
              "validThrough",
              through == null ? "" : through));
    }
  }

  private static void requireValidity(DecideRecevabilite command, VaeRegime regime) {
    boolean stated = regime.validity() instanceof ValidityRule.AsStated;
    if (command.validThrough() != null && (!stated || command.outcome() != VaeOutcome.GRANTED)) {
      throw regime.refuse(
          Refused.VAE_VALIDITY_FIXED,
          Map.of("validThrough", command.validThrough(), "decision", command.outcome().name()));
    }
  }

  private static List<VaeEvent> inTime(DecideRecevabilite command, VaeFile file, VaeRegime regime) {
    LocalDate notifiedOn = command.notifiedOn();
    Reckoning notified = regime.notified(notifiedOn);
    VaeEvent decided =
        switch (command.outcome()) {
          case GRANTED ->
              new RecevabiliteGranted(
                  command.application(),
                  command.decidedOn(),
                  notifiedOn,
                  command.reason(),
                  regime
                      .validThrough(notified, command.validThrough())
                      .map(Reckoning::day)
                      .orElse(null),
                  regime.startBy(notified).map(Reckoning::day).orElse(null),
                  regime.rule(RuleName.VAE_VALIDITY));
          case REFUSED ->
              new RecevabiliteRefused(
                  command.application(),
                  command.decidedOn(),
                  notifiedOn,
                  command.reason(),
                  regime.rule(RuleName.VAE_DECISION));
        };
    VaeCause cause = new VaeCause(VaeCause.Kind.DECISION_NOTIFIED, notifiedOn);
    return VaeAnnouncements.following(decided, file, command.today(), cause, regime);
  }

  /** The silence is announced first, where the clock has not come to it yet. */
  private static List<VaeEvent> late(
      DecideRecevabilite command, Silence silence, VaeFile file, VaeRegime regime) {
    Decision decision =
        new Decision(command.decidedOn(), command.notifiedOn(), command.outcome(), null);
    if (file.facts().lateDecisions().contains(decision)) {
      throw regime.refuse(
          Refused.ALREADY_RECORDED,
          Map.of("decision", decision.outcome().name(), "notifiedOn", decision.notifiedOn()));
    }
    List<VaeEvent> events =
        new ArrayList<>(VaeAnnouncements.silenceOf(file, command.today(), regime));
    events.add(
        new LateDecisionRecorded(
            command.application(),
            command.decidedOn(),
            command.notifiedOn(),
            command.outcome(),
            command.reason(),
            silence.effect(),
            silence.effectiveOn(),
            regime.rule(RuleName.VAE_DECISION)));
    return events;
  }
}
