package fr.livret.query.bundle;

import static fr.livret.query.bundle.Html.text;

import fr.livret.form.event.FactMetadata;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.query.bundle.ProvenFact.About;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decisions as cards of the page: who asked, when, and what came of it. */
final class DecisionCards {
  private final Citations citations;
  private final RegimeLibrary regimes;

  DecisionCards(Citations citations, RegimeLibrary regimes) {
    this.citations = citations;
    this.regimes = regimes;
  }

  /** Those of the path, of its application and of what was refused; sessions tell their own. */
  String of(List<Decision> decisions) {
    return decisions.stream()
        .filter(DecisionCards::shown)
        .map(decision -> decision.refused() ? refused(decision) : accepted(decision))
        .collect(Collectors.joining("\n", "<ul class=\"cards\">\n", "\n</ul>"));
  }

  private static boolean shown(Decision decision) {
    return switch (decision.first().about()) {
      case PATH, REFUSAL, VAE_APPLICATION -> true;
      case SESSION, CANDIDATE, REFERENTIEL -> false;
    };
  }

  private String accepted(Decision decision) {
    String facts =
        decision.facts().stream()
            .map(told ->
                "<li>%s %s <span class=\"small\">n° %d</span></li>"
                    .formatted(
                        FactTable.sentence(told),
                        citations.reference(told.basis()),
                        told.fact().position()))
            .collect(Collectors.joining("\n"));
    return """
    <li><p><span class="tag">%s</span> %s</p>
    <ul>
    %s
    </ul>%s</li>
    """
        .formatted(
            decision.first().about() == About.VAE_APPLICATION
                ? "Acceptée (demande de VAE)"
                : "Acceptée",
            when(decision),
            facts,
            by(decision));
  }

  private String refused(Decision decision) {
    CommandRefused refusal = (CommandRefused) decision.first().event();
    String facts =
        new TreeMap<>(refusal.facts())
            .entrySet().stream()
                .map(fact -> "%s : %s".formatted(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining(" ; "));
    return """
    <li class="refused"><p><span class="tag">Refusée</span> %s</p>
    <p><strong>%s</strong> %s <span class="small">n° %d, en date du %s</span></p>
    <p class="small">Demande <code>%s</code>, motif <code>%s</code>, règle <code>%s</code>%s</p>%s</li>
    """
        .formatted(
            when(decision),
            FactTable.sentence(decision.facts().getFirst()),
            citations.reference(regimes.basis(refusal.rule()).orElse(null)),
            decision.first().position(),
            FactTable.day(decision.first()),
            text(refusal.command()),
            text(refusal.code()),
            text(refusal.rule()),
            facts.isEmpty() ? "" : " (" + text(facts) + ")",
            by(decision));
  }

  private static String when(Decision decision) {
    return "le " + text(Html.time(decision.first().stored().at()));
  }

  private static String by(Decision decision) {
    Map<String, String> beside = decision.first().metadata();
    String actor = beside.getOrDefault(FactMetadata.ACTOR, "anonymous");
    String document = beside.get(FactMetadata.DOCUMENT);
    return "<p class=\"small\">Auteur déclaré : %s%s%s</p>"
        .formatted(
            actor.equals("anonymous") ? "aucun" : "<code>" + text(actor) + "</code>",
            document == null ? "" : " ; repris du document « " + text(document) + " »",
            beside.containsKey(FactMetadata.REQUEST)
                ? " ; demande n° <code>" + text(beside.get(FactMetadata.REQUEST)) + "</code>"
                : "");
  }
}
