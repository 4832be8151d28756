package fr.livret.kernel.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The order in which facts are recorded changes nothing of what follows from them. */
class OrderPropertiesTest {
  private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2040, 1, 1);

  /** A CCP and the day it was obtained, counted from the first. */
  record Fact(int ccp, int day) {
    CcpCode code(PathLaw law) {
      return law.referentiel().ccpCodes().get(ccp % law.referentiel().ccpCodes().size());
    }

    LocalDate on() {
      return FIRST.plusDays(day);
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void any_order_of_the_same_facts_gives_the_same_window_on_every_day(
      @ForAll("windowed") PathLaw law, @ForAll("facts") List<Fact> facts, @ForAll Random random) {
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, random);
    PathFacts one = factsOf(facts, law);
    PathFacts other = factsOf(shuffled, law);
    for (LocalDate day : boundaries(facts)) {
      assertThat(CapitalisationWindow.asOf(day, other, law))
          .isEqualTo(CapitalisationWindow.asOf(day, one, law));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void any_order_of_recording_the_same_ccps_announces_the_same_in_the_end(
      @ForAll("windowed") PathLaw law,
      @ForAll("facts") List<Fact> facts,
      @ForAll Random random,
      @ForAll @IntRange(max = 4) int witnessAfter) {
    List<Fact> distinct =
        List.copyOf(
            facts.stream()
                .collect(Collectors.toMap(fact -> fact.code(law), fact -> fact, (a, _) -> a))
                .values());
    List<Fact> shuffled = new ArrayList<>(distinct);
    Collections.shuffle(shuffled, random);
    Story one = recorded(distinct, law, 0);
    Story other = recorded(shuffled, law, witnessAfter);
    // On the way, one order may have spoken of later days than another.
    assertThat(other.file().announced().upTo(TODAY)).isEqualTo(one.file().announced().upTo(TODAY));
    for (LocalDate day : boundaries(facts)) {
      assertThat(other.window(day)).isEqualTo(one.window(day));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void an_annulled_ccp_leaves_the_window_as_if_it_had_never_been_recorded(
      @ForAll("windowed") PathLaw law, @ForAll("facts") List<Fact> facts, @ForAll Random random) {
    Fact fraud = facts.get(random.nextInt(facts.size()));
    PathFacts annulled = factsOf(facts, law).annulled(fraud.code(law), fraud.on(), TODAY);
    List<Fact> without = new ArrayList<>(facts);
    without.removeIf(fact -> fact.code(law).equals(fraud.code(law)) && fact.day() == fraud.day());
    for (LocalDate day : boundaries(facts)) {
      assertThat(CapitalisationWindow.asOf(day, annulled, law))
          .isEqualTo(CapitalisationWindow.asOf(day, factsOf(without, law), law));
    }
  }

  @Provide
  Arbitrary<PathLaw> windowed() {
    return Chances.laws()
        .filter(law -> law.referentiel().validity().to() == null)
        .filter(law -> law.regime().windowRule().isPresent());
  }

  @Provide
  Arbitrary<List<Fact>> facts() {
    Arbitrary<Integer> anyDay = Arbitraries.integers().between(0, 4000);
    // Days that lie on the edge of one another's windows are the ones that matter.
    Arbitrary<Integer> edge = Arbitraries.of(0, 1, 1826, 1827, 1828, 3652, 3653, 3654);
    return Combinators.combine(
            Arbitraries.integers().between(0, 2), Arbitraries.oneOf(anyDay, edge))
        .as(Fact::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static PathFacts factsOf(List<Fact> facts, PathLaw law) {
    PathFacts all = PathFacts.NONE;
    for (Fact fact : facts) {
      all = all.with(Obtaining.standing(fact.code(law), fact.on()));
    }
    return all;
  }

  private static Story recorded(List<Fact> facts, PathLaw law, int witnessAfter) {
    Story story = Story.path(law, Route.CAPITALISATION);
    int count = 0;
    for (Fact fact : facts) {
      RecordCcp record = Given.record(fact.code(law).value(), fact.on(), TODAY);
      Story next = story.when(record);
      // Outside the référentiel's validity it is refused in whatever order.
      story = next.refusal() == null ? next : story;
      if (++count == witnessAfter) {
        story = story.given(new WitnessDay(Given.PATH, TODAY));
      }
    }
    return story.given(new WitnessDay(Given.PATH, TODAY));
  }

  private static List<LocalDate> boundaries(List<Fact> facts) {
    List<LocalDate> days = new ArrayList<>();
    for (Fact fact : facts) {
      for (int around = -1; around <= 1; around++) {
        days.add(fact.on().plusDays(around));
        days.add(fact.on().plusYears(5).plusDays(around));
        days.add(fact.on().plusYears(10).plusDays(around));
      }
    }
    return days;
  }
}
