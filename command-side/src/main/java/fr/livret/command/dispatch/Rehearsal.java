package fr.livret.command.dispatch;

import fr.livret.command.dispatch.RecordedFacts.RecordedFact;
import fr.livret.form.person.PersonalData;
import fr.livret.http.VersionConflict;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.decision.Aggregate;
import fr.livret.kernel.decision.Decisions;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.training.TrainingEvent.TrainingStarted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A run without effect: each command is decided by the kernel on what is stored and on what was
 * rehearsed before it, and its facts stay here. Not one row is written, no refusal recorded, no key
 * made.
 */
public final class Rehearsal {
  private static final ScopedValue<Rehearsal> CURRENT = ScopedValue.newInstance();

  private final Map<String, List<RecordedFact>> added = new ConcurrentHashMap<>();
  private final Map<CandidateId, List<TrainingStarted>> trainings = new ConcurrentHashMap<>();
  private final Object[] locks = new Object[64];

  /** One in which nothing has happened yet. */
  public Rehearsal() {
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new Object();
    }
  }

  /** Does work of which nothing is to stay but in this rehearsal. */
  public <T> T of(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(() -> PersonalData.rehearsing(work));
  }

  /** Whether what is decided now is rehearsed only. */
  public static boolean isOn() {
    return CURRENT.isBound();
  }

  static Optional<Rehearsal> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** The trainings of a candidate that only this rehearsal knows. */
  List<TrainingStarted> trainings(CandidateId candidate) {
    return trainings.getOrDefault(candidate, List.of());
  }

  List<RecordedFact> added(String id) {
    return added.getOrDefault(id, List.of());
  }

  /** What {@link Shell} and the store do for a command that is meant. */
  Receipt carryOut(Object command, Origin origin, RecordedFacts facts, Laws laws) {
    String id = Target.of(command);
    synchronized (locks[Math.floorMod(id.hashCode(), locks.length)]) {
      List<RecordedFact> before = facts.withCommands(id);
      Optional<Receipt> answered = answered(id, before, origin);
      if (answered.isPresent()) {
        return answered.get();
      }
      Long expected = origin.ifVersion();
      if (expected != null && expected != before.size()) {
        throw new VersionConflict(before.size());
      }
      Decisions.Decided now =
          Decisions.decide(
              command, Aggregate.of(before.stream().map(RecordedFact::event).toList()), laws);
      now.begun().forEach((begun, first) -> add(begun, first, origin));
      add(id, now.facts(), origin);
      return new Receipt(
          id, before.size() + now.facts().size(), before.isEmpty(), !now.facts().isEmpty());
    }
  }

  private void add(String id, List<?> events, Origin origin) {
    List<RecordedFact> now =
        events.stream()
            .<RecordedFact>map(event -> new RecordedFact(event, origin.commandId()))
            .toList();
    added.merge(id, now, (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    for (Object event : events) {
      if (event instanceof TrainingStarted started) {
        trainings.merge(
            started.candidate(),
            List.of(started),
            (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
      }
    }
  }

  private static Optional<Receipt> answered(String id, List<RecordedFact> facts, Origin origin) {
    String command = origin.commandId();
    for (int version = facts.size(); command != null && version > 0; version--) {
      if (command.equals(facts.get(version - 1).command())) {
        boolean created = command.equals(facts.getFirst().command());
        return Optional.of(new Receipt(id, version, created, false));
      }
    }
    return Optional.empty();
  }
}
