package fr.livret.command.dispatch;

import fr.livret.command.dispatch.RecordedFacts.RecordedFact;
import fr.livret.form.person.PersonalData;
import fr.livret.http.VersionConflict;
import fr.livret.kernel.decision.Decisions;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A run without effect: each command is decided by the kernel on what is stored and on what was
 * rehearsed before it, and its facts stay here. Not one row is written, no refusal recorded, no key
 * made.
 */
public final class Rehearsal {
  private static final ScopedValue<Rehearsal> CURRENT = ScopedValue.newInstance();

  private final Map<String, List<RecordedFact>> added = new ConcurrentHashMap<>();
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

  List<RecordedFact> added(String id) {
    return added.getOrDefault(id, List.of());
  }

  /** What {@link Shell} and the store do for a command that is meant. */
  Receipt carryOut(Object command, Origin origin, RecordedFacts facts, Laws laws) {
    String id = Targets.idOf(command);
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
      List<RecordedFact> now =
          decided(command, before, laws).stream()
              .map(event -> new RecordedFact(event, origin.commandId()))
              .toList();
      added.merge(
          id,
          now,
          (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream()).toList());
      return new Receipt(id, before.size() + now.size(), before.isEmpty());
    }
  }

  private static Optional<Receipt> answered(String id, List<RecordedFact> facts, Origin origin) {
    String command = origin.commandId();
    for (int version = facts.size(); command != null && version > 0; version--) {
      if (command.equals(facts.get(version - 1).command())) {
        boolean created = command.equals(facts.getFirst().command());
        return Optional.of(new Receipt(id, version, created));
      }
    }
    return Optional.empty();
  }

  private static List<?> decided(Object command, List<RecordedFact> before, Laws laws) {
    try {
      return Decisions.decide(command, before.stream().map(RecordedFact::event).toList(), laws);
    } catch (Refusal refusal) {
      // Of an aggregate that is not there the store answers, not the kernel.
      throw before.isEmpty() && refusal.code() == Refused.UNKNOWN
          ? Unknown.target(command)
          : refusal;
    }
  }
}
