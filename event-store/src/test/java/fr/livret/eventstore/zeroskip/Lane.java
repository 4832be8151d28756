package fr.livret.eventstore.zeroskip;

import fr.livret.eventstore.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database with a store in it, the processes that write to it and one that reads, moved step by
 * step: after each step every append has either its answer or stands still in the database.
 */
final class Lane implements AutoCloseable {
  private static final long A_MOMENT_NANOS = 100_000;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

  private final Store store;
  private final Gates gates;
  private final List<Writer> writers = new ArrayList<>();
  private final Connections reading;
  private final EventStorageEngine readingEngine;
  private final List<Source> sources = new ArrayList<>();
  private final List<Append> appends = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();
  private int lastAppend;
  private long head;

  /** A process that writes. */
  private record Writer(Connections connections, EventStorageEngine engine, List<Append> appends) {
    int waiting() {
      appends.removeIf(append -> !append.waits());
      return appends.size();
    }
  }

  Lane(Store store, int processes) throws SQLException {
    this.store = store;
    String url = TestPostgres.freshDatabaseUrl();
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    store.prepare(database);
    this.gates = new Gates(database, store.table());
    for (int process = 0; process < processes; process++) {
      Connections connections = new Connections(url);
      writers.add(new Writer(connections, store.writer(connections), new ArrayList<>()));
    }
    this.reading = new Connections(url);
    this.readingEngine = store.reader(reading);
    writers.forEach(writer -> sources.add(store.source(writer.engine())));
    sources.add(store.source(readingEngine));
  }

  int processes() {
    return writers.size();
  }

  /** An append of that process that is yet to be started. */
  Append append(int process, int fails) {
    return new Append(++lastAppend, writers.get(process).engine(), fails, Thread.currentThread());
  }

  void start(int process, Append append, List<Integer> shut) throws SQLException {
    for (int gate : shut) {
      gates.shut(append.number, gate);
      append.shut.add(gate);
    }
    appends.add(append);
    writers.get(process).appends().add(append);
    append.start();
    settle();
  }

  /** Opens the first gate that is still shut for an append. */
  void release(Append append) throws SQLException {
    gates.open(append.number, append.shut.remove());
    settle();
  }

  /** Those for which a gate is shut. */
  List<Append> held() {
    return appends.stream().filter(append -> !append.shut.isEmpty()).toList();
  }

  boolean isQuiet() {
    return appends.stream().noneMatch(Append::waits);
  }

  List<Append> appends() {
    return appends;
  }

  /**
   * A reader of what is committed from now on.
   *
   * @param process in which it reads: one that writes, or the one after them, which does not
   */
  Reader reader(int process) throws SQLException {
    boolean late = !appends.isEmpty();
    Set<String> before =
        late
            ? gates.committedAfter(head).stream().map(Gates.Placed::id).collect(Collectors.toSet())
            : Set.of();
    TrackingToken now = readingEngine.createHeadToken();
    Reader reader = new Reader(sources.get(process), now, before, late);
    readers.add(reader);
    return reader;
  }

  List<Reader> readers() {
    return readers;
  }

  void burn(int places) throws SQLException {
    gates.burn(places);
  }

  /** Ends the backend of an append that stands before a gate, if there is one. */
  boolean kill() throws SQLException {
    for (Writer writer : writers) {
      Integer backend = gates.atGate(writer.connections().backends());
      if (backend != null) {
        writer.appends().forEach(append -> append.disturbed = true);
        gates.kill(backend);
        settle();
        return true;
      }
    }
    return false;
  }

  /** Lets every reader read to the end, and judges; whatever comes next begins anew. */
  List<Finding> judge() throws SQLException {
    List<Gates.Placed> committed = gates.committedAfter(head);
    long last = committed.isEmpty() ? head : committed.getLast().position();
    readers.forEach(reader -> reader.drain(last));
    List<Finding> findings =
        new Verdict(store.promisesOrder(), head, committed).on(appends, readers);
    head = last;
    appends.clear();
    readers.clear();
    return findings;
  }

  /** Waits until every append has its answer or stands still. */
  private void settle() throws SQLException {
    long start = System.nanoTime();
    while (!isQuiet()) {
      LockSupport.parkNanos(A_MOMENT_NANOS);
      if (!isQuiet() && !held().isEmpty() && isStill()) {
        return;
      }
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new Stuck(appends.stream().filter(Append::waits).toList() + " got no answer");
      }
    }
  }

  private boolean isStill() throws SQLException {
    List<Integer> backends = new ArrayList<>();
    List<Expected> expected = new ArrayList<>();
    for (Writer writer : writers) {
      int waiting = writer.waiting();
      if (waiting > 0) {
        List<Integer> own = writer.connections().backends();
        expected.add(new Expected(own, store.atWork(waiting)));
        backends.addAll(own);
      }
    }
    Set<Integer> standing = gates.standing(backends);
    return expected.stream().allMatch(one -> one.isMetBy(standing))
        && appends.stream().noneMatch(Append::isMoving);
  }

  /** How many of a process's backends have to stand still. */
  private record Expected(List<Integer> backends, int count) {
    boolean isMetBy(Set<Integer> standing) {
      return backends.stream().filter(standing::contains).count() >= count;
    }
  }

  /** Somebody waits for ever. */
  static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stuck(String message) {
      super(message);
    }
  }

  @Override
  public void close() throws Exception {
    gates.close();
    for (Writer writer : writers) {
      end(writer.engine());
      writer.connections().close();
    }
    end(readingEngine);
    reading.close();
  }

  private static void end(EventStorageEngine engine) throws Exception {
    if (engine instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
