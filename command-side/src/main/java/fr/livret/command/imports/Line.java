package fr.livret.command.imports;

import fr.livret.http.Provenance;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line that can be read.
 *
 * @param key as written; absent where its content stands for it
 * @param id which stands for the key wherever it is kept: the key may tell of a person
 * @param fingerprint of its content: the same content has the same
 */
record Line(
    long number,
    @Nullable String key,
    UUID id,
    UUID fingerprint,
    String method,
    String path,
    @Nullable JsonNode body,
    Optional<Provenance> provenance,
    boolean mayRepeat) {
  static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
  private static final String REF = "ref";

  /** The keys of the lines it refers to. */
  Set<String> references() {
    Set<String> keys = new LinkedHashSet<>();
    for (String segment : path.split("/", -1)) {
      if (segment.startsWith("@")) {
        keys.add(segment.substring(1));
      }
    }
    if (body != null) {
      collect(body, keys);
    }
    return keys;
  }

  /** The key a node of a body refers to; null where it is a value like any other. */
  static @Nullable String reference(JsonNode node) {
    return node.isObject() && node.size() == 1 && node.path(REF).isString()
        ? node.path(REF).stringValue()
        : null;
  }

  private static void collect(JsonNode node, Set<String> into) {
    String key = reference(node);
    if (key != null) {
      into.add(key);
    } else {
      node.forEach(child -> collect(child, into));
    }
  }
}
