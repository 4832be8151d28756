package fr.livret.query.bundle;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.StoredEntry;
import fr.livret.eventstore.StoredEvent;
import fr.livret.evidence.LogPlaces;
import fr.livret.form.event.EventJson;
import fr.livret.form.event.KernelEventSerializer;
import fr.livret.form.event.Upcaster;
import fr.livret.query.bundle.ProvenFact.About;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads chosen facts from the log itself: no projection stands between them and a proof. */
final class FactReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final EventLog log;
  private final LogPlaces places;
  private final Serializer serializer = new KernelEventSerializer(EventJson.kernel());
  private final EventUpcaster upcasters = Upcaster.chain();

  FactReader(DataSource database) {
    this.log = new EventLog(database);
    this.places = new LogPlaces(database);
  }

  /** The facts of a stream, in its order; none where there is no such stream. */
  List<ProvenFact> ofStream(About about, String stream) {
    return at(about, places.ofStream(stream));
  }

  /** The facts of some types that say a text. */
  List<ProvenFact> saying(About about, String text, Collection<String> types) {
    return at(about, places.saying(text, types));
  }

  private List<ProvenFact> at(About about, Collection<Long> positions) {
    List<ProvenFact> facts = new ArrayList<>();
    for (long position : positions) {
      log.read(position - 1, position, event -> facts.add(fact(about, event)));
    }
    return facts;
  }

  private ProvenFact fact(About about, StoredEvent stored) {
    Object event =
        EventUtils.upcastAndDeserializeTrackedEvents(
                Stream.of(new StoredEntry(stored)), serializer, upcasters)
            .findFirst()
            .<Object>map(EventMessage::getPayload)
            .orElseThrow();
    JsonNode beside = JSON.readTree(stored.metadata());
    Map<String, String> metadata = new LinkedHashMap<>();
    beside.properties().forEach(it -> metadata.put(it.getKey(), it.getValue().asString()));
    return new ProvenFact(about, stored, event, JSON.readTree(stored.payload()), metadata);
  }
}
