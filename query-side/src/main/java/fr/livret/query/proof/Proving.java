package fr.livret.query.proof;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Step;
import fr.livret.query.proof.ProofAnswer.AnchorShown;
import fr.livret.query.proof.ProofAnswer.FactShown;
import fr.livret.query.proof.ProofAnswer.LimitShown;
import fr.livret.query.proof.ProofAnswer.Operation;
import fr.livret.query.proof.ProofAnswer.Sentence;
import fr.livret.query.proof.ProofAnswer.StepShown;
import fr.livret.query.reading.Basis;
import fr.livret.query.reading.Logged;
import fr.livret.query.reading.Recorded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows proofs, each recorded day with the facts that recorded it. */
public final class Proving {
  private final Map<Anchor, List<FactShown>> recordedBy;

  private Proving(Map<Anchor, List<FactShown>> recordedBy) {
    this.recordedBy = recordedBy;
  }

  /**
   * With these facts.
   *
   * @param anchors the days an event recorded
   */
  public static <E> Proving with(List<Recorded<E>> facts, Function<E, List<Anchor>> anchors) {
    return withoutFacts().and(facts.stream().map(Logged::of).toList(), anchors);
  }

  /** Days are shown as recorded, without their events. */
  public static Proving withoutFacts() {
    return new Proving(Map.of());
  }

  /**
   * With these facts, too. Where a store does not tell the place of one, the day it recorded is
   * shown without it.
   *
   * @param anchors the days an event recorded
   */
  public <E> Proving and(List<Logged<E>> facts, Function<E, List<Anchor>> anchors) {
    Map<Anchor, List<FactShown>> all = new HashMap<>();
    recordedBy.forEach((anchor, known) -> all.put(anchor, new ArrayList<>(known)));
    for (Logged<E> fact : facts) {
      @Nullable Long position = fact.position();
      if (position != null) {
        FactShown place = new FactShown(position, fact.version(), fact.type(), fact.recordedAt());
        for (Anchor anchor : anchors.apply(fact.event())) {
          all.computeIfAbsent(anchor, _ -> new ArrayList<>()).add(place);
        }
      }
    }
    return new Proving(all);
  }

  /** As answered. */
  public List<ProofAnswer> shown(List<Proof> proofs) {
    return proofs.stream().map(this::shown).toList();
  }

  /** As answered. */
  public ProofAnswer shown(Proof proof) {
    return new ProofAnswer(
        proof.claim(),
        named(proof.about()),
        proof.day(),
        proof.reckoning().steps().stream().map(this::shown).toList(),
        new Sentence(
            new French(this::positions).sentence(proof),
            new English(this::positions).sentence(proof)));
  }

  private List<Long> positions(Anchor anchor) {
    return facts(anchor).stream().map(FactShown::position).toList();
  }

  private List<FactShown> facts(Anchor anchor) {
    return recordedBy.getOrDefault(anchor, List.of());
  }

  private AnchorShown shown(Anchor anchor) {
    return new AnchorShown(anchor.kind(), named(anchor.about()), anchor.day(), facts(anchor));
  }

  private static @Nullable String named(String about) {
    return about.isEmpty() ? null : about;
  }

  private StepShown shown(Step step) {
    return switch (step) {
      case Step.Taken(var anchor, _) ->
          resting(Operation.TAKEN, step, null, List.of(anchor), null, anchor.day().toString());
      case Step.Completed(var all, _) ->
          resting(
              Operation.COMPLETED,
              step,
              null,
              all,
              null,
              "latest of " + all.stream().map(Anchor::day).toList() + " = " + step.day());
      case Step.Added added ->
          moved(
              Operation.ADDED,
              step,
              added.from(),
              added.length().toString(),
              added.shortened(),
              added.from() + " + " + added.length() + " = " + added.day(),
              added.counting());
      case Step.Subtracted taken ->
          moved(
              Operation.SUBTRACTED,
              step,
              taken.from(),
              taken.length().toString(),
              taken.shortened(),
              taken.from() + " - " + taken.length() + " = " + taken.day(),
              null);
      case Step.Next(var last, _) ->
          moved(Operation.NEXT, step, last, "P1D", false, last + " + P1D = " + step.day(), null);
      case Step.NotBefore(var from, var anchor, _) ->
          resting(
              Operation.NOT_BEFORE,
              step,
              from,
              List.of(anchor),
              null,
              "latest of [" + from + ", " + anchor.day() + "] = " + step.day());
      case Step.Earliest(var of, _) -> earliest(step, of);
      case Step.Within(var day, var lastDay, _) ->
          staying(Operation.WITHIN, step, day, lastDay, day + " <= " + lastDay);
      case Step.Deemed(var day, _) -> staying(Operation.DEEMED, step, day, null, day.toString());
      case Step.Closed(var end, var decision, var source) ->
          resting(Operation.CLOSED, step, end, List.of(decision), source, step.day().toString());
      case Step.Prorogued(var end, var decision, var until, var source) ->
          resting(
              Operation.PROROGUED,
              step,
              end,
              List.of(decision),
              source,
              end == null ? until.toString() : end + " -> " + until);
    };
  }

  private StepShown resting(
      Operation operation,
      Step step,
      @Nullable LocalDate from,
      List<Anchor> anchors,
      @Nullable String source,
      String arithmetic) {
    return new StepShown(
        operation,
        from,
        null,
        step.day(),
        null,
        anchors.stream().map(this::shown).toList(),
        List.of(),
        null,
        source,
        arithmetic,
        basis(step),
        null);
  }

  private static StepShown moved(
      Operation operation,
      Step step,
      LocalDate from,
      String amount,
      boolean lastOfMonth,
      String arithmetic,
      @Nullable LegalBasis counting) {
    return new StepShown(
        operation,
        from,
        amount,
        step.day(),
        lastOfMonth ? true : null,
        List.of(),
        List.of(),
        null,
        null,
        arithmetic,
        basis(step),
        counting == null ? null : Basis.of(counting));
  }

  private static StepShown earliest(Step step, List<Step.Bound> of) {
    return new StepShown(
        Operation.EARLIEST,
        step.day(),
        null,
        step.day(),
        null,
        List.of(),
        of.stream().map(bound -> new LimitShown(bound.name(), bound.day())).toList(),
        null,
        null,
        "earliest of " + of.stream().map(Step.Bound::day).toList() + " = " + step.day(),
        basis(step),
        null);
  }

  private static StepShown staying(
      Operation operation,
      Step step,
      LocalDate day,
      @Nullable LocalDate lastDay,
      String arithmetic) {
    return new StepShown(
        operation,
        day,
        null,
        step.day(),
        null,
        List.of(),
        List.of(),
        lastDay,
        null,
        arithmetic,
        basis(step),
        null);
  }

  private static @Nullable Basis basis(Step step) {
    return step.basis().map(Basis::of).orElse(null);
  }
}
