package fr.livret.kernel.training;

import static fr.livret.kernel.training.TrainingStory.score;
import static fr.livret.kernel.training.TrainingStory.test;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Mark;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.Programme.Bloc;
import fr.livret.kernel.programme.Programme.Threshold;
import fr.livret.kernel.programme.Programmes;
import fr.livret.kernel.training.Positioning.Priority;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where to begin, by the entry test and the threshold of the programme. */
class PositioningTest {
  private static final Programme AMIS = Programmes.AMIS;

  @Test
  void a_ccp_below_the_threshold_is_a_priority_and_one_exactly_at_it_is_not() {
    assertThat(priorities("CCP1 9.99/20", "CCP2 10/20", "CCP3 10.01/20")).containsExactly("CCP1");
  }

  @Test
  void the_threshold_is_exact_where_no_decimal_fraction_is() {
    Threshold third = new Threshold(new BigDecimal("0.333333"), "ours", Mark.READING);
    assertThat(codes(Positioning.priorities(test("2014-09-01", "CCP1 1/3"), third, AMIS)))
        .isEmpty();
    Threshold more = new Threshold(new BigDecimal("0.333334"), "ours", Mark.READING);
    assertThat(codes(Positioning.priorities(test("2014-09-01", "CCP1 1/3"), more, AMIS)))
        .containsExactly("CCP1");
  }

  @Test
  void the_weakest_comes_first_by_its_share_and_not_by_its_points() {
    assertThat(priorities("CCP1 4/10", "CCP2 6/30", "CCP3 3/20"))
        .containsExactly("CCP3", "CCP2", "CCP1");
    assertThat(priorities("CCP2 1/4", "CCP1 5/20")).containsExactly("CCP2", "CCP1");
  }

  @Test
  void each_priority_names_what_serves_it() {
    List<Priority> found =
        Positioning.priorities(
            test("2014-09-01", "CCP1 2/20", "CCP2 15/20"), Programmes.HALF, AMIS);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().servedBy()).extracting(Bloc::code).containsExactly("BLOC1");
    assertThat(found.getFirst().servedBy().getFirst().recordable()).containsExactly("M1", "M2");
  }

  @Test
  void with_a_threshold_of_none_nothing_is_a_priority_and_with_all_only_a_full_score_is_not() {
    Threshold none = new Threshold(BigDecimal.ZERO, "ours", Mark.READING);
    assertThat(Positioning.priorities(test("2014-09-01", "CCP1 0/20"), none, AMIS)).isEmpty();
    Threshold all = new Threshold(BigDecimal.ONE, "ours", Mark.READING);
    Qcm taken = test("2014-09-01", "CCP1 19.5/20", "CCP2 20/20");
    assertThat(codes(Positioning.priorities(taken, all, AMIS))).containsExactly("CCP1");
  }

  @Test
  void a_gain_is_counted_in_points_of_percent_and_rounded_once() {
    assertThat(score("CCP1 15/20").gainOver(score("CCP1 5/20"))).isEqualTo("50.0");
    assertThat(score("CCP1 5/20").gainOver(score("CCP1 15/20"))).isEqualTo("-50.0");
    assertThat(score("CCP1 2/3").gainOver(score("CCP1 1/7"))).isEqualTo("52.4");
    assertThat(score("CCP1 2/3").percent()).isEqualTo("66.7");
  }

  private static List<String> priorities(String... scores) {
    return codes(Positioning.priorities(test("2014-09-01", scores), Programmes.HALF, AMIS));
  }

  private static List<String> codes(List<Priority> priorities) {
    return priorities.stream().map(priority -> priority.ccp().value()).toList();
  }
}
