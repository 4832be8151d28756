package fr.livret.query.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a stream as it is stored.
 *
 * @param type logical name
 * @param revision in which {@code event} is written
 * @param event JSON; what is personal is sealed
 * @param requestId the exchange it came by, where that is kept
 * @param readIn where it was read, where an import brought it and that is kept
 */
public record FactRow(
    UUID stream,
    long version,
    long position,
    String type,
    String revision,
    LocalDate effectiveOn,
    Instant recordedAt,
    String actor,
    String event,
    @Nullable String requestId,
    @Nullable ReadIn readIn) {

  /** Which fact of which stream. */
  public record Key(UUID stream, long version) {}

  Key key() {
    return new Key(stream, version);
  }
}
