package fr.livret.kernel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.livret.kernel.decision.Outcome.Accepted;
import fr.livret.kernel.decision.Outcome.Refused;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.Cause;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of two outcomes that differ, and that nothing is said of two that do not. */
class ComparisonTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2019, 3, 10);
  private static final Refused REFUSED =
      new Refused("CCP_ALREADY_HELD", "TP-2006/1#ccp.not-twice", Map.of("ccp", "CCP1"));

  private record Held(String ccp, LocalDate lastDay) {}

  private record Counted(
      List<Held> ccps, Map<String, Integer> hours, @Nullable String note, String rule) {}

  private record Pinned(RegimeId regime, String route) {}

  private record Unnamed(int number) {}

  private static Counted counted(LocalDate lastDay, int hours, @Nullable String note) {
    return new Counted(
        List.of(new Held("CCP1", lastDay)),
        Map.of("practice", hours),
        note,
        "TP-2006/1#window.length");
  }

  private static Accepted accepted(Object... facts) {
    return new Accepted(List.of(facts));
  }

  @Test
  void equal_outcomes_have_no_difference() {
    assertThat(
            Comparison.of(
                accepted(counted(LAST_DAY, 3, null)), accepted(counted(LAST_DAY, 3, null))))
        .isEmpty();
    assertThat(Comparison.of(REFUSED, new Refused(REFUSED.code(), REFUSED.rule(), REFUSED.facts())))
        .isEmpty();
    assertThat(Comparison.of(accepted(), accepted())).isEmpty();
  }

  @Test
  void each_component_that_differs_is_named_with_both_values_and_the_rule() {
    assertThat(
            Comparison.of(
                accepted(counted(LAST_DAY, 3, null)),
                accepted(counted(LAST_DAY.plusDays(1), 4, "late"))))
        .containsExactly(
            new Difference(
                "Counted.ccps[1].lastDay", "2019-03-10", "2019-03-11", "TP-2006/1#window.length"),
            new Difference("Counted.hours.practice", "3", "4", "TP-2006/1#window.length"),
            new Difference("Counted.note", null, "late", "TP-2006/1#window.length"));
  }

  @Test
  void an_element_more_and_one_less_are_named_by_their_place() {
    Counted none = new Counted(List.of(), Map.of(), null, "r");
    Counted one = new Counted(List.of(new Held("CCP1", LAST_DAY)), Map.of("h", 1), null, "r");
    assertThat(Comparison.of(accepted(none), accepted(one)))
        .extracting(Difference::where, Difference::recorded)
        .containsExactly(tuple("Counted.ccps[1]", null), tuple("Counted.hours.h", null));
    assertThat(Comparison.of(accepted(one), accepted(none)))
        .extracting(Difference::where, Difference::now)
        .containsExactly(tuple("Counted.ccps[1]", null), tuple("Counted.hours.h", null));
  }

  @Test
  void a_fact_that_names_no_rule_follows_from_one_that_does() {
    assertThat(
            Comparison.of(
                accepted(counted(LAST_DAY, 3, null), new Unnamed(1)),
                accepted(counted(LAST_DAY, 3, null), new Unnamed(2))))
        .containsExactly(new Difference("Unnamed.number", "1", "2", "TP-2006/1#window.length"));
  }

  @Test
  void a_fact_of_another_kind_one_missing_and_one_too_many_are_named_by_their_place() {
    var fulfilled =
        new WindowFulfilled(
            new PathId(new UUID(0, 1)),
            LAST_DAY,
            "TP-2006/1#window.target",
            new Cause(Cause.Kind.DAY_PASSED, LAST_DAY, null, null));
    assertThat(Comparison.of(accepted(fulfilled), accepted(new Unnamed(1))))
        .containsExactly(
            new Difference("fact 1", "WindowFulfilled", "Unnamed", "TP-2006/1#window.target"));
    assertThat(Comparison.of(accepted(fulfilled), accepted()))
        .containsExactly(
            new Difference("fact 1", "WindowFulfilled", null, "TP-2006/1#window.target"));
    assertThat(Comparison.of(accepted(), accepted(fulfilled)))
        .containsExactly(
            new Difference("fact 1", null, "WindowFulfilled", "TP-2006/1#window.target"));
  }

  @Test
  void accepted_and_refused_differ_by_the_rule_that_refuses() {
    assertThat(Comparison.of(accepted(new Unnamed(1)), REFUSED))
        .containsExactly(
            new Difference(
                "outcome",
                "accepted: Unnamed",
                "refused: CCP_ALREADY_HELD (ccp=CCP1)",
                "TP-2006/1#ccp.not-twice"));
    assertThat(Comparison.of(REFUSED, accepted()))
        .containsExactly(
            new Difference(
                "outcome",
                "refused: CCP_ALREADY_HELD (ccp=CCP1)",
                "accepted, without effect",
                "TP-2006/1#ccp.not-twice"));
  }

  @Test
  void refusals_differ_by_code_rule_and_facts() {
    Refused other = new Refused("CCP_UNKNOWN", "ccp.of-the-referentiel", Map.of("ccp", "CCP9"));
    assertThat(Comparison.of(REFUSED, other))
        .extracting(Difference::where, Difference::recorded, Difference::now)
        .containsExactly(
            tuple("refusal.code", "CCP_ALREADY_HELD", "CCP_UNKNOWN"),
            tuple("refusal.rule", "TP-2006/1#ccp.not-twice", "ccp.of-the-referentiel"),
            tuple("refusal.facts.ccp", "CCP1", "CCP9"));
  }

  @Test
  void under_another_regime_its_name_is_no_difference_and_what_it_decides_is() {
    Accepted was = accepted(new Pinned(new RegimeId("TP-2006", 1), "VAE"));
    Accepted is = accepted(new Pinned(new RegimeId("TP-2016", 1), "VAE"));
    assertThat(Comparison.of(was, is)).hasSize(1);
    assertThat(Comparison.underAnotherRegime(was, is)).isEmpty();

    Refused there = new Refused(REFUSED.code(), "TP-2016/1#ccp.not-twice", REFUSED.facts());
    assertThat(Comparison.of(REFUSED, there)).hasSize(1);
    assertThat(Comparison.underAnotherRegime(REFUSED, there)).isEmpty();
    assertThat(
            Comparison.underAnotherRegime(
                REFUSED, new Refused(REFUSED.code(), "TP-2016/1#window.length", REFUSED.facts())))
        .hasSize(1);
    assertThat(
            Comparison.underAnotherRegime(
                accepted(counted(LAST_DAY, 3, null)),
                accepted(counted(LAST_DAY.plusDays(1), 3, null))))
        .hasSize(1);
  }
}
