package fr.livret.command.imports;

import fr.livret.http.FieldError;
import fr.livret.http.HttpJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Puts the ids of what earlier lines made in the place of their keys. */
final class References {
  private final LineReader reader;
  private final Map<UUID, Row> known;
  private final UUID run;
  private final long line;
  private final List<FieldError> dangling = new ArrayList<>();
  private @Nullable Row refused;
  private String refusedKey = "";

  References(LineReader reader, Map<UUID, Row> known, UUID run, long line) {
    this.reader = reader;
    this.known = known;
    this.run = run;
    this.line = line;
  }

  /** Those to a line that does not stand before this one. */
  List<FieldError> dangling() {
    return List.copyOf(dangling);
  }

  /** A line referred to that was not accepted. */
  @Nullable Row refused() {
    return refused;
  }

  String refusedKey() {
    return refusedKey;
  }

  String resolved(String path) {
    StringBuilder resolved = new StringBuilder();
    for (String segment : path.substring(1).split("/", -1)) {
      resolved
          .append('/')
          .append(segment.startsWith("@") ? idOf(segment.substring(1), "request") : segment);
    }
    return resolved.toString();
  }

  JsonNode resolved(JsonNode body) {
    return resolved(body, "");
  }

  private JsonNode resolved(JsonNode node, String at) {
    String key = Line.reference(node);
    if (key != null) {
      return StringNode.valueOf(idOf(key, at.isEmpty() ? "body" : at));
    }
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = HttpJson.mapper().createObjectNode();
        object
            .properties()
            .forEach(it ->
                copy.set(
                    it.getKey(),
                    resolved(it.getValue(), at.isEmpty() ? it.getKey() : at + "." + it.getKey())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = HttpJson.mapper().createArrayNode();
        for (int i = 0; i < array.size(); i++) {
          copy.add(resolved(array.get(i), at + "[" + i + "]"));
        }
        yield copy;
      }
      default -> node;
    };
  }

  /** A later line is not referred to, even where an earlier run has told what it made. */
  private String idOf(String key, String field) {
    Row row = known.get(reader.idOf(key));
    boolean before = row != null && (row.run().equals(run) || row.line() < line);
    if (row == null || !before || row.unanswered()) {
      dangling.add(new FieldError(field, "refers to no line before this one"));
      return "";
    }
    if (!row.accepted()) {
      refused = row;
      refusedKey = key;
      return "";
    }
    return Objects.requireNonNullElse(row.aggregate(), "");
  }
}
