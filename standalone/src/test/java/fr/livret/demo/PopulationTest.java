package fr.livret.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.demo.Step.Opened;
import fr.livret.kernel.law.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private static final List<Scenario> ALL = Population.all();

  @Test
  void the_same_people_live_the_same_days_each_time() {
    assertThat(Population.all()).isEqualTo(ALL);
  }

  /** Who changes a story changes this digest: data loaded before then no longer fit their keys. */
  @Test
  void another_run_of_the_program_tells_what_this_one_tells() throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(ALL.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(hash, 0, 8)).isEqualTo("18547a94a4c90736");
  }

  @Test
  void they_are_more_than_three_hundred_on_all_titles_by_all_routes() {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(300);
    assertThat(openings().map(Opened::certification).collect(toSet()))
        .containsExactlyInAnyOrder("TMS-2004", "AMIS-2013", "AMIS-2023", "AICMP-2022");
    assertThat(openings().map(Opened::route).collect(toSet()))
        .containsExactlyInAnyOrder(Route.values());
  }

  @Test
  void no_two_have_the_same_name() {
    assertThat(
            ALL.stream()
                .map(Scenario::person)
                .map(person -> person.givenNames().getFirst() + " " + person.familyName()))
        .doesNotHaveDuplicates()
        .contains("مريم بن يوسف", "Maël L'Hénoret", "Anne-Françoise Le Goff-Kermarrec");
  }

  @Test
  void nothing_is_dated_after_the_last_day_and_nobody_begins_as_a_child() {
    assertThat(ALL)
        .allSatisfy(scenario ->
            assertThat(scenario.steps())
                .extracting(step -> step.deed().day())
                .allSatisfy(day ->
                    assertThat(day)
                        .isBeforeOrEqualTo(Chance.LAST)
                        .isAfter(scenario.person().birthDate().plusYears(18))));
  }

  @Test
  void a_window_or_more_closes_in_each_half_of_the_year_to_come() {
    List<LocalDate> lastDays =
        ALL.stream()
            .filter(scenario -> scenario.plot().endsWith("window closes within a year"))
            .map(scenario -> scenario.steps().get(1).deed().day().plusYears(5))
            .toList();
    assertThat(lastDays)
        .allSatisfy(day -> assertThat(day).isBetween("2026-12-01", "2027-10-31"))
        .anySatisfy(day -> assertThat(day).isBefore("2027-05-01"))
        .anySatisfy(day -> assertThat(day).isAfter("2027-05-01"));
  }

  private static Stream<Opened> openings() {
    return ALL.stream()
        .flatMap(scenario -> scenario.steps().stream())
        .map(Step::deed)
        .filter(Opened.class::isInstance)
        .map(Opened.class::cast);
  }
}
