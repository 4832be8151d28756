package fr.livret.query.projection;

import fr.livret.query.projection.RebuildProgress.Stage;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees how a rebuild gets on, for whoever asks and, every five seconds, for the log. */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
  private static final long TELL_EVERY = TimeUnit.SECONDS.toNanos(5);
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String name;
  private final Instant askedAt;
  private volatile Stage stage = Stage.WAITING;
  private volatile long began;
  private volatile long events;
  private volatile long of;
  private volatile long told;
  private volatile @Nullable Rebuilt rebuilt;
  private volatile @Nullable String error;

  Watch(String name, Instant askedAt) {
    this.name = name;
    this.askedAt = askedAt;
  }

  void reads(long head) {
    of = head;
    began = System.nanoTime();
    told = began;
    stage = Stage.READING;
  }

  /** One event; where the history is read more than once, each reading counts for its parts. */
  void passed(long position, int begin, int end, int parts) {
    events =
        begin == 0 && end == parts ? position : (of * begin + position * (end - begin)) / parts;
    if (System.nanoTime() - told > TELL_EVERY) {
      told = System.nanoTime();
      RebuildProgress now = progress();
      LOG.info(
          "Rebuilding {}: {} of {} events, {} events/s, {} s left",
          name,
          now.events(),
          now.of(),
          now.eventsPerSecond(),
          now.secondsLeft());
    }
  }

  void indexes() {
    events = of;
    stage = Stage.INDEXING;
  }

  void swaps() {
    stage = Stage.SWAPPING;
  }

  Rebuilt done(long position, long rows) {
    Rebuilt result = new Rebuilt(position, rows, seconds());
    events = position;
    of = position;
    rebuilt = result;
    stage = Stage.DONE;
    LOG.info("Rebuilt {}: {}", name, result);
    return result;
  }

  void failed(Throwable cause) {
    error = Follower.kinds(cause);
    stage = Stage.FAILED;
    LOG.warn("The rebuild of {} failed and changed nothing: {}", name, error);
    LOG.debug("The rebuild of {}", name, cause);
  }

  private double seconds() {
    return (System.nanoTime() - began) / NANOS;
  }

  RebuildProgress progress() {
    boolean reading = stage == Stage.READING;
    double rate = reading ? events / seconds() : 0;
    @Nullable Rebuilt result = rebuilt;
    return new RebuildProgress(
        stage,
        askedAt,
        events,
        of,
        rate >= 1 ? Math.round(rate) : null,
        rate >= 1 ? Math.round((of - events) / rate) : null,
        result == null ? null : result.rows(),
        result == null ? null : result.seconds(),
        error);
  }
}
