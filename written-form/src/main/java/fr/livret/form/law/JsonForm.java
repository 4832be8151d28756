package fr.livret.form.law;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON token by token, keeping the lines. */
final class JsonForm {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(TextForm.MAX_DEPTH)
                  .maxNumberLength(TextForm.MAX_NUMBER_LENGTH)
                  .build())
          .build();

  private final Problems problems;

  JsonForm(Problems problems) {
    this.problems = problems;
  }

  Optional<Written> read(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      Written root = written(parser, "");
      if (parser.nextToken() != null) {
        problems.add(line(parser), "", "goes on after the end of the document");
      }
      return Optional.of(root);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      problems.add(line, "", "is not JSON: " + e.getOriginalMessage());
      return Optional.empty();
    }
  }

  private Written written(JsonParser parser, String path) {
    int line = line(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser, path, line);
      case START_ARRAY -> items(parser, path, line);
      case VALUE_STRING -> {
        TextForm.checkCharacters(parser.getString(), path, line, problems);
        yield new Written.Text(parser.getString(), line);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, path, line);
      case VALUE_TRUE -> new Written.Flag(true, line);
      case VALUE_FALSE -> new Written.Flag(false, line);
      case VALUE_NULL -> new Written.Nothing(line);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + parser.currentToken());
    };
  }

  private Written fields(JsonParser parser, String path, int line) {
    Map<String, Written.Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      int at = line(parser);
      TextForm.checkName(name, path, at, problems);
      String below = TextForm.below(path, name);
      parser.nextToken();
      if (fields.putIfAbsent(name, new Written.Field(written(parser, below), at)) != null) {
        problems.add(at, below, "stands twice");
      }
    }
    return new Written.Fields(fields, line);
  }

  private Written items(JsonParser parser, String path, int line) {
    List<Written> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(written(parser, path + "[" + items.size() + "]"));
    }
    return new Written.Items(List.copyOf(items), line);
  }

  private Written number(JsonParser parser, String path, int line) {
    BigDecimal value = new BigDecimal(parser.getString());
    if (Math.abs(value.scale()) > TextForm.MAX_NUMBER_LENGTH) {
      problems.add(line, path, "the number " + parser.getString() + " is out of reach");
      return new Written.Nothing(line);
    }
    return new Written.Number(value, line);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
