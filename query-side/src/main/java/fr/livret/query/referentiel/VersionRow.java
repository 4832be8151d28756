package fr.livret.query.referentiel;

import fr.livret.kernel.referentiel.ReferentielCode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a référentiel, never changed again.
 *
 * @param digest SHA-256 of the document
 * @param revision in which {@code event} is written
 * @param event its publication as JSON, the whole document included
 */
record VersionRow(
    ReferentielCode code,
    int number,
    String digest,
    LocalDate publishedOn,
    Instant recordedAt,
    String revision,
    String event) {

  /** Which version of which référentiel. */
  record Key(ReferentielCode code, int number) {}

  Key key() {
    return new Key(code, number);
  }
}
