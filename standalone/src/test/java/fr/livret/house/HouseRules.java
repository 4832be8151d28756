package fr.livret.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Controller;

/**
 * The rules of the house, for any house that has its rooms under {@code root}: the real one under
 * {@code fr.livret}, and the small broken ones of the fixtures.
 */
record HouseRules(String root) {

  ArchRule the_kernel_knows_only_the_jdk() {
    return classes()
        .that()
        .resideInAPackage(room("kernel"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(room("kernel"), "java..", "org.jspecify..")
        .because("the law is pure Java: whoever decided in 2019 is replayed in 2029");
  }

  ArchRule the_kernel_asks_no_clock_and_no_chance() {
    DescribedPredicate<JavaAccess<?>> asks =
        target("now", "java.time..")
            .or(target("randomUUID", "java.util.."))
            .or(target("random", "java.lang.."))
            .or(target("currentTimeMillis", "java.lang.."))
            .or(target("nanoTime", "java.lang.."))
            .or(newRandom());
    return noClasses()
        .that()
        .resideInAPackage(room("kernel"))
        .should()
        .accessTargetWhere(asks)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class)
        .because("dates and ids arrive in the command: the same input is the same decision");
  }

  ArchRule the_ground_floor_knows_no_side() {
    return noClasses()
        .that()
        .resideInAnyPackage(room("kernel"), room("form"), room("http"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room("command"), room("query"))
        .because("what both sides stand on cannot stand on them");
  }

  ArchRule the_written_form_does_not_know_http() {
    return noClasses()
        .that()
        .resideInAPackage(room("form"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room("http"), "org.springframework.web..", "org.springframework.http..")
        .because("facts are read again long after the exchange that brought them");
  }

  ArchRule http_does_not_know_the_written_form() {
    return noClasses()
        .that()
        .resideInAPackage(room("http"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room("form"))
        .because("the contract of an exchange does not depend on what it carries");
  }

  ArchRule the_command_side_does_not_know_the_query_side() {
    return noClasses()
        .that()
        .resideInAPackage(room("command"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room("query"))
        .because("the law is applied on one side and checked on the other");
  }

  ArchRule the_query_side_does_not_know_the_command_side() {
    return noClasses()
        .that()
        .resideInAPackage(room("query"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room("command"))
        .because("the law is applied on one side and checked on the other");
  }

  /** The areas of one room ({@code kernel}, {@code command}...) know each other one way only. */
  ArchRule the_areas_have_no_way_back(String room) {
    return slices().matching(root + "." + room + ".(*)..").should().beFreeOfCycles();
  }

  ArchRule controllers_hold_no_sql() {
    return noClasses()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
        .because("a controller translates, nothing more");
  }

  ArchRule every_package_is_null_marked() {
    return classes().that().resideInAPackage(root + "..").should(resideInANullMarkedPackage());
  }

  private String room(String name) {
    return root + "." + name + "..";
  }

  private static DescribedPredicate<JavaAccess<?>> target(String name, String ownerPackage) {
    return JavaAccess.Predicates.target(name(name))
        .and(JavaAccess.Predicates.target(owner(resideInAPackage(ownerPackage))))
        .forSubtype();
  }

  private static DescribedPredicate<JavaAccess<?>> newRandom() {
    return JavaAccess.Predicates.target(owner(name("java.util.Random"))).forSubtype();
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package marked @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaPackage home = type.getPackage();
        boolean marked =
            home.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        if (!marked) {
          events.add(
              SimpleConditionEvent.violated(
                  type, home.getName() + " has no package-info marked @NullMarked"));
        }
      }
    };
  }
}
