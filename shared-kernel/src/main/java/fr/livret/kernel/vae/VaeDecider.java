package fr.livret.kernel.vae;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.vae.VaeCommand.DecideRecevabilite;
import fr.livret.kernel.vae.VaeCommand.LetDayCome;
import fr.livret.kernel.vae.VaeCommand.NoteUse;
import fr.livret.kernel.vae.VaeCommand.RecordCompleteness;
import fr.livret.kernel.vae.VaeCommand.RequestSupplement;
import fr.livret.kernel.vae.VaeEvent.CompletenessRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteUsed;
import fr.livret.kernel.vae.VaeEvent.SupplementRequested;
import fr.livret.kernel.vae.VaeFacts.Decision;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows from a command about a filed application: events, or one {@link Refusal}. */
public final class VaeDecider {
  private VaeDecider() {}

  /**
   * Pure: the same command on the same state under the same regime gives the same events or the
   * same refusal.
   *
   * @param regime the one the application pinned
   */
  public static List<VaeEvent> decide(VaeCommand command, VaeState state, VaeRegime regime) {
    VaeFile file = state.filed().orElseThrow(() -> unknown(command));
    return switch (command) {
      case RecordCompleteness complete -> complete(complete, file, regime);
      case RequestSupplement request -> supplement(request, file, regime);
      case DecideRecevabilite decide -> VaeDecision.decide(decide, file, regime);
      case NoteUse note -> use(note, file, regime);
      case LetDayCome(_, var today) -> VaeAnnouncements.ofTheDay(file, today, regime);
    };
  }

  private static Refusal unknown(VaeCommand command) {
    return Refusal.of(
        Refused.UNKNOWN, Map.of("vaeApplicationId", command.application().toString()));
  }

  private static List<VaeEvent> complete(
      RecordCompleteness command, VaeFile file, VaeRegime regime) {
    LocalDate on = command.completeOn();
    requireTurn("completeOn", on, command.today(), file, regime);
    if (file.facts().lastTurn().filter(VaeFacts.Turn::complete).isPresent()) {
      throw regime.refuse(
          Refused.ALREADY_RECORDED, Map.of("completeOn", file.facts().turns().getLast().on()));
    }
    return VaeAnnouncements.following(
        new CompletenessRecorded(command.application(), on, regime.rule(RuleName.VAE_SILENCE)),
        file,
        command.today(),
        null,
        regime);
  }

  private static List<VaeEvent> supplement(
      RequestSupplement command, VaeFile file, VaeRegime regime) {
    LocalDate on = command.requestedOn();
    requireTurn("requestedOn", on, command.today(), file, regime);
    return VaeAnnouncements.following(
        new SupplementRequested(
            command.application(), on, command.missing(), regime.rule(RuleName.VAE_SUPPLEMENT)),
        file,
        command.today(),
        new VaeCause(VaeCause.Kind.SUPPLEMENT_REQUESTED, on),
        regime);
  }

  /** Complete and incomplete follow each other in the order of their days, until it is decided. */
  private static void requireTurn(
      String field, LocalDate on, LocalDate today, VaeFile file, VaeRegime regime) {
    Days.requirePast(field, on, today);
    LocalDate last = file.facts().lastTurn().map(VaeFacts.Turn::on).orElse(file.pins().filedOn());
    if (on.isBefore(last)) {
      throw regime.refuse(
          Refused.DATES_OUT_OF_ORDER,
          Map.of("field", field, "date", on, "filedOn", file.pins().filedOn(), "notBefore", last));
    }
    VaeStanding then = VaeStanding.asOf(on, file, regime);
    @Nullable Decision decision = file.facts().decision();
    if (decision != null || then.silence() != null || !file.facts().lateDecisions().isEmpty()) {
      throw alreadyDecided(decision, then.silence(), file, regime);
    }
  }

  static Refusal alreadyDecided(
      @Nullable Decision decision, @Nullable Silence silence, VaeFile file, VaeRegime regime) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("vaeApplicationId", file.pins().application().toString());
    if (decision != null) {
      facts.put("decision", decision.outcome().name());
      facts.put("notifiedOn", decision.notifiedOn());
    } else if (silence != null) {
      facts.put("silence", silence.effect().name());
      facts.put("lastDay", silence.lastDay());
      facts.put("silentSince", silence.effectiveOn());
    }
    return regime.refuse(Refused.VAE_ALREADY_DECIDED, facts);
  }

  /** Nothing follows from a use the application already knows: it may be told again. */
  private static List<VaeEvent> use(NoteUse command, VaeFile file, VaeRegime regime) {
    if (file.facts().uses().contains(command.use())) {
      return List.of();
    }
    return VaeAnnouncements.following(
        new RecevabiliteUsed(command.application(), command.use(), regime.rule(RuleName.VAE_USE)),
        file,
        command.today(),
        new VaeCause(VaeCause.Kind.RECEVABILITE_USED, command.use().on()),
        regime);
  }
}
