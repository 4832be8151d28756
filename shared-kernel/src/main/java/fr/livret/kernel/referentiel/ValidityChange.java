package fr.livret.kernel.referentiel;

import java.time.LocalDate;

/** A decision that changes how long a title is valid. */
public sealed interface ValidityChange {
  /** The day of the decision; it has effect from then on. */
  LocalDate decidedOn();

  /** The text or authority it comes from. */
  String source();

  /** The title is closed; where its end was not known, this day is its end. */
  record Closure(LocalDate decidedOn, String source) implements ValidityChange {}

  /** The title is valid through another day, and open again where it was closed. */
  record Prorogation(LocalDate decidedOn, LocalDate until, String source)
      implements ValidityChange {}
}
