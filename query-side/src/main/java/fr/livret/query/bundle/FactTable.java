package fr.livret.query.bundle;

import static fr.livret.query.bundle.Html.text;

import java.util.List;

/** Facts as a table of the page. */
final class FactTable {
  private final Citations citations;

  FactTable(Citations citations) {
    this.citations = citations;
  }

  String of(String caption, List<Told> facts) {
    StringBuilder table =
        new StringBuilder(
            """
            <table class="facts">
            <caption>%s</caption>
            <thead><tr><th scope="col">Date d’effet</th><th scope="col">Fait</th>\
            <th scope="col">Enregistré le</th><th scope="col">N°</th></tr></thead>
            <tbody>
            """
                .formatted(text(caption)));
    for (Told told : facts) {
      table.append(row(told));
    }
    return table.append("</tbody>\n</table>\n").toString();
  }

  private String row(Told told) {
    ProvenFact fact = told.fact();
    return """
    <tr><td class="nowrap" data-label="Date d’effet">%s</td><td>%s %s</td>\
    <td class="nowrap" data-label="Enregistré le">%s</td><td class="number" data-label="N°">%d</td></tr>
    """
        .formatted(
            day(fact),
            sentence(told),
            citations.reference(told.basis()),
            Html.shortTime(fact.stored().at()),
            fact.position());
  }

  /** Marked, so that a program which checks the page finds what it has to compare. */
  static String sentence(Told told) {
    return "<span data-fact=\"%d\">%s</span>"
        .formatted(told.fact().position(), text(told.sentence()));
  }

  /** The day of effect, marked as well. */
  static String day(ProvenFact fact) {
    return "<time data-effective=\"%d\" datetime=\"%s\">%s</time>"
        .formatted(fact.position(), fact.effectiveOn(), Html.shortDay(fact.effectiveOn()));
  }
}
