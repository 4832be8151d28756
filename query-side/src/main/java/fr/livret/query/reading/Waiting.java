package fr.livret.query.reading;

import fr.livret.http.NotYetProjected;
import fr.livret.query.projection.Arrivals;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** Waits for what a projection is about to have, two seconds at most. */
@Component
public final class Waiting {
  private static final Duration AT_MOST = Duration.ofSeconds(2);

  private final Arrivals arrivals;

  Waiting(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /**
   * Waits until a version is there; at once where none is asked for.
   *
   * @param version the version asked for
   * @param current the version that is there, 0 for none
   * @throws NotYetProjected when it was not there in time
   */
  public void until(OptionalLong version, LongSupplier current) {
    if (version.isEmpty()) {
      return;
    }
    try {
      if (!arrivals.await(() -> current.getAsLong() >= version.getAsLong(), AT_MOST)) {
        throw new NotYetProjected(version.getAsLong());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new NotYetProjected(version.getAsLong());
    }
  }
}
