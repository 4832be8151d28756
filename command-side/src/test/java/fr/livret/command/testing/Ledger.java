package fr.livret.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts that are stored, read from their table. */
public final class Ledger {
  private static final String BY_PEOPLE =
      "convert_from(metadata, 'UTF8')::jsonb ->> 'actor' not like 'livret:%'"
          + " and payload_type <> 'audit.CommandWithoutEffect'";

  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A stored fact. */
  public record Fact(String type, JsonNode payload, JsonNode metadata) {
    /** A text, a day or a number of it. */
    public String text(String pointer) {
      return payload.at(pointer).asString();
    }
  }

  /**
   * How many facts people have brought about; those of automations come when they come, and that a
   * command had no effect is none.
   */
  public long size() {
    return jdbc.sql("select count(*) from event_store.event_log where " + BY_PEOPLE)
        .query(Long.class)
        .single();
  }

  /** The facts of an aggregate, in order. */
  public List<Fact> of(String aggregate) {
    return facts("stream = :value order by sequence", aggregate);
  }

  /** The facts of that kind of an aggregate, in order. */
  public List<Fact> of(String aggregate, String type) {
    return of(aggregate).stream().filter(fact -> fact.type.equals(type)).toList();
  }

  /** The kinds of the facts of an aggregate, in order, without their area. */
  public List<String> kinds(String aggregate) {
    return of(aggregate).stream()
        .map(fact -> fact.type.substring(fact.type.indexOf('.') + 1))
        .toList();
  }

  /** The facts that came with a request. */
  public List<Fact> ofRequest(String requestId) {
    return facts(
        "convert_from(metadata, 'UTF8')::jsonb ->> 'requestId' = :value order by position",
        requestId);
  }

  /** Gives what was asked, having made sure that nothing at all was stored by it. */
  public <T> T untouchedBy(Supplier<T> request) {
    return adding(0, request);
  }

  /** Gives what was asked, having made sure that it stored so many facts. */
  public <T> T adding(long facts, Supplier<T> request) {
    long before = size();
    T answer = request.get();
    assertThat(size() - before).as("facts added, with %s", answer).isEqualTo(facts);
    return answer;
  }

  private List<Fact> facts(String condition, String value) {
    return jdbc.sql(
            """
            select payload_type, convert_from(payload, 'UTF8') as payload,
                   convert_from(metadata, 'UTF8') as metadata
            from event_store.event_log
            where\
            """
                + " "
                + condition)
        .param("value", value)
        .query((row, _) ->
            new Fact(
                row.getString("payload_type"),
                JsonMapper.shared().readTree(row.getString("payload")),
                JsonMapper.shared().readTree(row.getString("metadata"))))
        .list();
  }
}
