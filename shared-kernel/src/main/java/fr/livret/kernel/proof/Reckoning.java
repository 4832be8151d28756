package fr.livret.kernel.proof;

import fr.livret.kernel.law.LegalBasis;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day and the steps that lead to it. Whoever computes a day computes it so: the day is what the
 * last step comes to, and no other account of it exists.
 *
 * @param before what the last step starts from; absent where it is the first
 */
public record Reckoning(@Nullable Reckoning before, Step last) {

  /** Begins with a recorded day, by a rule that makes it the beginning. */
  public static Reckoning from(Anchor anchor, @Nullable LegalBasis by) {
    return new Reckoning(null, new Step.Taken(anchor, by));
  }

  /** Begins with the last of several recorded days. */
  public static Reckoning completed(List<Anchor> all, LegalBasis by) {
    return new Reckoning(null, new Step.Completed(all, by));
  }

  /** The end of a title's validity once it is closed. */
  public static Reckoning closed(@Nullable Reckoning end, Anchor decision, String source) {
    return new Reckoning(end, new Step.Closed(end == null ? null : end.day(), decision, source));
  }

  /** The end of a title's validity once it is prorogued. */
  public static Reckoning prorogued(
      @Nullable Reckoning end, Anchor decision, LocalDate until, String source) {
    return new Reckoning(
        end, new Step.Prorogued(end == null ? null : end.day(), decision, until, source));
  }

  /** So much later. */
  public Reckoning plus(Period length, LegalBasis by, @Nullable LegalBasis counting) {
    return then(new Step.Added(day(), length, by, counting));
  }

  /** So much earlier. */
  public Reckoning minus(Period length, @Nullable LegalBasis by) {
    return then(new Step.Subtracted(day(), length, by));
  }

  /** The day after. */
  public Reckoning next(@Nullable LegalBasis by) {
    return then(new Step.Next(day(), by));
  }

  /** That day, or a later one that was recorded. */
  public Reckoning notBefore(Anchor anchor, LegalBasis by) {
    return then(new Step.NotBefore(day(), anchor, by));
  }

  /** The earliest of several limits, of which this is the one. */
  public Reckoning earliest(List<Step.Bound> of, LegalBasis by) {
    return then(new Step.Earliest(of, by));
  }

  /** The same day, which a last day includes. */
  public Reckoning within(LocalDate lastDay, LegalBasis by) {
    return then(new Step.Within(day(), lastDay, by));
  }

  /** The same day, to which a rule gives another meaning. */
  public Reckoning deemed(LegalBasis by) {
    return then(new Step.Deemed(day(), by));
  }

  private Reckoning then(Step step) {
    return new Reckoning(this, step);
  }

  /** The day it comes to. */
  public LocalDate day() {
    return last.day();
  }

  /** Every step, in order. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (@Nullable Reckoning one = this; one != null; one = one.before) {
      steps.add(one.last);
    }
    Collections.reverse(steps);
    return steps;
  }
}
