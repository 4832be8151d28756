package fr.livret.query.audit;

import fr.livret.form.decision.Entry;
import fr.livret.form.event.UnreadableEvent;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.audit.AuditEvent.CommandWithoutEffect;
import fr.livret.query.projection.Fact;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision as the journal has it.
 *
 * @param position of the event it is kept with
 * @param requestId the exchange it came by
 * @param client the software it was asked with
 * @param target the aggregate it is on
 * @param kind of that aggregate, as in {@code path}
 * @param command its name within the kind, as in {@code RecordCcp}
 * @param code of the refusal, where it is one
 * @param rule behind the refusal
 * @param facts of the refused case, as JSON
 * @param events how many facts of the target follow from it
 * @param seen how many facts of the target it met
 * @param laws editions and versions it was decided under
 * @param about every id the command names
 * @param content of the command as JSON; what is personal is sealed
 */
record DecisionRow(
    long position,
    Instant recordedAt,
    String actor,
    @Nullable String requestId,
    @Nullable String client,
    String target,
    String kind,
    String command,
    Outcome outcome,
    @Nullable String code,
    @Nullable String rule,
    @Nullable String facts,
    long events,
    long seen,
    List<String> laws,
    List<String> about,
    String content) {
  private static final Pattern ID =
      Pattern.compile("\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"");

  DecisionRow {
    laws = List.copyOf(laws);
    about = List.copyOf(about);
  }

  /** Of the event it is kept with. Throws {@link UnreadableEvent} where it cannot be read. */
  static DecisionRow of(Fact<Object> fact, String written) {
    Entry entry = Entry.read(written);
    return switch (fact.event()) {
      case CommandRefused refused -> row(fact, entry, refused.target(), Outcome.REFUSED, refused);
      case CommandWithoutEffect without ->
          row(fact, entry, without.target(), Outcome.NO_EFFECT, null);
      default -> row(fact, entry, fact.stream(), Outcome.ACCEPTED, null);
    };
  }

  private static DecisionRow row(
      Fact<Object> fact,
      Entry entry,
      String target,
      Outcome outcome,
      @Nullable CommandRefused refused) {
    int kind = entry.command().indexOf('.');
    String content = entry.checkedContent();
    return new DecisionRow(
        fact.position(),
        fact.recordedAt(),
        fact.actor(),
        fact.requestId(),
        fact.client(),
        target,
        entry.command().substring(0, kind),
        entry.command().substring(kind + 1),
        outcome,
        refused == null ? null : refused.code(),
        refused == null ? null : refused.rule(),
        refused == null
            ? null
            : JsonMapper.shared().writeValueAsString(new TreeMap<>(refused.facts())),
        entry.facts(),
        entry.seen(),
        entry.law().texts(),
        ids(content),
        content);
  }

  /** Keys and values alike, in order. */
  private static List<String> ids(String content) {
    TreeSet<String> ids = new TreeSet<>();
    ID.matcher(content).results().map((MatchResult one) -> one.group(1)).forEach(ids::add);
    return List.copyOf(ids);
  }
}
