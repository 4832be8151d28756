package fr.livret.query.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with its place.
 *
 * @param type its logical name
 * @param version of its stream from it on
 * @param position in the order of all events; absent where the store does not tell it
 */
public record Logged<E>(
    E event, String type, long version, @Nullable Long position, Instant recordedAt) {

  /** As a projection keeps it. */
  public static <E> Logged<E> of(Recorded<E> recorded) {
    return new Logged<>(
        recorded.event(),
        recorded.row().type(),
        recorded.version(),
        recorded.row().position(),
        recorded.recordedAt());
  }
}
