package fr.livret.command.imports;

import fr.livret.command.dispatch.Rehearsal;
import fr.livret.form.person.PersonalData;
import fr.livret.http.MalformedInput;
import fr.livret.http.WriteRequests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries out whole files, chunk by chunk, in memory that does not grow with them. */
@Component
class Imports {
  private static final int LINES_AT_ONCE = 500;
  private static final long BYTES_AT_ONCE = 4L * 1024 * 1024;

  private final JdbcClient jdbc;
  private final Batches batches;
  private final PersonalData personalData;
  private final WriteRequests writes;
  private final int lanesAtOnce;
  private final long longestDryRun;
  private final List<ReentrantLock> locks = Stream.generate(ReentrantLock::new).limit(64).toList();

  Imports(
      JdbcClient jdbc,
      Batches batches,
      PersonalData personalData,
      WriteRequests writes,
      @Value("${livret.imports.lanes-at-once:8}") int lanesAtOnce,
      @Value("${livret.imports.longest-dry-run:250000}") long longestDryRun) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.personalData = personalData;
    this.writes = writes;
    this.lanesAtOnce = lanesAtOnce;
    this.longestDryRun = longestDryRun;
  }

  /**
   * What is asked for.
   *
   * @param name of the import
   * @param firstLine of this part of the file
   * @param more whether another part follows
   * @param size of the whole file in bytes, where it is known
   */
  record Order(
      String name,
      String actor,
      String requestId,
      Optional<String> client,
      boolean dryRun,
      boolean retryRefused,
      long firstLine,
      boolean more,
      @Nullable Long size) {}

  /** Who is told each outcome, once it is durable. */
  interface Listener {
    void told(Outcome outcome) throws IOException;
  }

  /**
   * Carries out a file.
   *
   * @throws MalformedInput when there is no line in it, or when the rest of it does not come: what
   *     came whole is carried out and kept
   * @throws IOException when nobody can be told any more
   */
  Summary carryOut(Order order, LineSource source, Listener listener) throws IOException {
    // The second of two under one name waits: the first may be an exchange its client gave up.
    ReentrantLock lock = locks.get(Math.floorMod(order.name().hashCode(), locks.size()));
    lock.lock();
    try {
      return order.dryRun() ? rehearsed(order, source, listener) : meant(order, source, listener);
    } finally {
      lock.unlock();
    }
  }

  private Summary meant(Order order, LineSource source, Listener listener) throws IOException {
    Tally tally = new Tally(order);
    @Nullable UUID run = null;
    @Nullable ImportRun going = null;
    Chunks chunks = new Chunks(source);
    for (List<Entry> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
      if (run == null || going == null) {
        run =
            batches.begin(
                order.name(), order.actor(), order.requestId(), order.firstLine(), order.size());
        going = run(order, run, new StoredMemory(jdbc, order.name(), run), Optional.empty());
      }
      long before = tally.bytes;
      Tally.Step step = tally.add(going.carryOut(chunk), source.bytes());
      batches.advance(
          order.name(),
          run,
          step.accepted(),
          step.refused(),
          step.repeated(),
          source.bytes() - before);
      tell(step.outcomes(), listener);
    }
    if (run == null) {
      throw new MalformedInput("body", "holds no line");
    }
    if (!order.more()) {
      batches.end(order.name(), run);
    }
    return tally.summary();
  }

  /** Nothing is stored, and nothing is told before the end: it may still be cut short. */
  private Summary rehearsed(Order order, LineSource source, Listener listener) throws IOException {
    Tally tally = new Tally(order);
    UUID run = UUID.randomUUID();
    Memory memory = new RehearsedMemory(new StoredMemory(jdbc, order.name(), run), run);
    ImportRun going = run(order, run, memory, Optional.of(new Rehearsal()));
    List<Outcome> outcomes = new ArrayList<>();
    Chunks chunks = new Chunks(source);
    for (List<Entry> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
      if (outcomes.size() + chunk.size() > longestDryRun) {
        outcomes.add(
            Outcome.refused(
                chunk.getFirst().line(), null, LineProblems.tooManyToRehearse(longestDryRun)));
        tally.refused++;
        tally.lines++;
        break;
      }
      outcomes.addAll(tally.add(going.carryOut(chunk), source.bytes()).outcomes());
    }
    if (outcomes.isEmpty()) {
      throw new MalformedInput("body", "holds no line");
    }
    tell(outcomes, listener);
    return tally.summary();
  }

  private ImportRun run(Order order, UUID run, Memory memory, Optional<Rehearsal> rehearsal) {
    return new ImportRun(
        new ImportRun.Order(
            order.name(),
            run,
            order.actor(),
            order.requestId(),
            order.client(),
            order.retryRefused()),
        new LineReader(order.name(), personalData, writes),
        memory,
        writes,
        lanesAtOnce,
        rehearsal);
  }

  private static void tell(List<Outcome> outcomes, Listener listener) throws IOException {
    for (Outcome outcome : outcomes) {
      listener.told(outcome);
    }
  }

  /** Whole lines, so many at once; of a file that breaks off those that came whole. */
  private static final class Chunks {
    private final LineSource source;
    private boolean broken;

    Chunks(LineSource source) {
      this.source = source;
    }

    List<Entry> next() {
      List<Entry> chunk = new ArrayList<>();
      long from = source.bytes();
      try {
        while (!broken && chunk.size() < LINES_AT_ONCE && source.bytes() - from < BYTES_AT_ONCE) {
          Entry entry = source.next();
          if (entry == null) {
            return chunk;
          }
          chunk.add(entry);
        }
      } catch (IOException _) {
        broken = true;
      }
      if (broken && chunk.isEmpty()) {
        throw new MalformedInput("body", "breaks off: what came whole is done, send it again");
      }
      return chunk;
    }
  }
}
