package fr.livret.kernel.law;

import java.util.Map;
import java.util.Set;

/**
 * Who may grant a CCP outside a title session.
 *
 * @param body how the law calls them, as in {@code BINOME} or {@code JURY}
 * @param routes the routes on which they may
 * @param days the days on which they may
 * @param seats how many of each role must be there at least; others may sit beside them
 * @param onlyOnceTitleRefused whether they may only after a jury has refused the title
 */
public record Granting(
    String body,
    Set<Route> routes,
    DateRange days,
    Map<EvaluatorRole, Integer> seats,
    boolean onlyOnceTitleRefused) {
  public Granting {
    routes = Set.copyOf(routes);
    seats = Map.copyOf(seats);
  }
}
