package fr.livret.kernel.referentiel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.referentiel.ValidityChange.Closure;
import fr.livret.kernel.referentiel.ValidityChange.Prorogation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long a title is valid, by what was decided up to a day. */
class ValidityTest {
  private static final LocalDate END_2028 = LocalDate.parse("2028-07-02");
  private static final DateRange TO_2028 = new DateRange(null, END_2028);
  private static final Closure CLOSURE = new Closure(LocalDate.parse("2028-06-01"), "");
  private static final Prorogation PROROGATION =
      new Prorogation(LocalDate.parse("2029-09-03"), LocalDate.parse("2033-07-02"), "");

  @Test
  void without_any_end_known_it_does_not_end() {
    assertThat(end(DateRange.OPEN, "2100-01-01")).isNull();
  }

  @Test
  void the_stated_end_holds_while_nothing_is_decided() {
    assertThat(end(TO_2028, "2030-01-01")).isEqualTo(ended(END_2028, false));
  }

  @Test
  void a_closure_has_effect_from_the_day_of_its_decision() {
    assertThat(end(TO_2028, "2028-05-31", CLOSURE)).isEqualTo(ended(END_2028, false));
    assertThat(end(TO_2028, "2028-06-01", CLOSURE)).isEqualTo(ended(END_2028, true));
  }

  @Test
  void a_closure_ends_what_had_no_known_end_on_its_own_day() {
    assertThat(end(DateRange.OPEN, "2028-05-31", CLOSURE)).isNull();
    assertThat(end(DateRange.OPEN, "2028-06-01", CLOSURE))
        .isEqualTo(ended(CLOSURE.decidedOn(), true));
  }

  @Test
  void a_prorogation_opens_again_from_the_day_of_its_decision() {
    assertThat(end(TO_2028, "2029-09-02", CLOSURE, PROROGATION)).isEqualTo(ended(END_2028, true));
    assertThat(end(TO_2028, "2029-09-03", CLOSURE, PROROGATION))
        .isEqualTo(ended(PROROGATION.until(), false));
  }

  @Test
  void decisions_count_in_the_order_of_their_days_and_not_of_their_recording() {
    assertThat(end(TO_2028, "2030-01-01", PROROGATION, CLOSURE))
        .isEqualTo(ended(PROROGATION.until(), false));
  }

  private static @Nullable String end(DateRange stated, String day, ValidityChange... changes) {
    return new Validity(stated, List.of(changes))
        .endAsDecidedBy(LocalDate.parse(day))
        .map(end -> ended(end.lastDay(), end.closed()))
        .orElse(null);
  }

  private static String ended(LocalDate lastDay, boolean closed) {
    return lastDay + (closed ? ", closed" : "");
  }
}
