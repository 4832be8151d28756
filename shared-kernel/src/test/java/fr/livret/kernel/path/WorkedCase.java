package fr.livret.kernel.path;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One worked case of the law: facts in the order of their recording, and what is expected of the
 * window on certain days. A command's {@code today} is the day on which its fact is recorded.
 *
 * @param answers those of the case itself and of its neighbours, one day either side
 * @param titleDecisions each tried for itself, after all facts
 */
record WorkedCase(
    String id,
    String why,
    PathLaw law,
    Route route,
    List<PathCommand> facts,
    List<Answer> answers,
    List<TitleDecision> titleDecisions) {

  static WorkedCase of(String id, String why, PathLaw law, Route route, PathCommand... facts) {
    return new WorkedCase(id, why, law, route, List.of(facts), List.of(), List.of());
  }

  WorkedCase expect(Answer... more) {
    List<Answer> all = new ArrayList<>(answers);
    all.addAll(List.of(more));
    return new WorkedCase(id, why, law, route, facts, all, titleDecisions);
  }

  WorkedCase titleAccepted(String heldOn) {
    return with(new TitleDecision(Given.award(heldOn), null, List.of()));
  }

  WorkedCase titleRefused(String heldOn, Refused code, String... missing) {
    return with(new TitleDecision(Given.award(heldOn), code, List.of(missing)));
  }

  private WorkedCase with(TitleDecision decision) {
    List<TitleDecision> all = new ArrayList<>(titleDecisions);
    all.add(decision);
    return new WorkedCase(id, why, law, route, facts, answers, all);
  }

  LocalDate firstDay() {
    return facts.getFirst().today();
  }

  /** The last day any fact is recorded on, or any answer is asked for. */
  LocalDate lastDay() {
    LocalDate last = facts.getLast().today();
    for (Answer answer : answers) {
      last = answer.on().isAfter(last) ? answer.on() : last;
    }
    return last;
  }

  @Override
  public String toString() {
    return id + ": " + why;
  }

  /** A title decision after the facts; {@code code} where it is refused. */
  record TitleDecision(
      PathCommand.RecordJuryDecision decision, @Nullable Refused code, List<String> missing) {}

  /**
   * What the window is on a day.
   *
   * @param knownAt by what was recorded up to that day; absent: by everything
   * @param span where the window is open
   * @param held what counts, in order of code
   * @param lapsed every lapse so far, as in {@code CCP1 2019-03-11}
   */
  record Answer(
      LocalDate on,
      @Nullable LocalDate knownAt,
      Window.State state,
      @Nullable WindowSpan span,
      List<String> held,
      List<String> lapsed) {

    static Answer open(String on, WindowSpan span, String... held) {
      return new Answer(
          LocalDate.parse(on), null, Window.State.OPEN, span, List.of(held), List.of());
    }

    static Answer fulfilled(String on, String... held) {
      return without(on, Window.State.FULFILLED, held);
    }

    static Answer unlimited(String on, String... held) {
      return without(on, Window.State.UNLIMITED, held);
    }

    static Answer none(String on) {
      return without(on, Window.State.NONE);
    }

    private static Answer without(String on, Window.State state, String... held) {
      return new Answer(LocalDate.parse(on), null, state, null, List.of(held), List.of());
    }

    Answer lapsed(String... lapses) {
      return new Answer(on, knownAt, state, span, held, List.of(lapses));
    }

    Answer knownThatDay() {
      return new Answer(on, on, state, span, held, lapsed);
    }
  }
}
