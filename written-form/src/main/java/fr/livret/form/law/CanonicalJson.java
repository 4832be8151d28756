package fr.livret.form.law;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes values as compact JSON in the order they have. */
final class CanonicalJson {
  private static final JsonFactory JSON = new JsonFactory();

  private CanonicalJson() {}

  static String of(Written value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      write(value, json);
    }
    return out.toString();
  }

  private static void write(Written value, JsonGenerator json) {
    switch (value) {
      case Written.Text(String text, int _) -> json.writeString(text);
      case Written.Number number -> json.writeNumber(number.value());
      case Written.Flag(boolean flag, int _) -> json.writeBoolean(flag);
      case Written.Nothing _ -> json.writeNull();
      case Written.Items(List<Written> items, int _) -> {
        json.writeStartArray();
        items.forEach(item -> write(item, json));
        json.writeEndArray();
      }
      case Written.Fields(Map<String, Written.Field> fields, int _) -> {
        json.writeStartObject();
        fields.forEach((name, field) -> {
          json.writeName(name);
          write(field.value(), json);
        });
        json.writeEndObject();
      }
    }
  }
}
