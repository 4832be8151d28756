package fr.livret.command.imports;

import fr.livret.command.dispatch.Rehearsal;
import fr.livret.command.imports.LineReader.Reading;
import fr.livret.http.CommandContext;
import fr.livret.http.FieldError;
import fr.livret.http.HttpJson;
import fr.livret.http.WriteRequests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One run of an import over its file. Lines are taken by the chunk: what is known of them is
 * recalled at once, they are carried out, lane by lane, and what became of them is kept at once,
 * before anybody is told.
 *
 * <p>A line carried out twice has one effect, as a request with an Idempotency-Key has: its
 * aggregate remembers it. So whatever was done when the process died is answered, not doubled.
 */
final class ImportRun {
  private final Order order;
  private final LineReader reader;
  private final Memory memory;
  private final WriteRequests writes;
  private final Semaphore places;
  private final Optional<Rehearsal> rehearsal;

  /**
   * Who asks for what.
   *
   * @param batch the import's name
   * @param retryRefused whether what a rule refused before is decided again
   */
  record Order(
      String batch,
      UUID run,
      String actor,
      String requestId,
      Optional<String> client,
      boolean retryRefused) {}

  /**
   * What became of a chunk.
   *
   * @param repeated how many lines were answered from memory
   */
  record Chunk(List<Outcome> outcomes, int repeated) {}

  private record Done(Outcome outcome, @Nullable Row row, boolean repeated) {}

  ImportRun(
      Order order,
      LineReader reader,
      Memory memory,
      WriteRequests writes,
      int atOnce,
      Optional<Rehearsal> rehearsal) {
    this.order = order;
    this.reader = reader;
    this.memory = memory;
    this.writes = writes;
    this.places = new Semaphore(atOnce);
    this.rehearsal = rehearsal;
  }

  /** Carries out these lines, in their order, and remembers what became of them. */
  Chunk carryOut(List<Entry> entries) {
    List<Reading> readings = entries.stream().map(reader::read).toList();
    List<Line> lines = new ArrayList<>();
    Set<UUID> ids = new LinkedHashSet<>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Read(Line line)) {
        lines.add(line);
        ids.add(line.id());
        line.references().forEach(key -> ids.add(reader.idOf(key)));
      }
    }
    Map<UUID, Row> known = new ConcurrentHashMap<>(memory.recall(ids));
    List<List<Lanes.Lane>> stages = Lanes.of(lines, known, reader::idOf);
    memory.begin(begun(lines, known));
    Map<Line, Done> done = new ConcurrentHashMap<>();
    for (List<Lanes.Lane> stage : stages) {
      carryOut(stage, known, done);
    }
    return kept(readings, done);
  }

  /** The content of what may be carried out is bound before it is: a crash must not free it. */
  private List<Row> begun(List<Line> lines, Map<UUID, Row> known) {
    Map<UUID, Row> begun = new LinkedHashMap<>();
    for (Line line : lines) {
      Row row = known.get(line.id());
      boolean free =
          row == null
              || (!row.accepted()
                  && !row.unanswered()
                  && !row.run().equals(order.run())
                  && !row.fingerprint().equals(line.fingerprint()));
      if (free) {
        begun.putIfAbsent(line.id(), row(line, line.id(), null, null));
      }
    }
    return List.copyOf(begun.values());
  }

  private void carryOut(List<Lanes.Lane> stage, Map<UUID, Row> known, Map<Line, Done> done) {
    Set<UUID> refusedBefore = new HashSet<>();
    for (Lanes.Lane lane : stage) {
      if (lane.lines().stream().anyMatch(line -> refused(known.get(line.id())))) {
        refusedBefore.add(lane.id());
      }
    }
    Set<UUID> renewed = memory.renewed(refusedBefore);
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Lanes.Lane lane : stage) {
        running.add(
            threads.submit(
                () -> inPlace(() -> run(lane, renewed.contains(lane.id()), known, done))));
      }
    }
    running.forEach(ImportRun::orThrow);
  }

  private static boolean refused(@Nullable Row row) {
    return row != null && row.refused();
  }

  private void inPlace(Runnable work) {
    places.acquireUninterruptibly();
    try {
      if (rehearsal.isPresent()) {
        rehearsal
            .get()
            .of(() -> {
              work.run();
              return true;
            });
      } else {
        work.run();
      }
    } finally {
      places.release();
    }
  }

  private static void orThrow(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void run(Lanes.Lane lane, boolean renewed, Map<UUID, Row> known, Map<Line, Done> done) {
    boolean anew = renewed;
    for (Line line : lane.lines()) {
      Done result = decide(line, lane.id(), anew, known);
      Row row = result.row();
      if (row != null) {
        known.put(row.id(), row);
        anew |= !result.repeated();
      }
      done.put(line, result);
    }
  }

  private Done decide(Line line, UUID lane, boolean anew, Map<UUID, Row> known) {
    Row row = known.get(line.id());
    if (row == null) {
      return done(line, lane, known);
    }
    boolean same = row.fingerprint().equals(line.fingerprint());
    if (row.run().equals(order.run()) && row.line() != line.number()) {
      return anotherTime(line, row, same);
    }
    if (!same) {
      return row.accepted() || row.unanswered()
          ? unkept(
              Outcome.refused(line.number(), line.key(), LineProblems.changed(row.aggregate())))
          : done(line, lane, known);
    }
    if (row.accepted() || (row.refused() && !anew && !order.retryRefused())) {
      return new Done(answered(line, row), again(line, row), true);
    }
    if (!row.unanswered()) {
      memory.begin(List.of(row(line, lane, null, null)));
    }
    return done(line, lane, known);
  }

  /** The second line of one key in one file. */
  private static Done anotherTime(Line line, Row row, boolean same) {
    if (line.mayRepeat() && same && !row.unanswered()) {
      return new Done(answered(line, row), null, true);
    }
    return unkept(
        Outcome.refused(
            line.number(),
            line.key(),
            line.key() == null
                ? LineProblems.sameAs(row.line())
                : line.mayRepeat()
                    ? LineProblems.changed(row.aggregate())
                    : LineProblems.keyTaken(row.line())));
  }

  private static Done unkept(Outcome outcome) {
    return new Done(outcome, null, false);
  }

  private Row again(Line line, Row row) {
    return new Row(
        row.id(),
        row.fingerprint(),
        line.number(),
        order.run(),
        row.doneIn(),
        row.lane(),
        row.status(),
        row.aggregate(),
        row.version(),
        row.problem());
  }

  private static Outcome answered(Line line, Row row) {
    Integer status = row.status();
    return new Outcome(
        line.number(),
        line.key(),
        status == null ? 500 : status,
        row.aggregate(),
        row.version(),
        row.problem() == null ? null : HttpJson.mapper().readTree(row.problem()));
  }

  private Done done(Line line, UUID lane, Map<UUID, Row> known) {
    Outcome outcome = carryOut(line, known);
    return new Done(outcome, row(line, lane, outcome, order.run()), false);
  }

  private Row row(Line line, UUID lane, @Nullable Outcome outcome, @Nullable UUID doneIn) {
    return new Row(
        line.id(),
        line.fingerprint(),
        line.number(),
        order.run(),
        doneIn,
        lane,
        outcome == null ? null : outcome.status(),
        outcome == null ? null : outcome.id(),
        outcome == null ? null : outcome.version(),
        outcome == null ? null : StoredMemory.problem(outcome));
  }

  private Outcome carryOut(Line line, Map<UUID, Row> known) {
    References references = new References(reader, known, order.run(), line.number());
    String path = references.resolved(line.path());
    @Nullable JsonNode body = line.body() == null ? null : references.resolved(line.body());
    List<FieldError> dangling = references.dangling();
    if (!dangling.isEmpty()) {
      return Outcome.refused(line.number(), line.key(), LineProblems.dangling(dangling));
    }
    Row refused = references.refused();
    if (refused != null) {
      return Outcome.refused(
          line.number(),
          line.key(),
          LineProblems.refersToRefused(references.refusedKey(), refused.line()));
    }
    WriteRequests.Answer answer =
        writes.send(
            line.method(),
            path,
            body == null ? null : HttpJson.mapper().writeValueAsBytes(body),
            new CommandContext(
                order.actor(),
                order.requestId(),
                order.client(),
                Optional.of("import/" + line.id()),
                OptionalLong.empty(),
                line.provenance()));
    var written = answer.written();
    return new Outcome(
        line.number(),
        line.key(),
        answer.status(),
        written == null ? null : written.id(),
        written == null ? null : written.version(),
        answer.problem() == null ? null : HttpJson.mapper().valueToTree(answer.problem()));
  }

  private Chunk kept(List<Reading> readings, Map<Line, Done> done) {
    List<Outcome> outcomes = new ArrayList<>();
    Map<UUID, Row> rows = new LinkedHashMap<>();
    List<Outcome> withoutKey = new ArrayList<>();
    int repeated = 0;
    for (Reading reading : readings) {
      switch (reading) {
        case Reading.Refused(Outcome outcome) -> {
          outcomes.add(outcome);
          withoutKey.add(outcome);
        }
        case Reading.Read(Line line) -> {
          Done result = done.get(line);
          if (result == null) {
            throw new IllegalStateException("line " + line.number() + " was in no lane");
          }
          outcomes.add(result.outcome());
          Row row = result.row();
          if (row != null) {
            rows.put(row.id(), row);
          } else {
            withoutKey.add(result.outcome());
          }
          repeated += result.repeated() ? 1 : 0;
        }
      }
    }
    memory.keep(List.copyOf(rows.values()), withoutKey);
    return new Chunk(outcomes, repeated);
  }
}
