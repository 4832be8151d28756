package fr.livret.kernel.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathCommand.NoteValidityChange;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.WorkedCase.Answer;
import fr.livret.kernel.path.WorkedCase.TitleDecision;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked cases, lived through and derived. */
class WorkedCasesTest {
  private static final Map<String, NavigableMap<LocalDate, Story>> LIVED = new HashMap<>();

  static List<WorkedCase> cases() {
    return WorkedCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lived_through_day_by_day_each_answer_is_as_expected(WorkedCase the) {
    NavigableMap<LocalDate, Story> days = live(the, 1);
    for (Answer answer : the.answers()) {
      Story known = knownAt(answer.knownAt(), days);
      check(answer, CapitalisationWindow.asOf(answer.on(), known.file().facts(), the.law()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nobody_witnessing_the_days_the_answers_are_the_same(WorkedCase the) {
    NavigableMap<LocalDate, Story> days = live(the, 0);
    for (Answer answer : the.answers()) {
      Story known = knownAt(answer.knownAt(), days);
      check(answer, CapitalisationWindow.asOf(answer.on(), known.file().facts(), the.law()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void derived_from_the_bare_facts_each_answer_is_as_expected(WorkedCase the) {
    for (Answer answer : the.answers()) {
      PathFacts facts = bareFacts(the, answer.knownAt());
      check(answer, CapitalisationWindow.asOf(answer.on(), facts, the.law()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_was_announced_each_evening_is_what_is_derived_that_evening(WorkedCase the) {
    live(the, 1)
        .forEach((day, story) -> {
          Announced announced = story.file().announced();
          Window derived = story.window(day);
          assertThat(announced.span()).as("span on %s", day).isEqualTo(derived.span());
          assertThat(announced.fulfilledOn()).as("on %s", day).isEqualTo(derived.fulfilledOn());
          assertThat(announced.lapses())
              .as("lapses on %s", day)
              .isEqualTo(
                  new HashSet<>(derived.lapses().stream().map(Announced.LapseKey::of).toList()));
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void witnessed_weekly_or_never_the_last_day_leaves_the_same_announcements(WorkedCase the) {
    Announced daily = evening(live(the, 1), the.lastDay());
    assertThat(evening(live(the, 7), the.lastDay())).isEqualTo(daily);
    assertThat(evening(live(the, 0), the.lastDay())).isEqualTo(daily);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_title_decision_is_taken_as_expected(WorkedCase the) {
    for (int every : new int[] {0, 1}) {
      for (TitleDecision decision : the.titleDecisions()) {
        LocalDate heldOn = decision.decision().heldOn();
        LocalDate recordedOn = heldOn.isAfter(the.lastDay()) ? heldOn : the.lastDay();
        RecordJuryDecision late = recordedOn(recordedOn, decision.decision());
        check(decision, live(the, every).lastEntry().getValue().when(late));
        // The same decision recorded on its own day, where all facts are by then.
        if (!heldOn.isBefore(the.facts().getLast().today())) {
          Story byThen = knownAt(heldOn, live(the, every));
          check(decision, byThen.when(decision.decision()));
        }
      }
    }
  }

  private static void check(TitleDecision decision, Story story) {
    Refused code = decision.code();
    if (code == null) {
      story.accepted();
      assertThat(story.state()).isInstanceOf(PathState.Titled.class);
    } else if (decision.missing().isEmpty()) {
      story.refused(code);
    } else {
      story.refused(
          code, Map.of("missing", decision.missing(), "date", decision.decision().heldOn()));
    }
  }

  private static void check(Answer answer, Window window) {
    String day = answer.on() + " known at " + answer.knownAt();
    assertThat(window.state()).as("state on %s", day).isEqualTo(answer.state());
    assertThat(window.span()).as("span on %s", day).isEqualTo(answer.span());
    assertThat(window.held().stream().map(held -> held.ccp().value()).sorted())
        .as("held on %s", day)
        .containsExactlyElementsOf(answer.held());
    assertThat(window.lapses().stream().map(lapse -> lapse.ccp() + " " + lapse.lapsedOn()))
        .as("lapsed by %s", day)
        .containsExactlyElementsOf(answer.lapsed());
  }

  private static NavigableMap<LocalDate, Story> live(WorkedCase the, int every) {
    return LIVED.computeIfAbsent(the.id() + " every " + every, _ -> evenings(the, every));
  }

  /** Every evening of the case, a day being witnessed each so many days; never with 0. */
  private static NavigableMap<LocalDate, Story> evenings(WorkedCase the, int every) {
    NavigableMap<LocalDate, Story> evenings = new TreeMap<>();
    Story story = Story.path(the.law(), the.route(), the.firstDay());
    int count = 0;
    for (LocalDate day = the.firstDay(); !day.isAfter(the.lastDay()); day = day.plusDays(1)) {
      if (every > 0 && count++ % every == 0) {
        story = story.given(new PathCommand.WitnessDay(Given.PATH, day));
      }
      for (PathCommand fact : the.facts()) {
        if (fact.today().equals(day)) {
          story = story.given(fact);
        }
      }
      evenings.put(day, story);
    }
    return evenings;
  }

  private static Announced evening(NavigableMap<LocalDate, Story> evenings, LocalDate day) {
    Story last = evenings.lastEntry().getValue();
    return last.given(new PathCommand.WitnessDay(Given.PATH, day)).file().announced();
  }

  private static Story knownAt(@Nullable LocalDate day, NavigableMap<LocalDate, Story> evenings) {
    if (day == null) {
      return evenings.lastEntry().getValue();
    }
    var floor = evenings.floorEntry(day);
    return floor == null
        ? new Story(
            evenings.firstEntry().getValue().law(), // nothing was known yet
            new PathState.Capitalising(empty(evenings.firstEntry().getValue())),
            List.of(),
            null)
        : floor.getValue();
  }

  private static PathFile empty(Story story) {
    return new PathFile(
        story.file().pins(),
        PathFacts.NONE,
        Announced.nothingUntil(LocalDate.EPOCH),
        Set.of(),
        List.of(),
        null);
  }

  private static PathFacts bareFacts(WorkedCase the, @Nullable LocalDate knownAt) {
    PathFacts facts = PathFacts.NONE;
    Stream<PathCommand> known =
        the.facts().stream().filter(fact -> knownAt == null || !fact.today().isAfter(knownAt));
    for (PathCommand fact : known.toList()) {
      facts =
          switch (fact) {
            case RecordCcp ccp -> facts.with(Obtaining.standing(ccp.ccp(), ccp.obtainedOn()));
            case AnnulCcp annul ->
                facts.annulled(
                    annul.ccp(),
                    facts.obtainings().stream()
                        .filter(one -> one.ccp().equals(annul.ccp()))
                        .findFirst()
                        .orElseThrow()
                        .obtainedOn(),
                    annul.decidedOn());
            case RecordJuryDecision jury -> granted(facts, jury);
            case NoteValidityChange note -> facts.with(note.change());
            case PathCommand.OpenPath _,
                PathCommand.AwardCcs _,
                PathCommand.WitnessDay _,
                PathCommand.AnnulMinutes _,
                PathCommand.WithdrawTitle _,
                PathCommand.ConfirmTitle _,
                PathCommand.WithdrawCcs _,
                PathCommand.TransferPath _,
                PathCommand.LodgeAppeal _,
                PathCommand.DecideAppeal _,
                PathCommand.RecordSurvey _ ->
                throw new IllegalArgumentException("no fact of the window");
          };
    }
    return facts;
  }

  private static PathFacts granted(PathFacts facts, RecordJuryDecision jury) {
    PathFacts all = facts;
    if (jury.decision() instanceof JuryDecision.Partial(var ccps)) {
      for (var ccp : ccps) {
        all = all.with(Obtaining.standing(ccp, jury.heldOn()));
      }
    }
    return all;
  }

  private static RecordJuryDecision recordedOn(LocalDate today, RecordJuryDecision decision) {
    return new RecordJuryDecision(
        decision.path(), decision.heldOn(), decision.decision(), decision.grounds(), null, today);
  }
}
