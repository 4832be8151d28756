package fr.livret.query.replay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.StoredEntry;
import fr.livret.eventstore.StoredEvent;
import fr.livret.form.event.EventJson;
import fr.livret.form.event.EventTypes;
import fr.livret.form.event.FactMetadata;
import fr.livret.form.event.KernelEventSerializer;
import fr.livret.form.event.UnreadableEvent;
import fr.livret.form.event.Upcaster;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The facts in the log with their content, up to one position. */
final class LogFacts {
  private static final int AGGREGATES = 2_000;
  private static final EventTypes TYPES = EventTypes.kernel();
  private static final EventJson JSON = EventJson.kernel();

  private final EventLog log;
  private final long upTo;
  private final Serializer serializer = new KernelEventSerializer(JSON);
  private final EventUpcaster upcasters = Upcaster.chain();
  private final Cache<String, List<Object>> known =
      Caffeine.newBuilder().maximumSize(AGGREGATES).build();

  LogFacts(EventLog log, long upTo) {
    this.log = log;
    this.upTo = upTo;
  }

  /** The facts of an aggregate; none where none is recorded. */
  List<Object> of(String aggregate) {
    @Nullable List<Object> facts = known.getIfPresent(aggregate);
    if (facts == null) {
      facts = log.streams(List.of(aggregate), upTo).stream().map(this::content).toList();
      known.put(aggregate, facts);
    }
    return facts;
  }

  /** What happened. Throws {@link UnreadableEvent} where it cannot be read. */
  Object content(StoredEvent event) {
    String name = event.type().payload();
    @Nullable String revision = event.type().revision();
    return TYPES
        .named(name)
        .filter(type -> type.revision().equals(revision))
        .map(type -> JSON.read(name, type.revision(), event.payload()))
        .orElseGet(() -> upcast(event));
  }

  /** Whether that fact is stored as this one would be written now. */
  static boolean isWrittenAs(StoredEvent stored, Object fact) {
    return TYPES
        .of(fact.getClass())
        .filter(type -> type.name().equals(stored.type().payload()))
        .filter(type -> type.revision().equals(stored.type().revision()))
        .map(_ -> Arrays.equals(JSON.write(fact), stored.payload()))
        .orElse(false);
  }

  private Object upcast(StoredEvent event) {
    return EventUtils.upcastAndDeserializeTrackedEvents(
            Stream.of(new StoredEntry(event)), serializer, upcasters)
        .findFirst()
        .orElseThrow()
        .getPayload();
  }

  /**
   * The decision that stands beside a fact as it is written; empty where none does.
   *
   * @throws UnreadableEvent when the metadata cannot be read
   */
  static Optional<String> decision(StoredEvent event) {
    try (JsonParser json = JsonMapper.shared().createParser(event.metadata())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean found = json.currentName().equals(FactMetadata.DECISION);
        json.nextToken();
        if (found) {
          return Optional.of(json.getString());
        }
        json.skipChildren();
      }
    } catch (JacksonException e) {
      throw new UnreadableEvent("metadata cannot be read: " + e.getOriginalMessage(), e);
    }
    return Optional.empty();
  }
}
