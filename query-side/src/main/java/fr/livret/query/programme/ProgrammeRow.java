package fr.livret.query.programme;

import fr.livret.kernel.programme.ProgrammeVersion;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a programme, never changed again.
 *
 * @param digest SHA-256 of the document
 * @param revision in which {@code event} is written
 * @param event its publication as JSON, the whole document included
 */
record ProgrammeRow(
    ProgrammeVersion key,
    String digest,
    LocalDate publishedOn,
    Instant recordedAt,
    String revision,
    String event) {}
