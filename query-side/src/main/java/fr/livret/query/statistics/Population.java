package fr.livret.query.statistics;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Route;
import fr.livret.query.reading.Asked;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom the statistics are about; each criterion may be absent.
 *
 * @param from the first day counted
 * @param to the last day counted
 */
record Population(
    Optional<String> certification,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Route> route) {

  /** The parameters {@code certification}, {@code year} or {@code from} and {@code to}, route. */
  static Population of(Asked asked) {
    Optional<String> certification = asked.text("certification");
    Optional<Integer> year = asked.number("year");
    Optional<LocalDate> from = asked.day("from");
    Optional<LocalDate> to = asked.day("to");
    Optional<Route> route = asked.oneOf("route", Route.class);
    if (year.isEmpty()) {
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        asked.refuse("to", "must not be before from");
      }
      return new Population(certification, from, to, route);
    }
    if (Stream.of(from, to).anyMatch(Optional::isPresent)) {
      asked.refuse("year", "is given beside from or to: one of both says the period");
    }
    int given = year.get();
    if (given < Days.FIRST.getYear() || given > Days.LAST.getYear()) {
      asked.refuse("year", "must be from " + Days.FIRST.getYear() + " to " + Days.LAST.getYear());
      return new Population(certification, from, to, route);
    }
    return new Population(
        certification,
        Optional.of(LocalDate.of(given, 1, 1)),
        Optional.of(LocalDate.of(given, 12, 31)),
        route);
  }

  /** Nobody of whom it is about counts after that day. */
  Population until(LocalDate day) {
    LocalDate last = to.filter(end -> end.isBefore(day)).orElse(day);
    return new Population(certification, from, Optional.of(last), route);
  }

  /** For the arguments of the functions of the schema {@code reporting}. */
  Map<String, @Nullable Object> arguments() {
    Map<String, @Nullable Object> arguments = new HashMap<>();
    arguments.put("certification", certification.orElse(null));
    arguments.put("from", from.orElse(null));
    arguments.put("to", to.orElse(null));
    arguments.put("route", route.map(Enum::name).orElse(null));
    return arguments;
  }
}
