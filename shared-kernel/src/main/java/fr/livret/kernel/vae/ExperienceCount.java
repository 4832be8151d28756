package fr.livret.kernel.vae;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How much experience counts. On each day the shares of all periods that count add up, to full time
 * at most; days that follow each other with the same share make one span. A span is counted in
 * calendar years, months and days; where spans are weighed or added up a month is thirty days and a
 * year twelve months.
 *
 * @param spans in order, none touching the next with the same share
 * @param thirtieths the sum, in days of which thirty make a month
 */
public record ExperienceCount(List<Span> spans, BigDecimal thirtieths) {
  private static final int MONTH = 30;
  private static final int YEAR = 12 * MONTH;

  /** Nothing. */
  public static final ExperienceCount NONE = new ExperienceCount(List.of(), BigDecimal.ZERO);

  /**
   * Days that follow each other.
   *
   * @param to included
   * @param share of full time on each of them, at most 1
   */
  public record Span(LocalDate from, LocalDate to, BigDecimal share) {
    BigDecimal thirtieths() {
      Period length = Period.between(from, to.plusDays(1));
      // Thirty days of a month that has thirty-one are not that month yet.
      int days = Math.min(length.getDays(), MONTH - 1);
      return share.multiply(BigDecimal.valueOf(length.toTotalMonths() * MONTH + days));
    }
  }

  public ExperienceCount {
    spans = List.copyOf(spans);
    thirtieths = thirtieths.signum() == 0 ? BigDecimal.ZERO : thirtieths.stripTrailingZeros();
  }

  /** What of these periods counts: related to the title, of a kind that counts. */
  public static ExperienceCount of(List<ExperiencePeriod> periods, Set<ExperienceKind> counting) {
    List<ExperiencePeriod> that =
        periods.stream().filter(one -> one.related() && counting.contains(one.kind())).toList();
    List<Span> spans = new ArrayList<>();
    for (Span next : pieces(that)) {
      if (!spans.isEmpty() && continues(spans.getLast(), next)) {
        spans.addLast(new Span(spans.removeLast().from(), next.to(), next.share()));
      } else {
        spans.add(next);
      }
    }
    BigDecimal sum = spans.stream().map(Span::thirtieths).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new ExperienceCount(spans, sum);
  }

  /** Between two days on which any period begins or has ended, nothing changes. */
  private static List<Span> pieces(List<ExperiencePeriod> periods) {
    SortedSet<LocalDate> edges = new TreeSet<>();
    for (ExperiencePeriod period : periods) {
      edges.add(period.from());
      edges.add(period.to().plusDays(1));
    }
    List<LocalDate> days = List.copyOf(edges);
    List<Span> pieces = new ArrayList<>();
    for (int i = 0; i + 1 < days.size(); i++) {
      LocalDate from = days.get(i);
      BigDecimal share =
          periods.stream()
              .filter(one -> !one.from().isAfter(from) && !one.to().isBefore(from))
              .map(ExperiencePeriod::fullTimeShare)
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .min(BigDecimal.ONE);
      if (share.signum() > 0) {
        pieces.add(new Span(from, days.get(i + 1).minusDays(1), share.stripTrailingZeros()));
      }
    }
    return pieces;
  }

  private static boolean continues(Span one, Span next) {
    return one.to().plusDays(1).equals(next.from()) && one.share().compareTo(next.share()) == 0;
  }

  /** Whether it is at least that long. */
  public boolean reaches(Period required) {
    long days = required.toTotalMonths() * MONTH + required.getDays();
    return thirtieths.compareTo(BigDecimal.valueOf(days)) >= 0;
  }

  /** In whole years, months and days; what is left of a day is left out. */
  public Period length() {
    int days = thirtieths.intValue();
    return Period.of(days / YEAR, days % YEAR / MONTH, days % MONTH);
  }
}
