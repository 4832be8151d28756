package fr.livret.query.bundle;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.law.LegalBasis;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The facts and decisions of a dossier in words, and as JSON that a program holds to the log. */
final class Readable {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Dossier dossier;
  private final OpenedTexts texts;
  private final List<Told> facts;
  private final List<Decision> decisions;

  Readable(Dossier dossier, OpenedTexts texts, RefusalTexts refusals, RegimeLibrary regimes) {
    this.dossier = dossier;
    this.texts = texts;
    Sentences sentences = new Sentences(dossier.path(), texts, refusals);
    this.facts =
        dossier.facts().stream()
            .map(fact ->
                new Told(
                    fact, sentences.of(fact), texts.open(fact.content()), basis(fact, regimes)))
            .toList();
    this.decisions = Decision.of(facts);
  }

  private static @Nullable LegalBasis basis(ProvenFact fact, RegimeLibrary regimes) {
    JsonNode rule = fact.content().path("rule");
    return rule.isString() ? regimes.basis(rule.asString()).orElse(null) : null;
  }

  List<Told> facts() {
    return facts;
  }

  List<Decision> decisions() {
    return decisions;
  }

  /** The file {@code history.json}. */
  ObjectNode history() {
    ObjectNode root = JSON.createObjectNode().put("path", dossier.path().toString());
    ArrayNode all = root.putArray("facts");
    for (Told told : facts) {
      ProvenFact fact = told.fact();
      ObjectNode entry =
          all.addObject()
              .put("position", fact.position())
              .put("about", fact.about().name())
              .put("stream", fact.stored().stream())
              .put("sequence", fact.stored().sequence())
              .put("type", fact.stored().type().payload())
              .put("revision", fact.stored().type().revision())
              .put("effectiveOn", fact.effectiveOn().toString())
              .put("recordedAt", fact.stored().at().toString())
              .put("summary", told.sentence());
      entry.set("recordedBy", recordedBy(fact));
      entry.set("data", told.data());
      if (told.basis() != null) {
        entry.set("legalBasis", basis(told.basis()));
      }
    }
    return root;
  }

  /** The file {@code decisions.json}. */
  ObjectNode told() {
    ObjectNode root = JSON.createObjectNode().put("path", dossier.path().toString());
    ArrayNode all = root.putArray("decisions");
    for (Decision decision : decisions) {
      ObjectNode entry =
          all.addObject()
              .put("outcome", decision.outcome().name())
              .put("recordedAt", decision.first().stored().at().toString());
      ArrayNode positions = entry.putArray("positions");
      decision.facts().forEach(told -> positions.add(told.fact().position()));
      entry.set("recordedBy", recordedBy(decision.first()));
      if (decision.first().event() instanceof CommandRefused refused) {
        entry.put("command", refused.command()).put("code", refused.code());
        entry.put("rule", refused.rule()).set("facts", JSON.valueToTree(sorted(refused.facts())));
      }
      if (decision.journal() != null) {
        entry.set("journal", texts.open(JSON.readTree(decision.journal())));
      }
    }
    return root;
  }

  private static ObjectNode recordedBy(ProvenFact fact) {
    Map<String, String> beside = sorted(fact.metadata());
    beside.remove(Decision.JOURNAL);
    return JSON.valueToTree(beside);
  }

  private static Map<String, String> sorted(Map<String, String> texts) {
    return new TreeMap<>(texts);
  }

  private static ObjectNode basis(LegalBasis basis) {
    return JSON.createObjectNode()
        .put("rule", basis.rule())
        .put("source", basis.source())
        .put("citation", basis.citation())
        .put("mark", basis.mark().sign())
        .put("origin", basis.origin());
  }
}
