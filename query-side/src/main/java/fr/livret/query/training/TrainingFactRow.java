package fr.livret.query.training;

import fr.livret.kernel.training.TrainingId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a training as it is stored.
 *
 * @param type logical name
 * @param revision in which {@code event} is written
 * @param event JSON
 */
record TrainingFactRow(
    Key key,
    long position,
    String type,
    String revision,
    LocalDate effectiveOn,
    Instant recordedAt,
    String actor,
    @Nullable String requestId,
    String event) {

  /** Which fact of which training. */
  record Key(TrainingId training, long version) {}
}
