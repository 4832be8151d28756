package fr.livret.query.bundle;

import static java.util.Map.entry;

import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import fr.livret.query.reading.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Shows what is stored sealed, as long as the key of the person stands; {@code effacé} after. */
final class OpenedTexts {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PERSON = "person";
  private static final String CIPHERTEXT = "ciphertext";

  /** Under which name what stands in a field was sealed. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          entry("familyName", PersonalFields.FAMILY_NAME),
          entry("givenNames", PersonalFields.GIVEN_NAME),
          entry("birthDate", PersonalFields.BIRTH_DATE),
          entry("birthPlace", PersonalFields.BIRTH_PLACE),
          entry("email", PersonalFields.EMAIL),
          entry("number", PersonalFields.CERTIFICATE_NUMBER),
          entry("name", PersonalFields.EVALUATOR_NAME),
          entry("occupation", PersonalFields.VAE_OCCUPATION));

  private final PersonalData.Reading keys;

  private OpenedTexts(PersonalData.Reading keys) {
    this.keys = keys;
  }

  /** Those of some facts, their keys fetched at once. */
  static OpenedTexts of(List<ProvenFact> facts, PersonalData persons) {
    Set<PersonId> sealedFor = new HashSet<>();
    for (ProvenFact fact : facts) {
      collect(fact.content(), sealedFor);
      String journal = fact.metadata().get(Decision.JOURNAL);
      if (journal != null) {
        collect(JSON.readTree(journal), sealedFor);
      }
    }
    return new OpenedTexts(persons.reading(sealedFor));
  }

  private static void collect(JsonNode node, Set<PersonId> into) {
    if (isSealed(node)) {
      into.add(sealed(node).person());
    } else {
      node.forEach(child -> collect(child, into));
    }
  }

  /** The text. */
  String open(@Nullable SealedText text, String field) {
    return text == null ? "" : keys.open(text, field).orElse(Shown.ERASED);
  }

  /** The same content, with a plain text wherever a sealed one stands. */
  JsonNode open(JsonNode content) {
    return open(content, "");
  }

  private JsonNode open(JsonNode node, String field) {
    if (isSealed(node)) {
      String sealedAs = FIELDS.get(field);
      if (sealedAs == null) {
        throw new IllegalStateException("nobody knows under which name " + field + " is sealed");
      }
      return StringNode.valueOf(open(sealed(node), sealedAs));
    }
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        object.properties().forEach(it -> copy.set(it.getKey(), open(it.getValue(), it.getKey())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.forEach(child -> copy.add(open(child, field)));
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
