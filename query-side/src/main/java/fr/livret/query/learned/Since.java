package fr.livret.query.learned;

import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Two moments of knowledge, and the day whose answer is compared.
 *
 * @param from what was recorded at that moment was known already
 * @param to what was recorded at that moment is learned
 */
record Since(Moment from, Moment to, LocalDate effectiveOn) {

  /** The parameters {@code from}, {@code to} (now without it) and {@code effectiveOn} (today). */
  static Since of(Asked asked, Instant now) {
    Moment today = asked.moment(now);
    Optional<Instant> from = asked.instant("from");
    Optional<Instant> to = asked.instant("to");
    if (from.isEmpty()) {
      asked.refuse("from", "is needed: the moment of what was known already");
    } else if (to.isPresent() && to.get().isBefore(from.get())) {
      asked.refuse("to", "must not be before from");
    }
    return new Since(
        new Moment(today.effectiveOn(), from.orElse(now), true),
        new Moment(today.effectiveOn(), to.orElse(now), to.isPresent()),
        today.effectiveOn());
  }
}
