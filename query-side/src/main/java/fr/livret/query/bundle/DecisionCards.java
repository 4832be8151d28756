package fr.livret.query.bundle;

import static fr.livret.query.bundle.Html.text;

import fr.livret.form.event.FactMetadata;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.query.bundle.ProvenFact.About;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Decisions as cards of the page: who asked, when, and what came of it. */
final class DecisionCards {
  private final Citations citations;
  private final RegimeLibrary regimes;

  DecisionCards(Citations citations, RegimeLibrary regimes) {
    this.citations = citations;
    this.regimes = regimes;
  }

  /** Those of the path and of its application; what else is in the bundle tells its own. */
  String of(List<Decision> decisions) {
    return decisions.stream()
        .filter(DecisionCards::shown)
        .map(decision ->
            switch (decision.outcome()) {
              case ACCEPTED -> accepted(decision);
              case REFUSED -> refused(decision);
              case NO_EFFECT -> card("effectless", "Sans effet", decision, "");
            })
        .collect(Collectors.joining("\n", "<ul class=\"cards\">\n", "\n</ul>"));
  }

  private static boolean shown(Decision decision) {
    return switch (decision.first().about()) {
      case PATH, ANSWER, VAE_APPLICATION -> true;
      case SESSION, CANDIDATE, REFERENTIEL -> false;
    };
  }

  private String accepted(Decision decision) {
    boolean vae = decision.first().about() == About.VAE_APPLICATION;
    return card("accepted", vae ? "Acceptée (demande de VAE)" : "Acceptée", decision, "");
  }

  private String refused(Decision decision) {
    CommandRefused refusal = (CommandRefused) decision.first().event();
    String facts =
        new TreeMap<>(refusal.facts())
            .entrySet().stream()
                .map(fact -> "%s : %s".formatted(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining(" ; "));
    return card(
        "refused",
        "Refusée",
        decision,
        "<p class=\"small\">Motif <code>%s</code>%s, règle <code>%s</code> %s</p>\n"
            .formatted(
                text(refusal.code()),
                facts.isEmpty() ? "" : " (" + text(facts) + ")",
                text(refusal.rule()),
                citations.reference(basis(refusal.rule()).orElse(null))));
  }

  /** A rule of every regime may be named by its key alone. */
  private Optional<LegalBasis> basis(String rule) {
    return regimes
        .basis(rule)
        .or(() ->
            regimes.editions().stream()
                .filter(edition -> edition.code().equals("COMMON"))
                .flatMap(edition -> regimes.basis(edition.text() + "#" + rule).stream())
                .findFirst());
  }

  private String card(String kind, String tag, Decision decision, String reason) {
    String facts =
        decision.facts().stream()
            .map(told ->
                "<li>%s %s <span class=\"small\">n° %d, au %s</span></li>"
                    .formatted(
                        FactTable.sentence(told),
                        citations.reference(told.basis()),
                        told.fact().position(),
                        FactTable.day(told.fact())))
            .collect(Collectors.joining("\n"));
    return """
    <li class="%s"><p><span class="tag">%s</span> %s</p>
    <ul>
    %s
    </ul>
    %s%s%s</li>
    """
        .formatted(kind, tag, when(decision), facts, reason, asked(decision), by(decision));
  }

  /** What the journal keeps: the command, and what it was decided on. */
  private static String asked(Decision decision) {
    String journal = decision.journal();
    if (journal == null) {
      return "";
    }
    JsonNode entry = Readable.JSON.readTree(journal);
    long seen = entry.path("seen").asLong();
    JsonNode laws = entry.path("laws");
    List<String> under = new ArrayList<>();
    for (String name : List.of("regime", "vae")) {
      JsonNode law = laws.path(name);
      if (law.isObject()) {
        under.add(law.path("code").asString() + "/" + law.path("edition").asString());
      }
    }
    JsonNode title = laws.path("referentiel");
    if (title.isObject()) {
      under.add(title.path("code").asString() + " version " + title.path("number").asString());
    }
    return "<p class=\"small\">Demande <code>%s</code>, décidée au vu %s%s</p>\n"
        .formatted(
            text(entry.path("command").asString()),
            seen == 0
                ? "d’un dossier encore vide"
                : seen == 1
                    ? "du premier fait du dossier"
                    : "des " + seen + " premiers faits du dossier",
            under.isEmpty() ? "" : ", sous " + text(String.join(", ", under)));
  }

  private static String when(Decision decision) {
    return "le " + text(Html.time(decision.first().stored().at()));
  }

  private static String by(Decision decision) {
    Map<String, String> beside = decision.first().metadata();
    String actor = beside.getOrDefault(FactMetadata.ACTOR, "anonymous");
    String document = beside.get(FactMetadata.DOCUMENT);
    return "<p class=\"small\">Auteur déclaré : %s%s%s%s</p>"
        .formatted(
            actor.equals("anonymous") ? "aucun" : "<code>" + text(actor) + "</code>",
            document == null ? "" : " ; repris du document « " + text(document) + " »",
            beside.containsKey(FactMetadata.REQUEST)
                ? " ; demande n° <code>" + text(beside.get(FactMetadata.REQUEST)) + "</code>"
                : "",
            beside.containsKey(FactMetadata.CLIENT)
                ? " ; envoyée par <code>" + text(beside.get(FactMetadata.CLIENT)) + "</code>"
                : "");
  }
}
