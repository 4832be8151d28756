package fr.livret.form.law;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Granting;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.ResitRule;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.SessionRules;
import fr.livret.kernel.law.Target;
import fr.livret.kernel.law.TitleRule;
import fr.livret.kernel.law.TitleRule.Interview;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.law.WindowRule;
import fr.livret.kernel.law.WindowRule.Expiry;
import fr.livret.kernel.law.WindowRule.GraceWhen;
import java.time.Period;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rules of one file, each with the values only that rule has. */
final class RegimeReader {
  /** What stands in a file where the regime has no window. */
  private static final String NONE = "NONE";

  private static final int MOST_SEATS = 20;

  private final LawText law;

  private RegimeReader(LawText law) {
    this.law = law;
  }

  /** The bases of the rules of every regime. */
  static Map<RuleName, LegalBasis> common(LawText law) {
    for (RuleName rule : RuleName.values()) {
      if (rule.common()) {
        law.rule(rule).close();
      }
    }
    law.close();
    return law.bases();
  }

  /** A regime with those common bases; empty when its file has problems, which are noted there. */
  static Optional<CapitalisationRegime> regime(LawText law, Map<RuleName, LegalBasis> common) {
    return new RegimeReader(law).read(common);
  }

  private Optional<CapitalisationRegime> read(Map<RuleName, LegalBasis> common) {
    @Nullable WindowRule window = window();
    Target target = target();
    List<Granting> granting = granting();
    Set<Route> partial = partial();
    Map<Route, TitleRule> titles = titles();
    independence();
    @Nullable ResitRule resit = resit();
    ccsAfterTitle();
    List<String> ccsEvidence = ccsEvidence();
    SessionRules sessions = SessionRulesReader.read(law);
    law.close();
    if (!law.problems().none()) {
      return Optional.empty();
    }
    new Contradictions(law).note(window, target, granting, partial, titles);
    if (!law.problems().none() || common.isEmpty()) {
      return Optional.empty();
    }
    Map<RuleName, LegalBasis> bases = new EnumMap<>(common);
    bases.putAll(law.bases());
    return Optional.of(
        new CapitalisationRegime(
            law.id(),
            law.title(),
            law.inForce(),
            window,
            target,
            granting,
            partial,
            titles,
            resit,
            ccsEvidence,
            sessions,
            bases));
  }

  private @Nullable WindowRule window() {
    Section length = law.rule(RuleName.WINDOW_LENGTH);
    Entry value = length.required("value");
    boolean none = value.value() instanceof Written.Text(String text, int _) && text.equals(NONE);
    Period years = none ? Period.ZERO : value.period();
    length.close();
    only(RuleName.WINDOW_START, none ? NONE : "FIRST_CCP_OBTAINED");
    only(RuleName.WINDOW_COUNTING, none ? NONE : "SAME_DAY_INCLUDED");
    Section validity = law.rule(RuleName.WINDOW_VALIDITY);
    boolean endsWithValidity = validity.required("endsWithValidity").flag();
    if (none && endsWithValidity) {
      validity
          .required("endsWithValidity")
          .problem("contradicts window.length, which says there is no window");
    }
    validity.close();
    Section closure = law.rule(RuleName.WINDOW_CLOSURE);
    GraceWhen when = closure.required("when").one(GraceWhen.class);
    Period grace = closure.optional("grace").map(Entry::period).orElse(Period.ZERO);
    if ((when == GraceWhen.NEVER) != grace.isZero()) {
      closure.itself().problem("a grace has a length and a condition other than NEVER, or neither");
    } else if (!endsWithValidity && !grace.isZero()) {
      closure
          .itself()
          .problem("adds to the end of validity, but window.validity says that it ends no window");
    }
    closure.close();
    return none ? noExpiry() : new WindowRule(years, endsWithValidity, grace, when, expiry());
  }

  private @Nullable WindowRule noExpiry() {
    only(RuleName.WINDOW_EXPIRY, NONE);
    return null;
  }

  private Expiry expiry() {
    Section section = law.rule(RuleName.WINDOW_EXPIRY);
    Expiry expiry = section.required("value").one(Expiry.class);
    section.close();
    return expiry;
  }

  private Target target() {
    Section section = law.rule(RuleName.WINDOW_TARGET);
    Target target = section.required("value").one(Target.class);
    section.close();
    return target;
  }

  private List<Granting> granting() {
    Section section = law.rule(RuleName.CCP_GRANTING);
    List<Granting> granting =
        section.required("grants").items().stream().map(RegimeReader::granting).toList();
    section.close();
    return granting;
  }

  private static Granting granting(Entry entry) {
    Section section = entry.section();
    Granting granting =
        new Granting(
            section.required("body").code(),
            section.required("routes").several(Route.class),
            section.days("from", "through"),
            section.required("seats").each(EvaluatorRole.class, seat -> seat.whole(1, MOST_SEATS)),
            section.optional("onlyOnceTitleRefused").map(Entry::flag).orElse(false));
    section.close();
    return granting;
  }

  private void independence() {
    only(RuleName.EVALUATOR_INDEPENDENCE, "OWN_TRAINER_EXCLUDED");
  }

  private Set<Route> partial() {
    Section section = law.rule(RuleName.JURY_PARTIAL);
    Set<Route> routes = section.required("routes").several(Route.class);
    section.close();
    return routes;
  }

  private Map<Route, TitleRule> titles() {
    Section decision = law.rule(RuleName.TITLE_DECISION);
    Map<Route, RestsOn> restsOn =
        everyRoute(decision.required("restsOn"), entry -> entry.one(RestsOn.class));
    decision.close();
    Section interview = law.rule(RuleName.TITLE_INTERVIEW);
    Map<Route, Interview> first =
        everyRoute(interview.required("interview"), entry -> entry.one(Interview.class));
    Map<Route, Interview> afterRefusal =
        interview
            .optional("afterRefusal")
            .map(entry -> entry.each(Route.class, each -> each.one(Interview.class)))
            .orElse(Map.of());
    interview.close();
    Map<Route, TitleRule> titles = new EnumMap<>(Route.class);
    restsOn.forEach((route, rests) -> {
      Interview held = first.getOrDefault(route, Interview.REQUIRED);
      titles.put(route, new TitleRule(rests, held, afterRefusal.getOrDefault(route, held)));
    });
    return titles;
  }

  private static <V> Map<Route, V> everyRoute(Entry entry, Function<Entry, V> reading) {
    Map<Route, V> found = entry.each(Route.class, reading);
    for (Route route : Route.values()) {
      if (!found.containsKey(route)) {
        entry.problem("says nothing of the route " + route);
      }
    }
    return found;
  }

  /** Absent where the rule states no limit. */
  private @Nullable ResitRule resit() {
    Section section = law.rule(RuleName.RESIT);
    @Nullable Period within = section.optional("within").map(Entry::period).orElse(null);
    @Nullable Integer sessions =
        section.optional("sessions").map(entry -> entry.whole(1, 99)).orElse(null);
    Set<ResitRule.Outcome> after = new HashSet<>();
    section.itemsIfAny("after").forEach(entry -> after.add(entry.one(ResitRule.Outcome.class)));
    boolean training = section.optional("withoutNewTraining").map(Entry::flag).orElse(false);
    section.close();
    if (within == null && sessions == null && after.isEmpty()) {
      return null;
    }
    if (within == null || sessions == null || after.isEmpty()) {
      law.place(RuleName.RESIT).problem("states within, sessions and after together, or none");
      return null;
    }
    return new ResitRule(within, sessions, after, training);
  }

  private void ccsAfterTitle() {
    only(RuleName.CCS_AFTER_TITLE, "TITLE_HELD");
  }

  private List<String> ccsEvidence() {
    Section section = law.rule(RuleName.CCS_EVIDENCE);
    List<String> elements = section.required("elements").items().stream().map(Entry::code).toList();
    section.close();
    return elements;
  }

  /** A rule the program applies in one way only: the file says so in that word. */
  private void only(RuleName rule, String word) {
    Section section = law.rule(rule);
    section.required("value").only(word);
    section.close();
  }
}
