package fr.livret.query.vae;

import fr.livret.kernel.vae.VaeApplicationId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One fact of an application as it is stored.
 *
 * @param type logical name
 * @param revision in which {@code event} is written
 * @param event JSON; what is personal is sealed
 */
record VaeFactRow(
    VaeApplicationId application,
    long version,
    long position,
    String type,
    String revision,
    LocalDate effectiveOn,
    Instant recordedAt,
    String actor,
    String event) {

  /** Which fact of which application. */
  record Key(VaeApplicationId application, long version) {}

  Key key() {
    return new Key(application, version);
  }
}
