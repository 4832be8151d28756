package fr.livret.kernel.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Announced.LapseKey;
import fr.livret.kernel.path.Chances.Step;
import fr.livret.kernel.path.PathCommand.AnnulMinutes;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.path.PathEvent.CcpLapsed;
import fr.livret.kernel.path.PathEvent.LapseReversed;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.ReviewEvent.AppealDecided;
import fr.livret.kernel.path.ReviewEvent.AppealLodged;
import fr.livret.kernel.path.Window.Holding;
import fr.livret.kernel.path.Window.State;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;

/** Whatever happens on a path, what its events say and what its facts give agree. */
class PathPropertiesTest {

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void what_was_announced_is_what_is_derived(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    live(
        law,
        route,
        steps,
        (story, today) -> {
          LocalDate spokenOf = story.file().announced().day();
          agrees(story, spokenOf);
          agrees(story, today.isAfter(spokenOf) ? today : spokenOf);
        });
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatever_happened_before_a_day_witnessed_again_has_nothing_to_add(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    live(
        law,
        route,
        steps,
        (story, today) -> {
          LocalDate nextYear = today.plusYears(1);
          Story caughtUp = story.when(new WitnessDay(Given.PATH, nextYear)).accepted();
          caughtUp.when(new WitnessDay(Given.PATH, nextYear)).thenNothing();
          caughtUp.when(new WitnessDay(Given.PATH, today)).thenNothing();
          agrees(caughtUp, caughtUp.file().announced().day());
        });
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void witnessed_day_by_day_or_all_at_once_the_same_is_announced(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    Story rarely = live(law, route, steps, (_, _) -> {});
    LocalDate from = rarely.file().announced().day();
    LocalDate to = from.plusYears(12);
    Story daily = rarely;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(61)) {
      daily = daily.given(new WitnessDay(Given.PATH, day));
    }
    Story atOnce = rarely.given(new WitnessDay(Given.PATH, to));
    daily = daily.given(new WitnessDay(Given.PATH, to));
    assertThat(daily.file().announced()).isEqualTo(atOnce.file().announced());
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void no_ccp_is_held_outside_its_window(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    live(
        law,
        route,
        steps,
        (story, today) -> {
          for (int days : new int[] {-1500, -400, -1, 0, 1, 400, 1500}) {
            inside(story.window(today.plusDays(days)), story.current());
          }
        });
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void an_obtaining_lapses_once_at_a_time_after_it_was_obtained_and_never_while_annulled(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    Set<LapseKey> lapsed = new HashSet<>();
    live(
        law,
        route,
        steps,
        (story, _) -> {
          for (PathEvent event : story.events()) {
            if (event instanceof PathTransferred) {
              lapsed.clear(); // They were of another title.
            } else if (event instanceof CcpLapsed lapse) {
              assertThat(lapsed).noneMatch(other -> same(other, lapse.ccp(), lapse.obtainedOn()));
              assertThat(lapse.lapsedOn()).isAfterOrEqualTo(lapse.obtainedOn());
              assertThat(lapse.lapsedOn()).isAfter(lapse.window().lastDay());
              lapsed.add(new LapseKey(lapse.ccp(), lapse.obtainedOn(), lapse.lapsedOn()));
            } else if (event instanceof LapseReversed it) {
              LapseKey reversed = new LapseKey(it.ccp(), it.obtainedOn(), it.lapsedOn());
              assertThat(lapsed.remove(reversed)).isTrue();
            } else if (event instanceof CcpAnnulled it) {
              lapsed.removeIf(other -> same(other, it.ccp(), it.obtainedOn()));
            }
          }
          assertThat(story.file().announced().lapses()).isEqualTo(lapsed);
        });
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void a_titled_path_stays_titled_and_its_window_fulfilled(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    live(
        law,
        route,
        steps,
        (story, today) -> {
          if (story.state() instanceof PathState.Titled) {
            LocalDate day = story.file().announced().day();
            assertThat(story.window(day).state()).isEqualTo(State.FULFILLED);
            assertThat(story.window(today.plusYears(20)).state()).isEqualTo(State.FULFILLED);
          }
        });
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void nothing_stands_from_minutes_once_they_are_annulled_and_annulling_again_adds_nothing(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    live(
        law,
        route,
        steps,
        (story, today) -> {
          for (int session = 0; session < 3; session++) {
            MinutesRef minutes = new MinutesRef("S" + session, 1);
            AnnulMinutes annul =
                new AnnulMinutes(Given.PATH, minutes, today, "irregular", null, today);
            Story without = story.when(annul).accepted();
            assertThat(standing(without.file().facts())).doesNotContain(minutes);
            without.when(annul).thenNothing();
            agrees(without, without.file().announced().day());
          }
        });
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void in_whatever_order_minutes_are_annulled_the_same_is_left(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    Story lived = live(law, route, steps, (_, _) -> {});
    LocalDate day = lived.file().announced().day();
    PathCommand one = new AnnulMinutes(Given.PATH, new MinutesRef("S0", 1), day, "r", null, day);
    PathCommand two = new AnnulMinutes(Given.PATH, new MinutesRef("S1", 1), day, "r", null, day);
    Story first = lived.given(one, two);
    Story second = lived.given(two, one);
    assertThat(first.file().facts()).isEqualTo(second.file().facts());
    assertThat(first.file().announced()).isEqualTo(second.file().announced());
  }

  private static Set<MinutesRef> standing(PathFacts facts) {
    Set<MinutesRef> all = new HashSet<>();
    facts.standingOn(LocalDate.MAX).forEach(one -> add(one.minutes(), all));
    facts.refusals().forEach(one -> add(one.minutes(), all));
    facts.absences().forEach(one -> add(one.minutes(), all));
    facts.specialisations().forEach(one -> add(one.minutes(), all));
    facts.titleBy(LocalDate.MAX).ifPresent(award -> add(award.minutes(), all));
    return all;
  }

  private static void add(@Nullable MinutesRef minutes, Set<MinutesRef> all) {
    if (minutes != null) {
      all.add(minutes);
    }
  }

  /**
   * So that none of the above holds for want of anything happening. This is a question to the lives
   * generated, not to the law: one seed, or the rarest kinds would be missing now and then.
   */
  @Property(tries = 3000, seed = "20020101", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void the_lives_led_here_are_eventful(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    Set<Class<?>> happened = new HashSet<>();
    live(
        law,
        route,
        steps,
        (story, _) -> story.events().forEach(event -> happened.add(event.getClass())));
    for (Class<?> kind : EveryEventTest.leaves(PathEvent.class).toList()) {
      // Chance hardly ever appeals against the right day.
      if (kind != PathOpened.class && kind != AppealLodged.class && kind != AppealDecided.class) {
        Statistics.label(kind.getSimpleName())
            .collect(happened.contains(kind))
            .coverage(coverage -> coverage.check(true).count(count -> count > 0));
      }
    }
  }

  private static boolean same(LapseKey lapse, CcpCode ccp, LocalDate obtainedOn) {
    return lapse.ccp().equals(ccp) && lapse.obtainedOn().equals(obtainedOn);
  }

  @Provide
  Arbitrary<PathLaw> laws() {
    return Chances.laws();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Chances.steps();
  }

  /** Lives through what is accepted; what is refused did not happen. */
  static Story live(PathLaw law, Route route, List<Step> steps, BiConsumer<Story, LocalDate> each) {
    if (!law.referentiel().routes().contains(route)) {
      return Story.path(law, Route.TRAINING);
    }
    Story story = Story.path(law, route);
    LocalDate today = story.file().pins().openedOn();
    for (Step step : steps) {
      today = today.plusDays(step.daysPass());
      Story next = story.when(step.command(story.current(), today));
      if (next.refusal() == null) {
        story = next;
        each.accept(story, today);
      }
    }
    return story;
  }

  private static void agrees(Story story, LocalDate day) {
    Window derived = story.window(day);
    Announced announced = story.file().announced();
    assertThat(announced.span()).as("span as of %s", day).isEqualTo(derived.span());
    assertThat(announced.fulfilledOn()).as("as of %s", day).isEqualTo(derived.fulfilledOn());
    assertThat(announced.lapses())
        .as("lapses as of %s", day)
        .isEqualTo(derived.lapses().stream().map(LapseKey::of).collect(Collectors.toSet()));
  }

  private static void inside(Window window, PathLaw law) {
    assertThat(window.held().stream().map(Holding::ccp)).doesNotHaveDuplicates();
    assertThat(window.held()).allMatch(one -> !one.obtainedOn().isAfter(window.asOf()));
    assertThat(window.lapses()).allMatch(one -> !one.lapsedOn().isAfter(window.asOf()));
    assertThat(window.span() != null).isEqualTo(window.state() == State.OPEN);
    assertThat(window.fulfilledOn() != null).isEqualTo(window.state() == State.FULFILLED);
    WindowSpan span = window.span();
    if (span != null) {
      assertThat(window.held()).isNotEmpty();
      assertThat(window.asOf()).isBeforeOrEqualTo(span.lastDay());
      assertThat(window.held()).allMatch(one -> !one.obtainedOn().isBefore(span.anchor()));
      assertThat(window.held()).anyMatch(one -> one.obtainedOn().equals(span.anchor()));
      assertThat(window.limits())
          .allMatch(limit -> !limit.lastDay().isBefore(span.lastDay()))
          .anyMatch(limit -> limit.rule() == span.governedBy());
    }
    if (window.state() == State.NONE) {
      assertThat(window.held()).isEmpty();
    }
    if (law.regime().windowRule().isEmpty()) {
      assertThat(window.lapses()).isEmpty();
    }
  }
}
