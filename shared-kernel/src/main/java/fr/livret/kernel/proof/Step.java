package fr.livret.kernel.proof;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.LegalBasis;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a reckoning: it computes its day from what it was given. */
public sealed interface Step {

  /** The day it comes to. */
  LocalDate day();

  /** The text behind it; empty where a recorded fact or decision alone is behind it. */
  Optional<LegalBasis> basis();

  /** A recorded day is taken as it is. */
  record Taken(Anchor anchor, @Nullable LegalBasis by) implements Step {
    @Override
    public LocalDate day() {
      return anchor.day();
    }

    @Override
    public Optional<LegalBasis> basis() {
      return Optional.ofNullable(by);
    }
  }

  /**
   * All of these are there: on the day of the last of them.
   *
   * @param all never empty
   */
  record Completed(List<Anchor> all, LegalBasis by) implements Step {
    public Completed {
      all = List.copyOf(all);
    }

    @Override
    public LocalDate day() {
      return all.stream().map(Anchor::day).max(Comparator.naturalOrder()).orElseThrow();
    }

    @Override
    public Optional<LegalBasis> basis() {
      return Optional.of(by);
    }
  }

  /**
   * The same day of the month so much later, or the last of a month that lacks it.
   *
   * @param counting the text on how such a time is counted, where one is stated
   */
  record Added(LocalDate from, Period length, LegalBasis by, @Nullable LegalBasis counting)
      implements Step {
    @Override
    public LocalDate day() {
      return from.plus(length);
    }

    /** Whether the month it comes to lacks the day. */
    public boolean shortened() {
      return length.getDays() == 0 && day().getDayOfMonth() != from.getDayOfMonth();
    }

    @Override
    public Optional<LegalBasis> basis() {
      return Optional.of(by);
    }
  }

  /**
   * The same day of the month so much earlier, or the last of a month that lacks it.
   *
   * @param by absent where the length is a setting and no text is behind it
   */
  record Subtracted(LocalDate from, Period length, @Nullable LegalBasis by) implements Step {
    @Override
    public LocalDate day() {
      return from.minus(length);
    }

    /** Whether the month it comes to lacks the day. */
    public boolean shortened() {
      return length.getDays() == 0 && day().getDayOfMonth() != from.getDayOfMonth();
    }

    @Override
    public Optional<LegalBasis> basis() {
      return Optional.ofNullable(by);
    }
  }

  /**
   * The day after a last day, which is included.
   *
   * @param by absent where that alone is behind it
   */
  record Next(LocalDate last, @Nullable LegalBasis by) implements Step {
    @Override
    public LocalDate day() {
      return last.plusDays(1);
    }

    @Override
    public Optional<LegalBasis> basis() {
      return Optional.ofNullable(by);
    }
  }

  /** What happened later cannot end before it happened: the later of both days. */
  record NotBefore(LocalDate from, Anchor anchor, LegalBasis by) implements Step {
    @Override
    public LocalDate day() {
      return Days.later(from, anchor.day());
    }

    @Override
    public Optional<LegalBasis> basis() {
      return Optional.of(by);
    }
  }

  /**
   * The earliest of several limits.
   *
   * @param of never empty
   */
  record Earliest(List<Bound> of, LegalBasis by) implements Step {
    public Earliest {
      of = List.copyOf(of);
    }

    @Override
    public LocalDate day() {
      return of.stream().map(Bound::day).min(Comparator.naturalOrder()).orElseThrow();
    }

    @Override
    public Optional<LegalBasis> basis() {
      return Optional.of(by);
    }
  }

  /**
   * A limit by its name.
   *
   * @param name as in {@code FIVE_YEARS}
   */
  record Bound(String name, LocalDate day) {}

  /** A last day, included, is kept: the day is checked against it and stays. */
  record Within(LocalDate day, LocalDate lastDay, LegalBasis by) implements Step {
    @Override
    public Optional<LegalBasis> basis() {
      return Optional.of(by);
    }
  }

  /** A rule gives a day another meaning, and leaves it where it is. */
  record Deemed(LocalDate day, LegalBasis by) implements Step {
    @Override
    public Optional<LegalBasis> basis() {
      return Optional.of(by);
    }
  }

  /**
   * A title is closed: the end of its validity stays, or is that day where none was known.
   *
   * @param source of the decision
   */
  record Closed(@Nullable LocalDate end, Anchor decision, String source) implements Step {
    @Override
    public LocalDate day() {
      return end == null ? decision.day() : end;
    }

    @Override
    public Optional<LegalBasis> basis() {
      return Optional.empty();
    }
  }

  /**
   * A title is prorogued: another end takes the place of the one before.
   *
   * @param day the new end
   * @param source of the decision
   */
  record Prorogued(@Nullable LocalDate end, Anchor decision, LocalDate day, String source)
      implements Step {
    @Override
    public Optional<LegalBasis> basis() {
      return Optional.empty();
    }
  }
}
