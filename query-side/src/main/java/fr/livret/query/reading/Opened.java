package fr.livret.query.reading;

import fr.livret.form.person.PersonalData;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Stored JSON as people see it: what is sealed there opened, or {@link Shown#ERASED}. */
public final class Opened {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PERSON = "person";
  private static final String CIPHERTEXT = "ciphertext";

  private final PersonalData.Reading keys;

  private Opened(PersonalData.Reading keys) {
    this.keys = keys;
  }

  /** For all these: the keys they need are fetched at once. */
  public static Opened of(Collection<JsonNode> stored, PersonalData persons) {
    Set<PersonId> sealedFor = new HashSet<>();
    stored.forEach(node -> collect(node, sealedFor));
    return new Opened(persons.reading(sealedFor));
  }

  /**
   * One of those it was made for.
   *
   * @param field what a text was sealed as, by the name of the component that holds it
   */
  public JsonNode shown(JsonNode stored, UnaryOperator<String> field) {
    return shown(stored, "", field);
  }

  private JsonNode shown(JsonNode node, String name, UnaryOperator<String> field) {
    if (isSealed(node)) {
      return StringNode.valueOf(keys.open(sealed(node), field.apply(name)).orElse(Shown.ERASED));
    }
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        object
            .properties()
            .forEach(it -> copy.set(it.getKey(), shown(it.getValue(), it.getKey(), field)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.forEach(child -> copy.add(shown(child, name, field)));
        yield copy;
      }
      default -> node;
    };
  }

  private static void collect(JsonNode node, Set<PersonId> into) {
    if (isSealed(node)) {
      into.add(sealed(node).person());
    } else {
      node.forEach(child -> collect(child, into));
    }
  }

  private static boolean isSealed(JsonNode node) {
    return node.isObject() && node.size() == 2 && node.has(PERSON) && node.has(CIPHERTEXT);
  }

  private static SealedText sealed(JsonNode node) {
    return new SealedText(
        PersonId.of(node.path(PERSON).asString()), node.path(CIPHERTEXT).asString());
  }
}
