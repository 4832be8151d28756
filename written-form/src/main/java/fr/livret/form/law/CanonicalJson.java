package fr.livret.form.law;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  /** The SHA-256 of that JSON in UTF-8, in lower-case hexadecimal. */
  static String sha256(String json) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
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
