package fr.livret.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** One order of steps, by the choices given and then the first there is, and what came of it. */
final class SequencerSchedule {
  private static final int ROOM = 3;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

  /** Two want the same place, and one builds on it. */
  private static final List<String> CALLERS = List.of("x0", "x0", "x1");

  private final Memory journal;
  private final List<Integer> choices;
  private final List<Integer> options = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private final List<Caller> callers = new ArrayList<>();
  private final Sequencer sequencer;
  private @Nullable Thread closing;
  private boolean failed;

  /** A journal in memory, each of whose batches ends when it is told to. */
  static class Memory implements Journal {
    final List<Append> stored = Collections.synchronizedList(new ArrayList<>());
    final Set<Append> doomed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Append> places = new HashMap<>();
    private final SynchronousQueue<Boolean> ends = new SynchronousQueue<>();
    volatile int busy;
    volatile boolean closed;

    @Override
    public List<Outcome> write(List<Append> batch) {
      assertThat(closed).isFalse();
      busy = batch.size();
      boolean well = taken();
      List<Outcome> outcomes = new ArrayList<>();
      for (Append append : batch) {
        outcomes.add(well ? outcome(append) : failure(append));
      }
      busy = 0;
      return outcomes;
    }

    private boolean taken() {
      try {
        return ends.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    void end(boolean well) throws InterruptedException {
      busy = 0;
      ends.put(well);
    }

    private Outcome failure(Append append) {
      doomed.add(append);
      return new Outcome.Failed(new EventStoreException("no"));
    }

    private Outcome outcome(Append append) {
      if (places.putIfAbsent(place(append), append) != null) {
        return new Outcome.Lost(0);
      }
      stored.add(append);
      return new Outcome.Stored(stored.size());
    }

    @Override
    public void close() {
      assertThat(closed).isFalse();
      closed = true;
    }
  }

  /** A caller, and what it was told. */
  private final class Caller implements Runnable {
    final Append append;
    final boolean afterClose = closing != null;
    volatile @Nullable Outcome outcome;
    volatile boolean refused;

    Caller(Append append) {
      this.append = append;
    }

    @Override
    public void run() {
      try {
        outcome = sequencer.append(append);
      } catch (EventStoreException e) {
        refused = true;
      }
    }

    boolean waits() {
      return outcome == null && !refused;
    }
  }

  SequencerSchedule(Memory journal, List<Integer> choices) {
    this.journal = journal;
    this.choices = List.copyOf(choices);
    long each = append("x0").bytes();
    this.sequencer =
        new Sequencer(
            journal, new Limits(10, ROOM * each, Duration.ofMinutes(5), Duration.ofMinutes(5)));
  }

  private static Append append(String place) {
    return new Append(
        List.of(
            new Append.Event(
                place.substring(0, 1),
                place.charAt(1) - '0',
                new UUID(0, 0),
                (short) 1,
                0,
                new byte[0],
                new byte[0])));
  }

  private static String place(Append append) {
    Append.Event event = append.events().getFirst();
    return event.stream() + event.sequence();
  }

  /** Runs it to its end, and judges; gives how many steps could have been taken at each point. */
  List<Integer> run() {
    try {
      for (List<String> possible = possible(); !possible.isEmpty(); possible = possible()) {
        int depth = options.size();
        int choice = depth < choices.size() ? choices.get(depth) : 0;
        options.add(possible.size());
        steps.add(possible.get(choice));
        take(possible.get(choice));
        settle();
      }
      judge();
      return options;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> possible() {
    List<String> possible = new ArrayList<>();
    if (journal.busy > 0) {
      possible.add("the batch is written");
      if (!failed) {
        possible.add("the batch fails");
      }
    }
    for (int index = 0; index < CALLERS.size(); index++) {
      String step = index + " comes";
      if (!steps.contains(step)) {
        possible.add(step);
      }
    }
    if (closing == null && !callers.isEmpty()) {
      possible.add("closing");
    }
    return possible;
  }

  private void take(String step) throws InterruptedException {
    switch (step) {
      case "the batch is written" -> journal.end(true);
      case "the batch fails" -> {
        failed = true;
        journal.end(false);
      }
      case "closing" -> closing = Thread.ofVirtual().start(sequencer::close);
      default -> {
        Caller caller = new Caller(append(CALLERS.get(step.charAt(0) - '0')));
        callers.add(caller);
        Thread.startVirtualThread(caller);
      }
    }
  }

  /**
   * Until everybody has an answer, waits in the queue or its batch, or for room there is none of.
   */
  private void settle() {
    long start = System.nanoTime();
    while (!isStill()) {
      assertThat(System.nanoTime() - start).as("stuck after %s", steps).isLessThan(PATIENCE_NANOS);
      LockSupport.parkNanos(10_000);
    }
  }

  private boolean isStill() {
    long waiting = callers.stream().filter(Caller::waits).count();
    int busy = journal.busy;
    int queued = sequencer.waiting();
    boolean closed =
        closing == null
            || (busy > 0
                ? closing.getState() == Thread.State.WAITING
                : closing.getState() == Thread.State.TERMINATED);
    return closed
        && (busy > 0 || queued == 0)
        && (waiting == queued + busy || queued + busy == ROOM);
  }

  private void judge() {
    for (Caller caller : callers) {
      int place = journal.stored.indexOf(caller.append);
      boolean stored = journal.stored.stream().anyMatch(one -> one == caller.append);
      String about = "%s at %d was told %s after %s";
      assertThat(caller.outcome instanceof Outcome.Stored)
          .as(about, place(caller.append), place, caller.outcome, steps)
          .isEqualTo(stored);
      if (caller.outcome instanceof Outcome.Stored(long first)) {
        assertThat(journal.stored.get((int) first - 1)).as("%s", steps).isSameAs(caller.append);
      }
      if (caller.outcome instanceof Outcome.Failed) {
        assertThat(journal.doomed).as("%s", steps).contains(caller.append);
      }
      if (caller.outcome instanceof Outcome.Lost) {
        assertThat(journal.places.containsKey(place(caller.append)) || isBehind(caller))
            .as("%s lost to nobody after %s", place(caller.append), steps)
            .isTrue();
      }
      assertThat(caller.refused).as("%s", steps).isIn(false, closing != null);
      assertThat(caller.afterClose && !caller.refused).as("%s", steps).isFalse();
    }
    assertThat(journal.closed).as("closed, after %s", steps).isTrue();
  }

  private boolean isBehind(Caller caller) {
    return place(caller.append).equals("x1")
        && journal.doomed.stream().anyMatch(one -> place(one).equals("x0"));
  }
}
