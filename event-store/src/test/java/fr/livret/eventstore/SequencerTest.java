package fr.livret.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;

/** Who waits, who goes together, and what a failure does to those behind it. */
class SequencerTest {

  /** A journal that a test holds back, and tells what to answer. */
  private static final class Held implements Journal {
    final List<List<Append>> batches = new ArrayList<>();
    final Semaphore goes = new Semaphore(0);
    volatile List<Outcome> next = List.of();

    @Override
    public synchronized List<Outcome> write(List<Append> batch) {
      batches.add(batch);
      goes.acquireUninterruptibly();
      List<Outcome> told = next;
      next = List.of();
      return told.isEmpty()
          ? batch.stream().<Outcome>map(_ -> new Outcome.Stored(1)).toList()
          : told;
    }
  }

  private final Held journal = new Held();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  private static Append append(String stream, int sequence) {
    return new Append(
        List.of(
            new Append.Event(
                stream, sequence, UUID.randomUUID(), (short) 1, 0, new byte[100], new byte[0])));
  }

  private static void waiting(Sequencer sequencer, int number) throws InterruptedException {
    while (sequencer.waiting() != number) {
      Thread.sleep(1);
    }
  }

  private static Limits limits(long queued) {
    return new Limits(3, queued, Duration.ofMillis(50), Duration.ofSeconds(1));
  }

  @Test
  void what_came_meanwhile_goes_together_up_to_a_limit() throws Exception {
    try (Sequencer sequencer = new Sequencer(journal, limits(1 << 20))) {
      Future<?> first = callers.submit(() -> sequencer.append(append("a", 0)));
      while (journal.goes.getQueueLength() == 0) {
        Thread.sleep(1);
      }
      for (int caller = 0; caller < 5; caller++) {
        String stream = "b" + caller;
        Future<?> unused = callers.submit(() -> sequencer.append(append(stream, 0)));
      }
      waiting(sequencer, 5);
      journal.goes.release(10);
      first.get();
    }
    assertThat(journal.batches).extracting(List::size).containsExactly(1, 3, 2);
  }

  @Test
  void who_has_just_been_answered_is_waited_for() throws Exception {
    try (Sequencer sequencer = new Sequencer(journal, limits(1 << 20), Duration.ofMinutes(1))) {
      Future<?> again =
          callers.submit(() -> {
            sequencer.append(append("a", 0));
            sequencer.append(append("a", 1));
          });
      while (journal.goes.getQueueLength() == 0) {
        Thread.sleep(1);
      }
      Future<?> other = callers.submit(() -> sequencer.append(append("b", 0)));
      waiting(sequencer, 1);
      // Half as long as this batch takes.
      Thread.sleep(1_000);
      journal.goes.release(2);
      again.get();
      other.get();
    }
    assertThat(journal.batches).extracting(List::size).containsExactly(1, 2);
  }

  @Test
  void who_does_not_come_again_is_not_waited_for_long() throws Exception {
    try (Sequencer sequencer = new Sequencer(journal, limits(1 << 20))) {
      journal.goes.release(10);
      List<Future<?>> all = new ArrayList<>();
      for (int caller = 0; caller < 3; caller++) {
        String stream = "a" + caller;
        all.add(callers.submit(() -> sequencer.append(append(stream, 0))));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertThat(sequencer.append(append("b", 0))).isInstanceOf(Outcome.Stored.class);
    }
  }

  @Test
  void beyond_its_room_callers_are_refused_with_a_clear_word() throws Exception {
    try (Sequencer sequencer = new Sequencer(journal, limits(250))) {
      Future<?> held = callers.submit(() -> sequencer.append(append("a", 0)));
      while (journal.goes.getQueueLength() == 0) {
        Thread.sleep(1);
      }
      assertThatThrownBy(() -> sequencer.append(append("b", 0)))
          .isInstanceOf(EventStoreUnavailableException.class)
          .hasMessageContaining("250 bytes")
          .hasMessageContaining("nothing was stored");
      journal.goes.release(2);
      held.get();
      assertThat(sequencer.append(append("b", 0))).isInstanceOf(Outcome.Stored.class);
    }
  }

  @Test
  void an_append_larger_than_all_the_room_goes_when_nobody_else_is_there() {
    try (Sequencer sequencer = new Sequencer(journal, limits(10))) {
      journal.goes.release(1);
      assertThat(sequencer.append(append("a", 0))).isInstanceOf(Outcome.Stored.class);
    }
  }

  @Test
  void when_a_batch_fails_what_was_built_on_it_is_lost_and_the_rest_goes_on() throws Exception {
    try (Sequencer sequencer = new Sequencer(journal, limits(1 << 20))) {
      Future<Outcome> failing = callers.submit(() -> sequencer.append(append("a", 4)));
      while (journal.goes.getQueueLength() == 0) {
        Thread.sleep(1);
      }
      Future<Outcome> built = callers.submit(() -> sequencer.append(append("a", 5)));
      Future<Outcome> apart = callers.submit(() -> sequencer.append(append("b", 5)));
      waiting(sequencer, 2);
      journal.next = List.of(new Outcome.Failed(new EventStoreException("full")));
      journal.goes.release(2);
      assertThat(failing.get()).isInstanceOf(Outcome.Failed.class);
      assertThat(built.get()).isInstanceOf(Outcome.Lost.class);
      assertThat(apart.get()).isInstanceOf(Outcome.Stored.class);
    }
    assertThat(journal.batches).hasSize(2);
  }

  @Test
  void a_fault_of_the_journal_leaves_nobody_waiting() throws Exception {
    Journal faulty =
        _ -> {
          throw new IllegalStateException("broken");
        };
    try (Sequencer sequencer = new Sequencer(faulty, limits(1 << 20))) {
      assertThat(sequencer.append(append("a", 0)))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.why()).isInstanceOf(OutcomeUnknownException.class));
    }
  }
}
