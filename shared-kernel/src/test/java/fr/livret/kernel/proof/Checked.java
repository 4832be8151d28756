package fr.livret.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a proof as a reader would who trusts none of it: step by step, with a calendar. */
public final class Checked {
  private Checked() {}

  /** Each step starts from where the one before came to, and its arithmetic is right. */
  public static void followed(Proof proof) {
    @Nullable LocalDate reached = null;
    for (Step step : proof.reckoning().steps()) {
      assertThat(from(step)).as("%s", proof).isEqualTo(Optional.ofNullable(reached));
      reached = arrived(step);
      assertThat(step.day()).as("%s", step).isEqualTo(reached);
    }
    assertThat(proof.day()).isEqualTo(reached);
  }

  /** What a reckoning begins with, and what it takes in on its way. */
  public static List<Anchor> anchors(Proof proof) {
    List<Anchor> anchors = new ArrayList<>();
    for (Step step : proof.reckoning().steps()) {
      switch (step) {
        case Step.Taken(var anchor, _) -> anchors.add(anchor);
        case Step.Completed(var all, _) -> anchors.addAll(all);
        case Step.NotBefore(_, var anchor, _) -> anchors.add(anchor);
        case Step.Closed(_, var decision, _) -> anchors.add(decision);
        case Step.Prorogued(_, var decision, _, _) -> anchors.add(decision);
        case Step.Added _,
            Step.Subtracted _,
            Step.Next _,
            Step.Earliest _,
            Step.Within _,
            Step.Deemed _ -> {}
      }
    }
    return anchors;
  }

  /** As in {@code CCP_OBTAINED CCP1 2014-03-10, + P5Y = 2019-03-10}. */
  public static String told(Proof proof) {
    return proof.reckoning().steps().stream()
        .map(Checked::told)
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  private static String told(Step step) {
    return switch (step) {
      case Step.Taken(var anchor, _) -> told(anchor);
      case Step.Completed(var all, _) -> all.stream().map(Checked::told).toList().toString();
      case Step.Added added ->
          "+ "
              + added.length()
              + " = "
              + added.day()
              + (added.shortened() ? " (last of the month)" : "");
      case Step.Subtracted subtracted ->
          "- "
              + subtracted.length()
              + " = "
              + subtracted.day()
              + (subtracted.shortened() ? " (last of the month)" : "");
      case Step.Next next -> "the day after = " + next.day();
      case Step.NotBefore(_, var anchor, _) -> "not before " + told(anchor);
      case Step.Earliest(var of, _) ->
          "earliest of "
              + of.stream().map(bound -> bound.name() + " " + bound.day()).toList()
              + " = "
              + step.day();
      case Step.Within(_, var lastDay, _) -> "within " + lastDay;
      case Step.Deemed _ -> "deemed";
      case Step.Closed(_, var decision, _) -> told(decision) + " = " + step.day();
      case Step.Prorogued(_, var decision, var until, _) -> told(decision) + " = " + until;
    };
  }

  private static String told(Anchor anchor) {
    return anchor.kind()
        + (anchor.about().isEmpty() ? " " : " " + anchor.about() + " ")
        + anchor.day();
  }

  private static Optional<LocalDate> from(Step step) {
    return switch (step) {
      case Step.Taken _, Step.Completed _ -> Optional.empty();
      case Step.Added(var from, _, _, _) -> Optional.of(from);
      case Step.Subtracted(var from, _, _) -> Optional.of(from);
      case Step.Next(var last, _) -> Optional.of(last);
      case Step.NotBefore(var from, _, _) -> Optional.of(from);
      case Step.Earliest earliest -> Optional.of(earliest.day());
      case Step.Within(var day, _, _) -> Optional.of(day);
      case Step.Deemed(var day, _) -> Optional.of(day);
      case Step.Closed(var end, _, _) -> Optional.ofNullable(end);
      case Step.Prorogued(var end, _, _, _) -> Optional.ofNullable(end);
    };
  }

  /** The same arithmetic by other means. */
  private static LocalDate arrived(Step step) {
    return switch (step) {
      case Step.Taken(var anchor, _) -> anchor.day();
      case Step.Completed(var all, _) ->
          LocalDate.ofEpochDay(
              all.stream().mapToLong(one -> one.day().toEpochDay()).max().orElseThrow());
      case Step.Added(var from, var length, _, _) -> sameDayOfMonth(from, length);
      case Step.Subtracted(var from, var length, _) -> sameDayOfMonth(from, length.negated());
      case Step.Next(var last, _) -> LocalDate.ofEpochDay(last.toEpochDay() + 1);
      case Step.NotBefore(var from, var anchor, _) ->
          LocalDate.ofEpochDay(Math.max(from.toEpochDay(), anchor.day().toEpochDay()));
      case Step.Earliest(var of, _) ->
          LocalDate.ofEpochDay(
              of.stream().mapToLong(one -> one.day().toEpochDay()).min().orElseThrow());
      case Step.Within(var day, var lastDay, _) -> {
        assertThat(day).isBeforeOrEqualTo(lastDay);
        yield day;
      }
      case Step.Deemed(var day, _) -> day;
      case Step.Closed(var end, var decision, _) -> end == null ? decision.day() : end;
      case Step.Prorogued(_, _, var until, _) -> until;
    };
  }

  private static LocalDate sameDayOfMonth(LocalDate from, Period length) {
    YearMonth month = YearMonth.from(from).plusMonths(length.toTotalMonths());
    LocalDate same = month.atDay(Math.min(from.getDayOfMonth(), month.lengthOfMonth()));
    return LocalDate.ofEpochDay(same.toEpochDay() + length.getDays());
  }
}
