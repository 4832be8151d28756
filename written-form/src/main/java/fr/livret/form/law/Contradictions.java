package fr.livret.form.law;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.Granting;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.Target;
import fr.livret.kernel.law.TitleRule;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.law.WindowRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules that are each well written but cannot hold together. */
final class Contradictions {
  private static final String BINOME = "BINOME";

  private final LawText law;

  Contradictions(LawText law) {
    this.law = law;
  }

  void note(
      @Nullable WindowRule window,
      Target target,
      List<Granting> granting,
      Set<Route> partial,
      Map<Route, TitleRule> titles) {
    if (window == null && target == Target.TITLE) {
      note(
          RuleName.WINDOW_TARGET,
          "asks for the title inside a window, but window.length says there is none");
    }
    seats(granting);
    overlaps(granting);
    for (Route route : Route.values()) {
      reachable(route, granting, partial, titles);
    }
  }

  private void seats(List<Granting> granting) {
    for (Granting one : granting) {
      int seats = one.seats().values().stream().mapToInt(Integer::intValue).sum();
      if (seats == 0) {
        note(RuleName.CCP_GRANTING, "gives " + one.body() + " no seat");
      } else if (one.body().equals(BINOME) && seats != 2) {
        note(RuleName.CCP_GRANTING, "gives BINOME " + seats + " seats, but a binôme is two");
      }
      if (one.routes().isEmpty()) {
        note(RuleName.CCP_GRANTING, "gives " + one.body() + " no route");
      }
    }
  }

  /** The same body twice on one day of one route: which of the two would have to be there? */
  private void overlaps(List<Granting> granting) {
    for (int i = 0; i < granting.size(); i++) {
      for (int j = i + 1; j < granting.size(); j++) {
        Granting one = granting.get(i);
        Granting other = granting.get(j);
        if (one.body().equals(other.body())
            && !Collections.disjoint(one.routes(), other.routes())
            && overlap(one.days(), other.days())) {
          note(
              RuleName.CCP_GRANTING,
              "states " + one.body() + " twice for the same route and the same days");
        }
      }
    }
  }

  private static boolean overlap(DateRange one, DateRange other) {
    return startsByTheEndOf(one, other) && startsByTheEndOf(other, one);
  }

  private static boolean startsByTheEndOf(DateRange one, DateRange other) {
    return one.from() == null || other.to() == null || !one.from().isAfter(other.to());
  }

  private void reachable(
      Route route, List<Granting> granting, Set<Route> partial, Map<Route, TitleRule> titles) {
    TitleRule title = titles.get(route);
    boolean granted =
        granting.stream()
            .anyMatch(one -> one.routes().contains(route) && !one.onlyOnceTitleRefused());
    if (title != null
        && title.restsOn() == RestsOn.ALL_CCPS
        && !granted
        && !partial.contains(route)) {
      note(
          RuleName.TITLE_DECISION,
          "rests on all CCPs on the route " + route + ", on which nobody may grant one");
    }
    if (title != null
        && title.interview() != title.interviewAfterRefusal()
        && !partial.contains(route)) {
      note(
          RuleName.TITLE_INTERVIEW,
          "speaks of CCPs granted on refusing the title, which jury.partial does not allow on "
              + route);
    }
  }

  private void note(RuleName rule, String message) {
    law.place(rule).problem(message);
  }
}
