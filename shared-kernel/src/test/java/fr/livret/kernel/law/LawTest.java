package fr.livret.kernel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The values regimes are made of. */
class LawTest {
  private static final LocalDate DAY = LocalDate.of(2014, 3, 10);

  @Test
  void a_range_includes_both_its_ends() {
    DateRange range = new DateRange(DAY, DAY.plusDays(1));
    assertThat(range.contains(DAY.minusDays(1))).isFalse();
    assertThat(range.contains(DAY)).isTrue();
    assertThat(range.contains(DAY.plusDays(1))).isTrue();
    assertThat(range.contains(DAY.plusDays(2))).isFalse();
    assertThat(DateRange.OPEN.contains(LocalDate.MIN)).isTrue();
    assertThat(DateRange.OPEN.contains(LocalDate.MAX)).isTrue();
  }

  @Test
  void a_range_does_not_end_before_it_starts() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DateRange(DAY, DAY.minusDays(1)));
    assertThat(new DateRange(DAY, DAY).contains(DAY)).isTrue();
  }

  @Test
  void the_possible_days_are_those_of_three_centuries() {
    assertThat(refused(LocalDate.of(1899, 12, 31))).isEqualTo(Refused.DATE_OUT_OF_RANGE);
    assertThatCode(() -> Days.requirePossible("day", LocalDate.of(1900, 1, 1)))
        .doesNotThrowAnyException();
    assertThatCode(() -> Days.requirePossible("day", LocalDate.of(2200, 12, 31)))
        .doesNotThrowAnyException();
    assertThat(refused(LocalDate.of(2201, 1, 1))).isEqualTo(Refused.DATE_OUT_OF_RANGE);
    assertThat(refused(LocalDate.MIN)).isEqualTo(Refused.DATE_OUT_OF_RANGE);
    assertThat(refused(LocalDate.MAX)).isEqualTo(Refused.DATE_OUT_OF_RANGE);
  }

  @Test
  void a_refusal_tells_its_reason_its_facts_and_its_text() {
    Refusal refusal = Regimes.TP_2006.refuse(Refused.CCPS_MISSING, Map.of("missing", "CCP1"));
    assertThat(refusal.code()).isEqualTo(Refused.CCPS_MISSING);
    assertThat(refusal.facts()).containsExactly(Map.entry("missing", "CCP1"));
    assertThat(refusal.basis().orElseThrow().rule()).isEqualTo("TP-2006/1#title.decision");
    assertThat(refusal).hasMessage(Refused.CCPS_MISSING.title() + " {missing=CCP1}");
    Refusal bare = Refusal.of(Refused.UNKNOWN, Map.of());
    assertThat(bare.basis()).isEmpty();
    assertThat(bare).hasMessage(Refused.UNKNOWN.title());
  }

  @Test
  void the_facts_of_a_refusal_and_the_bases_of_a_regime_are_nobodys_to_change() {
    Refusal refusal = Refusal.of(Refused.UNKNOWN, new HashMap<>());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> refusal.facts().put("more", "facts"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Regimes.TP_2006.bases().remove(RuleName.ANNULMENT));
  }

  /** Those of VAE regimes are theirs alone. */
  static Stream<RuleName> rulesOfARegime() {
    return Stream.of(RuleName.values()).filter(rule -> rule.scope() != RuleName.Scope.VAE);
  }

  @ParameterizedTest
  @MethodSource("rulesOfARegime")
  void every_rule_of_a_regime_has_a_basis_or_there_is_no_regime(RuleName missing) {
    assertThat(Regimes.TP_2006.basis(missing).rule()).endsWith("#" + missing.key());
    Map<RuleName, LegalBasis> bases = new EnumMap<>(Regimes.TP_2006.bases());
    bases.remove(missing);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> regime(Regimes.TP_2006.titles(), bases))
        .withMessageContaining(missing.key());
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void every_route_has_a_title_rule_or_there_is_no_regime(Route missing) {
    Map<Route, TitleRule> titles = new HashMap<>(Regimes.TP_2006.titles());
    titles.remove(missing);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> regime(titles, Regimes.TP_2006.bases()))
        .withMessageContaining(missing.name());
  }

  @Test
  void no_two_rules_share_a_name_and_the_common_ones_come_first() {
    assertThat(Stream.of(RuleName.values()).map(RuleName::key)).doesNotHaveDuplicates();
    assertThat(RuleName.CCS_OF_THE_REFERENTIEL.common()).isTrue();
    assertThat(RuleName.WINDOW_START.common()).isFalse();
    assertThat(RuleName.CCS_EVIDENCE.common()).isFalse();
  }

  @Test
  void no_two_refusals_say_the_same() {
    assertThat(Stream.of(Refused.values()).map(Refused::title)).doesNotHaveDuplicates();
  }

  private static Refused refused(LocalDate day) {
    return catchThrowableOfType(Refusal.class, () -> Days.requirePossible("day", day)).code();
  }

  private static CapitalisationRegime regime(
      Map<Route, TitleRule> titles, Map<RuleName, LegalBasis> bases) {
    return new CapitalisationRegime(
        new RegimeId("TEST", 1),
        "",
        DateRange.OPEN,
        null,
        Target.ALL_CCPS,
        List.of(),
        Set.of(),
        titles,
        null,
        List.of(),
        Regimes.SESSIONS,
        bases);
  }
}
