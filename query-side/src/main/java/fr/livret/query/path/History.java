package fr.livret.query.path;

import fr.livret.form.event.EventJson;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import fr.livret.query.projection.FactRow;
import fr.livret.query.reading.Basis;
import fr.livret.query.reading.Shown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Shows stored facts to people: sealed texts opened, rules with their text, one sentence each. */
@Component
final class History {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PERSON = "person";
  private static final String CIPHERTEXT = "ciphertext";

  private final EventJson events;
  private final RegimeLibrary regimes;
  private final PersonalData persons;

  History(EventJson events, RegimeLibrary regimes, PersonalData persons) {
    this.events = events;
    this.regimes = regimes;
    this.persons = persons;
  }

  List<FactAnswer> shown(List<FactRow> rows, Function<PathEvent, String> summary) {
    List<JsonNode> data = rows.stream().map(row -> JSON.readTree(row.event())).toList();
    Set<PersonId> sealedFor = new HashSet<>();
    data.forEach(node -> collect(node, sealedFor));
    PersonalData.Reading keys = persons.reading(sealedFor);
    List<FactAnswer> shown = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      shown.add(shown(rows.get(index), data.get(index), keys, summary));
    }
    return shown;
  }

  private FactAnswer shown(
      FactRow row, JsonNode data, PersonalData.Reading keys, Function<PathEvent, String> summary) {
    PathEvent event =
        (PathEvent)
            events.read(row.type(), row.revision(), row.event().getBytes(StandardCharsets.UTF_8));
    return new FactAnswer(
        row.position(),
        row.version(),
        row.type(),
        row.effectiveOn(),
        row.recordedAt(),
        row.actor(),
        row.requestId(),
        summary.apply(event),
        opened(data, keys),
        basis(data.get("rule")),
        data.get("cause"),
        row.readIn());
  }

  private @Nullable Basis basis(@Nullable JsonNode rule) {
    if (rule == null) {
      return null;
    }
    return regimes.basis(rule.asString()).map(Basis::of).orElse(null);
  }

  private static void collect(JsonNode node, Set<PersonId> into) {
    if (isSealed(node)) {
      into.add(sealed(node).person());
    } else {
      node.forEach(child -> collect(child, into));
    }
  }

  private static JsonNode opened(JsonNode node, PersonalData.Reading keys) {
    if (isSealed(node)) {
      // Of a path's facts only the names of evaluators are sealed; another field would not open.
      return StringNode.valueOf(
          keys.open(sealed(node), PersonalFields.EVALUATOR_NAME).orElse(Shown.ERASED));
    }
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        object.properties().forEach(it -> copy.set(it.getKey(), opened(it.getValue(), keys)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.forEach(child -> copy.add(opened(child, keys)));
        yield copy;
      }
      default -> node;
    };
  }

  private static boolean isSealed(JsonNode node) {
    return node.isObject() && node.size() == 2 && node.has(PERSON) && node.has(CIPHERTEXT);
  }

  private static SealedText sealed(JsonNode node) {
    return new SealedText(
        PersonId.of(node.path(PERSON).asString()), node.path(CIPHERTEXT).asString());
  }
}
