package fr.livret.query.path;

import fr.livret.form.event.EventJson;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.path.PathEvent;
import fr.livret.query.projection.FactRow;
import fr.livret.query.reading.Basis;
import fr.livret.query.reading.Opened;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows stored facts to people: sealed texts opened, rules with their text, one sentence each. */
@Component
final class History {
  private static final JsonMapper JSON = JsonMapper.shared();

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
    Opened opened = Opened.of(data, persons);
    List<FactAnswer> shown = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      shown.add(shown(rows.get(index), data.get(index), opened, summary));
    }
    return shown;
  }

  private FactAnswer shown(
      FactRow row, JsonNode data, Opened opened, Function<PathEvent, String> summary) {
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
        // Of a path's facts only the names of evaluators are sealed; another would not open.
        opened.shown(data, _ -> PersonalFields.EVALUATOR_NAME),
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
}
