package fr.livret.query.bundle;

import static fr.livret.query.bundle.Html.text;

import fr.livret.kernel.law.LegalBasis;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts the page cites, numbered in the order in which it first does. */
final class Citations {
  private final Map<String, LegalBasis> cited = new LinkedHashMap<>();

  /** A reference to a text; nothing where there is none. */
  String reference(@Nullable LegalBasis basis) {
    if (basis == null) {
      return "";
    }
    cited.putIfAbsent(basis.rule(), basis);
    int number = 1;
    for (String rule : cited.keySet()) {
      if (rule.equals(basis.rule())) {
        break;
      }
      number++;
    }
    return "<a href=\"#texte-%d\" title=\"%s\">[%d]</a>"
        .formatted(number, text(basis.source()), number);
  }

  /** All that were cited by now. */
  String list() {
    StringBuilder list = new StringBuilder("<ol class=\"texts\">\n");
    int number = 1;
    for (LegalBasis basis : cited.values()) {
      list.append(
          """
          <li id="texte-%d">%s <span class="small">— %s, <code>%s</code></span>
          <blockquote>%s</blockquote></li>
          """
              .formatted(
                  number++,
                  text(basis.source()),
                  basis.mark().sign(),
                  text(basis.rule()),
                  text(basis.citation())));
    }
    return list.append("</ol>").toString();
  }
}
