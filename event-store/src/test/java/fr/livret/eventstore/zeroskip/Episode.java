package fr.livret.eventstore.zeroskip;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One interleaving: two to four appends of one to three events by several processes, and the
 * readers beside them. All that is random comes from the seed: which append starts when and where,
 * before which of its events and whether before its commit it is held, in what order the held ones
 * go on, who claims a place that another one claims too, who is rolled back, whose backend dies,
 * when a reader reads how much, restarts from its stored token or comes in late, when a minute
 * passes and when places are burnt.
 *
 * <p>Each step is taken when all is still after the one before. What a step sets free races on by
 * itself: where a batch of our store meets a conflict or loses its connection, it goes to the fence
 * again, and another process may be there before it or after it.
 */
final class Episode {
  private static final Duration MORE_THAN_A_MINUTE = Duration.ofSeconds(61);

  private final Lane lane;
  private final VirtualTime time;
  private final Tally tally;
  private final RandomGenerator random;
  private final String contested;
  private final int planned;
  private final List<String> steps = new ArrayList<>();

  Episode(long seed, Lane lane, VirtualTime time, Tally tally) {
    this.lane = lane;
    this.time = time;
    this.tally = tally;
    this.random = new SplittableRandom(seed);
    this.planned = 2 + random.nextInt(3);
    this.contested = "contested " + seed;
  }

  /** Runs to its end, and says what was wrong. */
  List<Finding> run() throws SQLException {
    lane.reader(random.nextInt(lane.processes() + 1));
    if (random.nextInt(3) == 0) {
      lane.reader(random.nextInt(lane.processes() + 1));
    }
    while (lane.appends().size() < planned || !lane.held().isEmpty()) {
      step();
    }
    tally.episode(lane.appends());
    return lane.judge();
  }

  /** What was done, step by step, and what everybody was told. */
  List<String> steps() {
    return steps;
  }

  private void step() throws SQLException {
    int die = random.nextInt(100);
    if (die < 32) {
      start();
    } else if (die < 60) {
      release();
    } else if (die < 84) {
      read();
    } else if (die < 89) {
      oneOf(lane.readers()).restart();
      tally.restarts.increment();
      steps.add("restart");
    } else if (die < 93) {
      time.pass(MORE_THAN_A_MINUTE);
      steps.add("a minute passes");
    } else if (die < 96) {
      lane.burn(1 + random.nextInt(12));
      steps.add("burn");
    } else if (die < 98) {
      if (lane.readers().size() < 3) {
        lane.reader(random.nextInt(lane.processes() + 1));
        steps.add("a reader comes in");
      }
    } else if (random.nextInt(6) == 0 && lane.kill()) {
      tally.kills.increment();
      steps.add("kill");
    }
  }

  private void start() throws SQLException {
    if (lane.appends().size() == planned) {
      return;
    }
    int process = random.nextInt(lane.processes());
    int events = 1 + random.nextInt(3);
    int fails =
        random.nextInt(12) > 0
            ? Append.SOUND
            : random.nextBoolean() ? Gates.COMMIT : 1 + random.nextInt(events);
    Append append = lane.append(process, fails);
    Instant at = time.instant();
    boolean contends = random.nextInt(5) < 2;
    String own = "own " + contested + " " + lane.appends().size();
    String stream = contends ? contested : own;
    long sequence = contends ? known() : 0;
    // Beside what an aggregate says, a record of the decision in a stream of its own.
    boolean recorded = contends && events > 1 && random.nextInt(3) == 0;
    for (int event = 0; event < events - (recorded ? 1 : 0); event++) {
      append.with(stream, sequence + event, at);
    }
    if (recorded) {
      append.with(own, 0, at);
    }
    List<Integer> shut = new ArrayList<>();
    if (random.nextInt(10) < 3) {
      shut.add(1 + random.nextInt(events));
    }
    if (random.nextInt(10) < 4) {
      shut.add(Gates.COMMIT);
    }
    lane.start(process, append, shut);
    tally.holds.add(shut.size());
    steps.add("process %d: %s, held at %s".formatted(process, append.claim(), shut) + told());
  }

  /** How many events of the contested stream are known to be stored. */
  private long known() {
    return lane.appends().stream()
        .filter(append -> append.answer() == Append.Answer.STORED)
        .mapToInt(append -> append.in(contested))
        .sum();
  }

  private void release() throws SQLException {
    List<Append> held = lane.held();
    if (!held.isEmpty()) {
      Append append = oneOf(held);
      lane.release(append);
      steps.add("release " + append.claim() + told());
    }
  }

  private void read() {
    Reader reader = oneOf(lane.readers());
    int atMost = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : Integer.MAX_VALUE;
    reader.read(atMost);
    tally.reads.increment();
    steps.add(
        "reader %d has seen %d".formatted(lane.readers().indexOf(reader), reader.seen().size()));
  }

  private String told() {
    return lane.appends().stream().map(append -> append.answer().name()).toList().toString();
  }

  private <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
