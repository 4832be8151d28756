package fr.livret.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real house keeps every rule; for every rule a small house that breaks it is caught. */
class HouseTest {

  /** Outside {@code fr.livret}, else the tests of the product would scan them for components. */
  private static final String FIXTURES = "brokenhouse";

  private static final List<String> ROOMS = List.of("kernel", "form", "http", "command", "query");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("fr.livret");

  /** Each rule, with the fixtures that break it and a word of the complaint expected of each. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              HouseRules::the_kernel_knows_only_the_jdk,
              Map.of(
                  "kernelwithspring", "org.springframework",
                  "kernelwithaxon", "org.axonframework",
                  "kernelwithform", "form.Written")),
          new Rule(
              HouseRules::the_kernel_asks_no_clock_and_no_chance,
              Map.of(
                  "kernelwithtoday", "LocalDate.now",
                  "kernelwithclock", "java.time.Clock",
                  "kernelwithchance", "UUID.randomUUID")),
          new Rule(
              HouseRules::the_ground_floor_knows_no_side,
              Map.of("formwithcommand", "command.Shell", "httpwithquery", "query.Reading")),
          new Rule(
              HouseRules::the_written_form_does_not_know_http,
              Map.of("formwithhttp", "http.Exchange")),
          new Rule(
              HouseRules::http_does_not_know_the_written_form,
              Map.of("httpwithform", "form.Written")),
          new Rule(
              HouseRules::the_command_side_does_not_know_the_query_side,
              Map.of("commandwithquery", "query.Reading")),
          new Rule(
              HouseRules::the_query_side_does_not_know_the_command_side,
              Map.of("querywithcommand", "command.Shell")),
          new Rule(
              HouseRules::controllers_hold_no_sql,
              Map.of("controllerwithsql", "org.springframework.jdbc")),
          new Rule(HouseRules::every_package_is_null_marked, Map.of("unmarked", "@NullMarked")));

  @TestFactory
  List<DynamicTest> the_house_keeps_its_rules() {
    HouseRules rules = new HouseRules("fr.livret");
    return RULES.stream()
        .map(rule -> rule.of().apply(rules))
        .map(rule -> rule.allowEmptyShould(!ROOMS.stream().allMatch(HouseTest::isLivedIn)))
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)))
        .toList();
  }

  @TestFactory
  List<DynamicTest> a_house_that_breaks_a_rule_is_caught() {
    return RULES.stream()
        .flatMap(rule ->
            rule.brokenBy().entrySet().stream()
                .map(broken ->
                    DynamicTest.dynamicTest(
                        broken.getKey(),
                        () -> caught(broken.getKey(), rule.of(), broken.getValue()))))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernel", "form", "http", "command", "query"})
  void the_areas_of_a_room_have_no_way_back(String room) {
    new HouseRules("fr.livret")
        .the_areas_have_no_way_back(room)
        .allowEmptyShould(areasOf(room).isEmpty())
        .check(HOUSE);
  }

  @Test
  void two_areas_that_know_each_other_are_caught() {
    caught("areasincircle", rules -> rules.the_areas_have_no_way_back("kernel"), "Cycle detected");
  }

  @Test
  void every_room_is_in_the_house() {
    assertThat(ROOMS)
        .allSatisfy(room -> assertThat(HOUSE.containPackage("fr.livret." + room)).isTrue());
  }

  private static void caught(
      String fixture, Function<HouseRules, ArchRule> rule, String complaint) {
    String root = FIXTURES + "." + fixture;
    JavaClasses broken = new ClassFileImporter().importPackages(root);
    assertThatThrownBy(() -> rule.apply(new HouseRules(root)).check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(complaint)
        .hasMessageNotContaining("failed to check any classes");
  }

  /** A room has code of its own. While one has not, a rule may find nothing to look at. */
  private static boolean isLivedIn(String room) {
    return classesOf(room).findAny().isPresent();
  }

  private static Set<String> areasOf(String room) {
    return classesOf(room)
        .map(JavaClass::getPackageName)
        .filter(home -> !home.equals("fr.livret." + room))
        .collect(Collectors.toSet());
  }

  private static Stream<JavaClass> classesOf(String room) {
    return HOUSE.stream()
        .filter(type -> type.getPackageName().matches("fr\\.livret\\." + room + "(\\..*)?"))
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  private record Rule(Function<HouseRules, ArchRule> of, Map<String, String> brokenBy) {}
}
