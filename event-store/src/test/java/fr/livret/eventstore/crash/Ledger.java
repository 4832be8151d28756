package fr.livret.eventstore.crash;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.StoredEvent;
import fr.livret.eventstore.crash.Attempt.Sent;
import fr.livret.eventstore.crash.Attempt.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What nodes were told, beside what the log shows. An acknowledgement counts once it is in a file,
 * flushed to disk, that no node and no server knows of.
 *
 * <p>An append that is acknowledged and found is settled; what is settled is remembered by a chain
 * of hashes over positions and ids, so that it need not be kept and still is compared again.
 */
final class Ledger implements AutoCloseable {
  private static final long LATE_LINES_MILLIS = 5_000;

  private final FileChannel acknowledged;
  private final EventLog log;
  private final Map<String, Attempt> open = new HashMap<>();
  private final Map<UUID, Attempt> byEvent = new HashMap<>();
  private final Map<String, Integer> nextOf = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private long[] chain = new long[1 << 16];
  private int checked;
  private long stored;
  private long refused;

  /**
   * @param file of what was acknowledged; one line an event, as {@code copy} reads them
   */
  Ledger(Path file, EventLog log) throws IOException {
    this.acknowledged =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.log = log;
  }

  /** A node is about to append. */
  synchronized void sent(Attempt attempt) {
    open.put(attempt.name, attempt);
    attempt.events.forEach(event -> byEvent.put(event.id(), attempt));
    notifyAll();
  }

  /** These came back as stored. */
  synchronized void stored(List<String> names) {
    List<Attempt> attempts = names.stream().map(this::attempt).toList();
    write(attempts);
    for (Attempt attempt : attempts) {
      attempt.tell(Told.STORED);
      stored++;
      settle(attempt);
    }
  }

  /** This came back with the word that nothing was stored. */
  synchronized void refused(String name) {
    Attempt attempt = attempt(name);
    attempt.tell(Told.REFUSED);
    refused++;
    if (attempt.isFound()) {
      violation("refused, and stored: " + attempt);
    }
  }

  synchronized void violation(String what) {
    violations.add(what);
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  synchronized long storedAppends() {
    return stored;
  }

  synchronized long refusedAppends() {
    return refused;
  }

  /** How many have been told nothing, and are there or not. */
  synchronized long unknown(boolean there) {
    return open.values().stream()
        .filter(attempt -> attempt.told() == Told.NOTHING && attempt.isFound() == there)
        .count();
  }

  synchronized int checked() {
    return checked;
  }

  /** Reads what the log has had since, and finds in it everything acknowledged before. */
  void follow() {
    List<Attempt> due = acknowledgedAndNotFound();
    Set<Attempt> met = new HashSet<>();
    log.read(checked(), log.head(), event -> met.add(follow(event)));
    synchronized (this) {
      for (Attempt attempt : met) {
        if (!attempt.isWhole()) {
          violation("stored in part: " + attempt);
        }
        settle(attempt);
      }
      due.stream()
          .filter(attempt -> !attempt.isFound())
          .forEach(attempt -> violation("acknowledged, and missing: " + attempt));
    }
  }

  /** Reads all of it again: what was there once is there for ever. */
  void readAgain() {
    long[] again = new long[1];
    int[] read = new int[1];
    log.read(
        0,
        checked(),
        event -> {
          read[0]++;
          again[0] = Chain.next(again[0], event.position(), event.id());
          if (event.position() != read[0] || chainAt(read[0]) != again[0]) {
            violation("changed since it was read: position " + event.position());
          }
        });
    if (read[0] != checked()) {
      violation("the log had %d events, and has %d of them".formatted(checked(), read[0]));
    }
  }

  /** What a reader that has come that far must have read. */
  synchronized long chainAt(int position) {
    return chain[position];
  }

  private synchronized List<Attempt> acknowledgedAndNotFound() {
    return open.values().stream()
        .filter(attempt -> attempt.told() == Told.STORED && !attempt.isFound())
        .toList();
  }

  private synchronized Attempt follow(StoredEvent event) {
    if (event.position() != checked + 1) {
      violation("position %d follows %d".formatted(event.position(), checked));
    }
    checked++;
    if (checked == chain.length) {
      chain = Arrays.copyOf(chain, 2 * checked);
    }
    chain[checked] = Chain.next(chain[checked - 1], event.position(), event.id());
    Sent found = new Sent(event.stream(), (int) event.sequence(), event.id());
    int expected = nextOf.getOrDefault(event.stream(), 0);
    nextOf.put(event.stream(), found.sequence() + 1);
    if (found.sequence() != expected) {
      violation(
          "%s at position %d, where sequence %d should be".formatted(found, checked, expected));
    }
    Attempt attempt = await(event.id());
    if (attempt == null || !attempt.found(event.id(), event.position())) {
      violation("stored twice, or sent by nobody: position %d, %s".formatted(checked, found));
      return new Attempt("nobody", List.of());
    }
    if (attempt.told() == Told.REFUSED) {
      violation("refused, and stored: " + attempt);
    }
    return attempt;
  }

  /** Its line may still be on its way here. */
  private @Nullable Attempt await(UUID event) {
    long deadline = System.nanoTime() + LATE_LINES_MILLIS * 1_000_000;
    try {
      for (Attempt attempt; System.nanoTime() < deadline; wait(100)) {
        if ((attempt = byEvent.get(event)) != null) {
          return attempt;
        }
      }
      return null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void settle(Attempt attempt) {
    if (attempt.told() == Told.STORED && attempt.isWhole()) {
      open.remove(attempt.name);
      attempt.events.forEach(event -> byEvent.remove(event.id()));
    }
  }

  private Attempt attempt(String name) {
    Attempt attempt = open.get(name);
    if (attempt == null) {
      throw new IllegalStateException("an outcome of what was never sent: " + name);
    }
    return attempt;
  }

  private void write(List<Attempt> attempts) {
    StringBuilder lines = new StringBuilder();
    attempts.forEach(attempt -> attempt.events.forEach(event -> lines.append(event).append('\n')));
    try {
      ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        int unused = acknowledged.write(bytes);
      }
      acknowledged.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      acknowledged.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
