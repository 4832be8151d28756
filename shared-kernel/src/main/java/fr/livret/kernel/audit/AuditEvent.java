package fr.livret.kernel.audit;

import java.time.LocalDate;
import java.util.Map;

/** What is kept for auditors beside the facts: decisions no fact follows from. */
public sealed interface AuditEvent {

  /**
   * A command the rules refused. Nothing else was stored of it.
   *
   * @param target the aggregate it was for
   * @param command its kind, as in {@code RecordCcp}
   * @param code the reason, as in {@code CCP_ALREADY_HELD}
   * @param rule the rule behind it: in full where a regime governs, else its key
   * @param facts the facts of the case, none of them personal
   * @param refusedOn the day
   */
  record CommandRefused(
      String target,
      String command,
      String code,
      String rule,
      Map<String, String> facts,
      LocalDate refusedOn)
      implements AuditEvent {
    public CommandRefused {
      facts = Map.copyOf(facts);
    }
  }

  /**
   * A command that was accepted and changed nothing: what it asks for stands already.
   *
   * @param target the aggregate it was for
   * @param command its kind, as in {@code PublishReferentiel}
   * @param givenOn the day
   */
  record CommandWithoutEffect(String target, String command, LocalDate givenOn)
      implements AuditEvent {}
}
