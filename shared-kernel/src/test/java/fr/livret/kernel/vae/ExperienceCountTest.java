package fr.livret.kernel.vae;

import static fr.livret.kernel.vae.ExperienceKind.EMPLOYED;
import static fr.livret.kernel.vae.ExperienceKind.SELF_EMPLOYED;
import static fr.livret.kernel.vae.ExperienceKind.TRAINING;
import static fr.livret.kernel.vae.ExperienceKind.VOLUNTARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.livret.kernel.vae.ExperienceCount.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** How much experience counts. */
class ExperienceCountTest {
  private static final Period THREE_YEARS = Period.ofYears(3);

  @Test
  void two_years_eleven_months_and_twenty_four_days_are_counted_by_the_calendar() {
    ExperienceCount count =
        count(
            period("2007-01-08", "2009-12-31", EMPLOYED),
            period("2010-01-01", "2010-01-07", TRAINING));
    assertThat(count.length()).isEqualTo(Period.of(2, 11, 24));
    assertThat(count.reaches(THREE_YEARS)).isFalse();
  }

  @Test
  void three_years_are_reached_on_the_day_before_the_same_day_three_years_later() {
    assertThat(count(period("2007-01-08", "2010-01-06", EMPLOYED)).reaches(THREE_YEARS)).isFalse();
    assertThat(count(period("2007-01-08", "2010-01-07", EMPLOYED)).reaches(THREE_YEARS)).isTrue();
  }

  @Test
  void from_a_leap_day_on_three_years_are_reached_when_that_month_ends() {
    assertThat(count(period("2012-02-29", "2015-02-26", EMPLOYED)).reaches(THREE_YEARS)).isFalse();
    assertThat(count(period("2012-02-29", "2015-02-28", EMPLOYED)).reaches(THREE_YEARS)).isTrue();
  }

  @Test
  void periods_that_overlap_count_once() {
    ExperienceCount count =
        count(
            period("2007-01-01", "2008-12-31", EMPLOYED),
            period("2008-01-01", "2009-06-30", VOLUNTARY));
    assertThat(count.spans())
        .containsExactly(new Span(day("2007-01-01"), day("2009-06-30"), BigDecimal.ONE));
    assertThat(count.length()).isEqualTo(Period.of(2, 6, 0));
  }

  @Test
  void periods_that_follow_each_other_are_one_span() {
    ExperienceCount count =
        count(
            period("2008-07-15", "2009-12-31", SELF_EMPLOYED),
            period("2007-01-31", "2008-07-14", EMPLOYED));
    assertThat(count.spans()).hasSize(1);
    assertThat(count.length()).isEqualTo(Period.of(2, 11, 1));
  }

  @Test
  void half_time_counts_by_half_and_two_halves_make_a_whole() {
    assertThat(count(share("2007-01-01", "2012-12-31", "0.5")).length())
        .isEqualTo(Period.of(3, 0, 0));
    assertThat(
            count(
                    share("2007-01-01", "2009-12-31", "0.5"),
                    share("2007-01-01", "2009-12-31", "0.50"))
                .length())
        .isEqualTo(THREE_YEARS);
  }

  @Test
  void more_than_full_time_is_full_time() {
    ExperienceCount count =
        count(share("2007-01-01", "2007-12-31", "0.8"), share("2007-07-01", "2008-12-31", "0.8"));
    assertThat(count.spans())
        .containsExactly(
            new Span(day("2007-01-01"), day("2007-06-30"), new BigDecimal("0.8")),
            new Span(day("2007-07-01"), day("2007-12-31"), BigDecimal.ONE),
            new Span(day("2008-01-01"), day("2008-12-31"), new BigDecimal("0.8")));
    assertThat(count.thirtieths()).isEqualByComparingTo("612");
    assertThat(count.length()).isEqualTo(Period.of(1, 8, 12));
  }

  @Test
  void two_spans_of_eighteen_months_make_three_years_whatever_their_days() {
    assertThat(
            count(
                    period("2007-01-01", "2008-06-30", EMPLOYED),
                    period("2009-01-01", "2010-06-30", EMPLOYED))
                .reaches(THREE_YEARS))
        .isTrue();
  }

  @Test
  void what_is_not_related_to_the_title_does_not_count() {
    ExperiencePeriod unrelated =
        new ExperiencePeriod(
            day("2001-01-01"), day("2009-12-31"), EMPLOYED, null, BigDecimal.ONE, false);
    assertThat(count(unrelated)).isEqualTo(ExperienceCount.NONE);
  }

  @Test
  void a_share_of_full_time_lies_above_none_and_at_most_at_one() {
    for (String share : List.of("0", "-0.1", "1.01")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> share("2007-01-01", "2007-12-31", share));
    }
  }

  @Property(tries = 300)
  void neither_order_nor_repetition_nor_a_cut_changes_what_counts(
      @ForAll("periods") List<ExperiencePeriod> periods, @ForAll Random random) {
    List<ExperiencePeriod> other = new ArrayList<>();
    for (ExperiencePeriod one : periods) {
      LocalDate cut = one.from().plusDays(one.from().until(one.to()).getDays() / 2);
      if (cut.isBefore(one.to())) {
        other.add(part(one, one.from(), cut));
        other.add(part(one, cut.plusDays(1), one.to()));
      } else {
        other.add(one);
      }
    }
    Collections.shuffle(other, random);
    assertThat(ExperienceCount.of(other, VaeRegimes.VAE_2002.counting()))
        .isEqualTo(ExperienceCount.of(periods, VaeRegimes.VAE_2002.counting()));
  }

  @Property(tries = 300)
  void no_day_counts_more_than_full_time_and_none_outside_the_periods(
      @ForAll("periods") List<ExperiencePeriod> periods) {
    ExperienceCount count = ExperienceCount.of(periods, VaeRegimes.VAE_2002.counting());
    for (Span span : count.spans()) {
      assertThat(span.share()).isBetween(new BigDecimal("0.01"), BigDecimal.ONE);
      for (LocalDate day : List.of(span.from(), span.to())) {
        assertThat(periods)
            .anyMatch(one ->
                one.related()
                    && one.kind() != TRAINING
                    && !one.from().isAfter(day)
                    && !one.to().isBefore(day));
      }
    }
  }

  @Provide
  Arbitrary<List<ExperiencePeriod>> periods() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 900),
            Arbitraries.integers().between(0, 500),
            Arbitraries.of(ExperienceKind.class),
            Arbitraries.of("1", "0.5", "0.25", "0.8"),
            Arbitraries.of(true, true, true, false))
        .as((from, length, kind, share, related) ->
            new ExperiencePeriod(
                day("2006-01-01").plusDays(from),
                day("2006-01-01").plusDays(from + length),
                kind,
                null,
                new BigDecimal(share),
                related))
        .list()
        .ofMaxSize(6);
  }

  private static ExperiencePeriod part(ExperiencePeriod of, LocalDate from, LocalDate to) {
    return new ExperiencePeriod(
        from, to, of.kind(), of.occupation(), of.fullTimeShare(), of.related());
  }

  private static ExperienceCount count(ExperiencePeriod... periods) {
    return ExperienceCount.of(List.of(periods), VaeRegimes.VAE_2002.counting());
  }

  private static ExperiencePeriod period(String from, String to, ExperienceKind kind) {
    return new ExperiencePeriod(day(from), day(to), kind, null, BigDecimal.ONE, true);
  }

  private static ExperiencePeriod share(String from, String to, String share) {
    return new ExperiencePeriod(day(from), day(to), EMPLOYED, null, new BigDecimal(share), true);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
