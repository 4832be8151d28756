package fr.livret.kernel.session;

import static fr.livret.kernel.session.Words.AMIS_2013;
import static fr.livret.kernel.session.Words.AMIS_2023;
import static fr.livret.kernel.session.Words.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/**
 * Minutes signed, rectified and annulled in any order, brought to the path at once or later, while
 * days pass, CCPs lapse and the path is transferred: what stands on the path is what stands of the
 * minutes, no more and no less.
 */
class CascadePropertiesTest {

  /** One thing that happens. */
  record Step(Cascade.Act act, int session, int choice, int days, boolean later) {}

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void what_stands_on_the_path_is_what_stands_of_the_minutes(@ForAll("steps") List<Step> steps) {
    Cascade cascade = new Cascade(AMIS_2013, AMIS_2023);
    for (Step step : steps) {
      cascade.happens(step.act(), step.session(), step.choice(), step.days(), step.later());
      assertThat(cascade.onThePath()).containsExactlyInAnyOrderElementsOf(cascade.ofTheMinutes());
    }
    cascade.bringAll();
    assertThat(cascade.onThePath()).containsExactlyInAnyOrderElementsOf(cascade.ofTheMinutes());
  }

  /** Whatever was brought twice, as a run that was cut short does, has no second effect. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void undoing_twice_undoes_nothing_more(@ForAll("steps") List<Step> steps) {
    Cascade cascade = new Cascade(AMIS_2013, AMIS_2023);
    for (Step step : steps) {
      cascade.happens(step.act(), step.session(), step.choice(), step.days(), step.later());
    }
    cascade.bringAll();
    assertThat(cascade.undoneAgain()).isEmpty();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(6, Cascade.Act.SIGN),
                Tuple.of(4, Cascade.Act.RECTIFY),
                Tuple.of(3, Cascade.Act.ANNUL),
                Tuple.of(2, Cascade.Act.DAYS_PASS),
                Tuple.of(1, Cascade.Act.TRANSFER)),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(1, 900),
            Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(14);
  }

  @Test
  void annulled_after_it_was_annulled_for_another_session_only_what_is_left_falls() {
    Cascade cascade = new Cascade(AMIS_2013, AMIS_2023);
    cascade.happens(Cascade.Act.SIGN, 0, 0, 10, false);
    cascade.happens(Cascade.Act.SIGN, 1, 1, 10, false);
    assertThat(cascade.onThePath()).hasSize(2);
    cascade.happens(Cascade.Act.ANNUL, 0, 0, 10, false);
    assertThat(cascade.onThePath()).hasSize(1);
    cascade.happens(Cascade.Act.ANNUL, 0, 0, 10, false);
    assertThat(cascade.onThePath()).hasSize(1);
    cascade.happens(Cascade.Act.ANNUL, 1, 0, 10, false);
    assertThat(cascade.onThePath()).isEmpty();
  }

  @Test
  void a_ccp_carried_over_by_a_transfer_falls_with_the_minutes_it_stands_in() {
    Cascade cascade = new Cascade(AMIS_2013, AMIS_2023, on("2023-08-01"));
    cascade.happens(Cascade.Act.SIGN, 0, 0, 10, false);
    cascade.happens(Cascade.Act.TRANSFER, 0, 0, 10, false);
    assertThat(cascade.certification()).isEqualTo("AMIS-2023");
    assertThat(cascade.onThePath()).hasSize(1);
    cascade.happens(Cascade.Act.ANNUL, 0, 0, 10, false);
    assertThat(cascade.onThePath()).isEmpty();
  }
}
