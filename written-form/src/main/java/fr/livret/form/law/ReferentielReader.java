package fr.livret.form.law;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.AccessRule;
import fr.livret.kernel.referentiel.AssessmentElement;
import fr.livret.kernel.referentiel.Ccp;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Ccs;
import fr.livret.kernel.referentiel.Prerequisite;
import fr.livret.kernel.referentiel.Prerequisite.RequiredFor;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a référentiel: strictly what the law needs, freely what only people read. */
final class ReferentielReader {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]*");
  private static final int MOST_CCPS = 60;
  private static final int MOST_ITEMS = 200;
  private static final int LONGEST_DAY = 24 * 60;
  private static final Set<String> FREE =
      Set.of("predecessor", "successor", "codes", "programmes", "documentation", "marks", "notes");

  private final Section document;

  private ReferentielReader(Section document) {
    this.document = document;
  }

  /** The référentiel; empty when the document has problems, which are then noted. */
  static Optional<Referentiel> read(Entry root) {
    return new ReferentielReader(root.section()).read(root.problems());
  }

  private Optional<Referentiel> read(Problems problems) {
    String code = code(document.required("code"));
    String title = document.required("title").words();
    Optional<String> rncp = document.optional("rncp").map(Entry::label);
    String level = document.required("level").label();
    String regime = code(document.required("regime"));
    Entry routesEntry = document.required("routes");
    Set<Route> routes = routesEntry.several(Route.class);
    if (routes.isEmpty()) {
      routesEntry.problem("must name at least one route");
    }
    List<AccessRule> accesses = accesses();
    List<Ccp> ccps = ccps();
    Map<Route, List<AssessmentElement>> titleAssessment = titleAssessment(routes);
    DateRange validity = document.optional("validity").map(this::validity).orElse(DateRange.OPEN);
    List<Prerequisite> prerequisites = prerequisites();
    List<Ccs> ccs = ccs();
    document.itemsIfAny("sources").forEach(ReferentielReader::source);
    document.free(FREE);
    document.close();
    if (!problems.none()) {
      return Optional.empty();
    }
    return Optional.of(
        new Referentiel(
            new ReferentielCode(code),
            title,
            rncp.orElse(null),
            level,
            regime,
            routes,
            accesses,
            ccps,
            titleAssessment,
            validity,
            prerequisites,
            ccs));
  }

  private static String code(Entry entry) {
    return entry.shaped(CODE, 40, "1 to 40 upper-case ASCII letters, digits and hyphens");
  }

  private List<AccessRule> accesses() {
    Set<Access> seen = new HashSet<>();
    return document.itemsIfAny("accesses").stream()
        .map(entry -> {
          Section section = entry.section();
          AccessRule rule =
              new AccessRule(
                  section.required("access").one(Access.class),
                  section.required("open").flag(),
                  section.optional("jury").map(Entry::words).orElse(null));
          section.close();
          if (!seen.add(rule.access())) {
            entry.problem("states the access " + rule.access() + " again");
          }
          return rule;
        })
        .toList();
  }

  private List<Ccp> ccps() {
    Entry entry = document.required("ccps");
    List<Entry> items = entry.items();
    if (items.isEmpty()) {
      entry.problem("must have at least one CCP");
    } else if (items.size() > MOST_CCPS) {
      entry.problem("has more than " + MOST_CCPS + " CCPs");
    }
    Set<String> seen = new HashSet<>();
    return items.stream()
        .limit(MOST_CCPS)
        .map(item -> {
          Section section = item.section();
          String code = once(section.required("code"), seen);
          String title = section.required("title").words();
          List<String> competences =
              limited(section, "competences").stream().map(Entry::words).toList();
          List<AssessmentElement> assessment = elements(limited(section, "assessment"));
          section.close();
          return new Ccp(new CcpCode(code), title, competences, assessment);
        })
        .toList();
  }

  private Map<Route, List<AssessmentElement>> titleAssessment(Set<Route> routes) {
    Map<Route, List<AssessmentElement>> found =
        document
            .optional("titleAssessment")
            .map(entry -> entry.each(Route.class, each -> elements(each.items())))
            .orElse(Map.of());
    for (Route route : found.keySet()) {
      if (!routes.contains(route)) {
        document
            .required("titleAssessment")
            .problem("states the route " + route + ", which routes does not open");
      }
    }
    return found;
  }

  private DateRange validity(Entry entry) {
    Section section = entry.section();
    DateRange days = section.days("from", "to");
    section.close();
    return days;
  }

  /** A bare text is the kind of a certificate that the title requires. */
  private List<Prerequisite> prerequisites() {
    Set<String> seen = new HashSet<>();
    return limited(document, "prerequisites").stream()
        .map(entry -> {
          if (entry.isText()) {
            String code = once(entry, seen);
            return new Prerequisite(code, code, RequiredFor.TITLE);
          }
          Section section = entry.section();
          Prerequisite prerequisite =
              new Prerequisite(
                  once(section.required("code"), seen),
                  section.required("title").words(),
                  section.required("requiredFor").one(RequiredFor.class));
          section.close();
          return prerequisite;
        })
        .toList();
  }

  private List<Ccs> ccs() {
    Set<String> seen = new HashSet<>();
    return limited(document, "ccs").stream()
        .map(entry -> {
          if (entry.isText()) {
            String code = once(entry, seen);
            return new Ccs(code, code, List.of());
          }
          Section section = entry.section();
          Ccs ccs =
              new Ccs(
                  once(section.required("code"), seen),
                  section.required("title").words(),
                  elements(limited(section, "assessment")));
          section.close();
          return ccs;
        })
        .toList();
  }

  private static void source(Entry entry) {
    if (entry.isText()) {
      entry.words();
    } else {
      // Sources are shown, never applied: a group of fields of any names.
      entry.section();
    }
  }

  private static List<AssessmentElement> elements(List<Entry> items) {
    Set<String> seen = new HashSet<>();
    Map<String, Boolean> required = new HashMap<>();
    List<AssessmentElement> elements =
        items.stream()
            .map(item -> {
              Section section = item.section();
              AssessmentElement element =
                  new AssessmentElement(
                      once(section.required("code"), seen),
                      section.required("title").words(),
                      section
                          .optional("minutes")
                          .map(minutes -> minutes.whole(1, LONGEST_DAY))
                          .orElse(null),
                      section.required("required").flag(),
                      section.optional("insteadOf").map(Entry::code).orElse(null));
              section.close();
              required.put(element.code(), element.required());
              return element;
            })
            .toList();
    for (int i = 0; i < elements.size(); i++) {
      String other = elements.get(i).insteadOf();
      if (other != null && !required.getOrDefault(other, false)) {
        items.get(i).problem("stands instead of " + other + ", which is no required element here");
      }
    }
    return elements;
  }

  private static List<Entry> limited(Section section, String name) {
    List<Entry> items = section.itemsIfAny(name);
    if (items.size() > MOST_ITEMS) {
      section.required(name).problem("has more than " + MOST_ITEMS + " items");
      return items.subList(0, MOST_ITEMS);
    }
    return items;
  }

  private static String once(Entry entry, Set<String> seen) {
    String code = entry.code();
    if (!code.isEmpty() && !seen.add(code)) {
      entry.problem("is " + code + ", which stands here already");
    }
    return code;
  }
}
