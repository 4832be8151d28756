package fr.livret.command.dispatch;

import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.law.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.stereotype.Component;

/** Keeps every refusal: who asked for what, when, and which rule refused it. */
@Component
class RefusalRecord {
  private final EventBus events;
  private final Clock clock;

  RefusalRecord(EventBus events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  void record(Object command, String target, Refusal refusal, Origin origin) {
    Map<String, String> facts = new LinkedHashMap<>();
    refusal.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
    CommandRefused refused =
        new CommandRefused(
            target,
            command.getClass().getSimpleName(),
            refusal.code().name(),
            refusal.basis().map(basis -> basis.rule()).orElse(refusal.code().rule().key()),
            facts,
            LocalDate.now(clock));
    events.publish(new GenericEventMessage<>(refused, origin.onFacts()));
  }
}
