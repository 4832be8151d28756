package fr.livret.eventstore.zeroskip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** A projection: what it has seen and its token are stored together. */
final class Reader {
  private static final JacksonSerializer JSON = JacksonSerializer.defaultSerializer();
  private static final long A_MOMENT_NANOS = 100_000;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

  private final Source source;
  private final List<Gates.Placed> seen = new ArrayList<>();
  private @Nullable TrackingToken token;
  private Source.@Nullable Opened open;

  /** What was committed when it began; it is not to see it. */
  final Set<String> before;

  /** Whether it began at the head while others wrote. */
  final boolean late;

  Reader(Source source, @Nullable TrackingToken token, Set<String> before, boolean late) {
    this.source = source;
    this.token = token;
    this.before = before;
    this.late = late;
  }

  /** Reads on in what it has open, or opens it behind its token. */
  void read(int atMost) {
    Source.Opened events = open != null ? open : source.open(token);
    open = events;
    for (int count = 0; count < atMost; count++) {
      if (!events.hasNext()) {
        if (!events.goesOn()) {
          close();
        }
        return;
      }
      TrackedEventMessage<?> event = events.next();
      token = event.trackingToken();
      seen.add(new Gates.Placed(token.position().orElseThrow(), event.getIdentifier()));
    }
  }

  /** Its process dies, and another one goes on from the token as it was stored. */
  void restart() {
    close();
    if (token != null) {
      token = JSON.deserialize(JSON.serialize(token, String.class));
    }
  }

  /** Reads all there is; waits for the last of it where it has yet to be told of it. */
  void drain(long head) {
    if (open == null || !open.goesOn()) {
      restart();
    }
    read(Integer.MAX_VALUE);
    long start = System.nanoTime();
    while (open != null && position() < head && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(A_MOMENT_NANOS);
      read(Integer.MAX_VALUE);
    }
    close();
  }

  private long position() {
    return token == null ? 0 : token.position().orElseThrow();
  }

  List<Gates.Placed> seen() {
    return seen;
  }

  void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
