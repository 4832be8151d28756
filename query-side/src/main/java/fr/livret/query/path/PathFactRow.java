package fr.livret.query.path;

import fr.livret.kernel.path.PathId;
import fr.livret.query.projection.ReadIn;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a path as it is stored.
 *
 * @param type logical name
 * @param revision in which {@code event} is written
 * @param event JSON; what is personal is sealed
 * @param readIn where it was read, where an import brought it
 */
record PathFactRow(
    PathId path,
    long version,
    long position,
    String type,
    String revision,
    LocalDate effectiveOn,
    Instant recordedAt,
    String actor,
    @Nullable String requestId,
    String event,
    @Nullable ReadIn readIn) {

  /** Which fact of which path. */
  record Key(PathId path, long version) {}

  Key key() {
    return new Key(path, version);
  }
}
