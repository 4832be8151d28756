package fr.livret.query.replay;

import fr.livret.eventstore.EventLog;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.query.replay.Replays.Replay;
import fr.livret.query.replay.Replays.State;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a replay: portion by portion, in the memory of a few portions however long the log
 * is, each saved as soon as it is done.
 */
public final class Replayer {
  /** Few, so that little is moved about by each garbage collection while they are worked on. */
  private static final int EVENTS = 2_000;

  /** One is saved while the other goes on. */
  private static final int AT_WORK = 2;

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final EventLog log;
  private final Replays replays;
  private final RegimeLibrary regimes;
  private final int portion;

  /**
   * One for a log.
   *
   * @param regimes every edition any of its decisions was taken under
   */
  public Replayer(EventLog log, Replays replays, RegimeLibrary regimes) {
    this(log, replays, regimes, EVENTS);
  }

  Replayer(EventLog log, Replays replays, RegimeLibrary regimes, int portion) {
    this.log = log;
    this.replays = replays;
    this.regimes = regimes;
    this.portion = portion;
  }

  /** Whether a question may name that regime. */
  public boolean knows(String regime) {
    return regime.equals(Question.PINNED) || OtherRegime.named(regime, regimes).isPresent();
  }

  /**
   * Goes on with a replay to its end, from its beginning or from where it was cut short.
   *
   * @param stop asked after each portion: whether to leave the rest for later
   * @param told how far it is, after each portion
   */
  public void run(UUID id, BooleanSupplier stop, Consumer<Progress> told) {
    Replay replay = replays.begun(id);
    if (replay.state() != State.RUNNING) {
      return;
    }
    @Nullable CapitalisationRegime instead =
        replay.question().pinned()
            ? null
            : OtherRegime.named(replay.question().regimes(), regimes).orElse(null);
    if (instead == null && !replay.question().pinned()) {
      replays.end(id, "no file states the regime " + replay.question().regimes());
      return;
    }
    LogFacts facts = new LogFacts(log, replay.upTo());
    Retrial retrial = new Retrial(facts, new LogLaws(regimes, facts), replay.question(), instead);
    boolean keepSame = replay.question().path().isPresent();
    try (ExecutorService reading = Executors.newSingleThreadExecutor();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      long begun = System.nanoTime();
      Future<Portion> read =
          reading.submit(() -> replays.portion(replay, replay.behind(), portion));
      Deque<UnderWay> underWay = new ArrayDeque<>();
      boolean all = false;
      while (true) {
        // While one is waited for and saved, the next is at work, and the one behind it is read.
        while (!all && underWay.size() < AT_WORK) {
          Portion next = read.get();
          all = next.end();
          if (!all) {
            read = reading.submit(() -> replays.portion(replay, next.last(), portion));
          }
          underWay.add(new UnderWay(next, parts(next, retrial, keepSame, threads)));
        }
        UnderWay first = underWay.remove();
        Findings found = new Findings(keepSame);
        for (Future<Findings> part : first.parts()) {
          found.add(part.get());
        }
        long ended = System.nanoTime();
        replays.save(id, first.portion().last(), found, Duration.ofNanos(ended - begun));
        begun = ended;
        told.accept(replays.find(id).orElseThrow().progress());
        if (first.portion().end()) {
          replays.end(id, null);
          return;
        }
        if (stop.getAsBoolean()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while replaying", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  /** A portion that is at work. */
  private record UnderWay(Portion portion, List<Future<Findings>> parts) {}

  private static List<Future<Findings>> parts(
      Portion portion, Retrial retrial, boolean keepSame, ExecutorService threads) {
    List<Life> lives = portion.lives();
    int size = Math.max(1, lives.size() / (4 * THREADS));
    List<Future<Findings>> parts = new ArrayList<>();
    for (int from = 0; from < lives.size(); from += size) {
      List<Life> part = lives.subList(from, Math.min(from + size, lives.size()));
      parts.add(
          threads.submit(() -> {
            Findings findings = new Findings(keepSame);
            part.forEach(life -> retrial.of(life, findings));
            return findings;
          }));
    }
    return parts;
  }
}
