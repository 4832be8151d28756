package fr.livret.command.dispatch;

import fr.livret.form.decision.Decision;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.audit.AuditEvent;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.audit.AuditEvent.CommandWithoutEffect;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.law.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.stereotype.Component;

/**
 * Keeps the decisions no fact of an aggregate follows from: those that refuse, and those without
 * effect. All others are kept with their first fact, by {@link Shell}.
 */
@Component
class Journal {
  private final EventBus events;
  private final Clock clock;

  Journal(EventBus events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  void refused(Decision decision, Refusal refusal, Origin origin) {
    Map<String, String> facts = new LinkedHashMap<>();
    refusal.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
    Object command = decision.command();
    record(
        new CommandRefused(
            Target.of(command),
            command.getClass().getSimpleName(),
            refusal.code().name(),
            refusal.basis().map(basis -> basis.rule()).orElse(refusal.code().rule().key()),
            facts,
            LocalDate.now(clock)),
        decision,
        origin);
  }

  /** What the product asks of itself again and again, as on each day, is not worth keeping. */
  void withoutEffect(Decision decision, Origin origin) {
    if (!origin.automatic()) {
      Object command = decision.command();
      record(
          new CommandWithoutEffect(
              Target.of(command), command.getClass().getSimpleName(), LocalDate.now(clock)),
          decision,
          origin);
    }
  }

  private void record(AuditEvent event, Decision decision, Origin origin) {
    events.publish(
        new GenericEventMessage<>(
            event, origin.onFacts().and(FactMetadata.DECISION, decision.written())));
  }
}
