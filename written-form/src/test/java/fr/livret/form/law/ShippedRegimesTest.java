package fr.livret.form.law;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.law.Route.VAE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Granting;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.Target;
import fr.livret.kernel.law.TitleRule;
import fr.livret.kernel.law.TitleRule.Interview;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.law.WindowRule;
import fr.livret.kernel.law.WindowRule.Expiry;
import fr.livret.kernel.law.WindowRule.GraceWhen;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedRegimesTest {
  private static final RegimeLibrary LIBRARY = RegimeLibrary.load(Optional.empty());
  private static final Map<EvaluatorRole, Integer> ONE_AND_ONE =
      Map.of(EvaluatorRole.PROFESSIONAL, 1, EvaluatorRole.TRAINER, 1);

  @Test
  void the_four_regimes_are_there() {
    assertThat(LIBRARY.all())
        .extracting(regime -> regime.id().text())
        .containsExactlyInAnyOrder("TP-2002/1", "TP-2006/1", "TP-2016/1", "RNCP-PRIVATE/1");
    assertThat(LIBRARY.knows("TP-2006")).isTrue();
    assertThat(LIBRARY.knows("COMMON")).isFalse();
    assertThat(LIBRARY.latest("TP-2006")).isEqualTo(LIBRARY.regime(new RegimeId("TP-2006", 1)));
  }

  @Test
  void an_unknown_regime_is_refused_with_the_names_of_those_there_are() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> LIBRARY.latest("TP-2038"))
        .withMessage(
            "no regime TP-2038; there are RNCP-PRIVATE/1, TP-2002/1, TP-2006/1, TP-2016/1");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> LIBRARY.regime(new RegimeId("TP-2006", 2)))
        .withMessageStartingWith("no regime TP-2006/2");
  }

  @Test
  void every_rule_of_every_regime_has_a_source_a_citation_and_the_line_it_stands_on() {
    for (CapitalisationRegime regime : LIBRARY.all()) {
      for (RuleName rule : regime.bases().keySet()) {
        LegalBasis basis = regime.basis(rule);
        String law = rule.common() ? "COMMON" : regime.id().code();
        assertThat(basis.rule()).isEqualTo(law + "/1#" + rule.key());
        assertThat(basis.source()).isNotBlank();
        assertThat(basis.citation()).isNotBlank();
        assertThat(lineOf(basis.origin())).isEqualTo("  " + rule.key() + ":");
      }
    }
  }

  @Test
  void a_text_that_was_seen_is_quoted_and_a_reading_says_that_it_is_one() {
    for (CapitalisationRegime regime : LIBRARY.all()) {
      for (RuleName rule : regime.bases().keySet()) {
        LegalBasis basis = regime.basis(rule);
        switch (basis.mark()) {
          case SEEN -> assertThat(basis.citation()).as(basis.rule()).startsWith("«").endsWith("»");
          case SECONDARY ->
              assertThat(basis.citation())
                  .as(basis.rule())
                  .startsWith("D'après des sources secondaires");
          case READING ->
              assertThat(basis.source() + basis.citation())
                  .as(basis.rule())
                  .contains("Notre lecture");
        }
      }
    }
  }

  @Test
  void the_rules_of_every_regime_are_stated_once() {
    assertThat(LIBRARY.common(RuleName.NOT_IN_FUTURE).mark()).isEqualTo(Mark.READING);
    assertThat(LIBRARY.latest("TP-2002").basis(RuleName.NOT_TWICE))
        .isEqualTo(LIBRARY.common(RuleName.NOT_TWICE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LIBRARY.common(RuleName.WINDOW_LENGTH))
        .withMessage("each regime states window.length for itself");
  }

  @Test
  void of_2002_the_title_itself_is_obtained_within_five_years() {
    CapitalisationRegime regime = LIBRARY.latest("TP-2002");
    assertThat(regime.inForce())
        .isEqualTo(new DateRange(LocalDate.of(2002, 11, 25), LocalDate.of(2006, 4, 8)));
    assertThat(regime.windowRule()).contains(fiveYears());
    assertThat(regime.target()).isEqualTo(Target.TITLE);
    assertThat(regime.partial()).isEmpty();
    assertThat(regime.granting())
        .containsExactly(
            new Granting("BINOME", Set.of(Route.values()), DateRange.OPEN, ONE_AND_ONE, false));
    assertThat(regime.titles())
        .isEqualTo(
            Map.of(
                TRAINING, title(RestsOn.SESSION, Interview.REQUIRED),
                CAPITALISATION, title(RestsOn.ALL_CCPS, Interview.REQUIRED),
                VAE, title(RestsOn.ALL_CCPS, Interview.REQUIRED)));
    assertThat(regime.ccsEvidence()).isEmpty();
  }

  @Test
  void of_2006_all_ccps_are_obtained_within_five_years_and_the_title_may_follow() {
    CapitalisationRegime regime = LIBRARY.latest("TP-2006");
    assertThat(regime.inForce())
        .isEqualTo(new DateRange(LocalDate.of(2006, 4, 9), LocalDate.of(2016, 5, 31)));
    assertThat(regime.windowRule()).contains(fiveYears());
    assertThat(regime.target()).isEqualTo(Target.ALL_CCPS);
    assertThat(regime.partial()).containsExactlyInAnyOrder(TRAINING, VAE);
    assertThat(regime.granting())
        .containsExactly(
            new Granting("BINOME", Set.of(CAPITALISATION), DateRange.OPEN, ONE_AND_ONE, false),
            new Granting("BINOME", Set.of(TRAINING, VAE), DateRange.OPEN, ONE_AND_ONE, true));
    TitleRule session = new TitleRule(RestsOn.SESSION, Interview.REQUIRED, Interview.AT_DISCRETION);
    assertThat(regime.titles())
        .isEqualTo(
            Map.of(
                TRAINING, session,
                CAPITALISATION, title(RestsOn.ALL_CCPS, Interview.REQUIRED),
                VAE, session));
    assertThat(regime.ccsEvidence()).containsExactly("MISE_EN_SITUATION", "ENTRETIEN");
  }

  @Test
  void of_2016_the_window_also_ends_with_the_validity_and_a_closed_title_gives_a_year() {
    CapitalisationRegime regime = LIBRARY.latest("TP-2016");
    assertThat(regime.inForce()).isEqualTo(new DateRange(LocalDate.of(2016, 6, 1), null));
    assertThat(regime.windowRule())
        .contains(
            new WindowRule(
                Period.ofYears(5),
                true,
                Period.ofYears(1),
                GraceWhen.ON_CLOSURE,
                Expiry.OLDEST_LAPSES));
    assertThat(regime.target()).isEqualTo(Target.ALL_CCPS);
    assertThat(regime.partial()).containsExactlyInAnyOrder(Route.values());
    assertThat(regime.titles())
        .isEqualTo(
            Map.of(
                TRAINING, title(RestsOn.SESSION, Interview.AT_DISCRETION),
                CAPITALISATION, title(RestsOn.ALL_CCPS, Interview.REQUIRED),
                VAE, title(RestsOn.SESSION, Interview.AT_DISCRETION)));
    assertThat(regime.ccsEvidence()).containsExactly("MISE_EN_SITUATION", "ENTRETIEN");
  }

  @Test
  void of_2016_the_binome_grants_ccps_through_the_last_day_of_that_year() {
    CapitalisationRegime regime = LIBRARY.latest("TP-2016");
    for (Route route : Route.values()) {
      assertThat(regime.grantingOn(LocalDate.of(2016, 12, 31), route))
          .extracting(Granting::body, Granting::seats)
          .containsExactly(
              tuple("BINOME", ONE_AND_ONE), tuple("JURY", Map.of(EvaluatorRole.PROFESSIONAL, 2)));
      assertThat(regime.grantingOn(LocalDate.of(2017, 1, 1), route))
          .extracting(Granting::body, Granting::seats)
          .containsExactly(tuple("JURY", Map.of(EvaluatorRole.PROFESSIONAL, 1)));
    }
  }

  @Test
  void a_private_title_has_no_window() {
    CapitalisationRegime regime = LIBRARY.latest("RNCP-PRIVATE");
    assertThat(regime.inForce()).isEqualTo(DateRange.OPEN);
    assertThat(regime.windowRule()).isEmpty();
    assertThat(regime.target()).isEqualTo(Target.ALL_CCPS);
    assertThat(regime.partial()).containsExactlyInAnyOrder(Route.values());
    assertThat(regime.granting())
        .containsExactly(
            new Granting(
                "JURY",
                Set.of(Route.values()),
                DateRange.OPEN,
                Map.of(EvaluatorRole.PROFESSIONAL, 1),
                false));
    TitleRule blocs = title(RestsOn.ALL_CCPS, Interview.AT_DISCRETION);
    assertThat(regime.titles())
        .isEqualTo(Map.of(TRAINING, blocs, CAPITALISATION, blocs, VAE, blocs));
    assertThat(regime.ccsEvidence()).isEmpty();
  }

  private static WindowRule fiveYears() {
    return new WindowRule(
        Period.ofYears(5), false, Period.ZERO, GraceWhen.NEVER, Expiry.OLDEST_LAPSES);
  }

  private static TitleRule title(RestsOn restsOn, Interview interview) {
    return new TitleRule(restsOn, interview, interview);
  }

  /** The line an origin such as {@code regimes/TP-2006.yaml:31} names. */
  private static String lineOf(String origin) {
    int colon = origin.lastIndexOf(':');
    List<String> lines =
        LawFolder.shipped(ShippedRegimesTest.class.getClassLoader(), "regimes").stream()
            .filter(file -> file.name().equals(origin.substring(0, colon)))
            .flatMap(file -> file.text(new Problems(file.name())).lines())
            .toList();
    return lines.get(Integer.parseInt(origin.substring(colon + 1)) - 1);
  }
}
