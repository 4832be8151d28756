package fr.livret.http;

import java.util.Optional;

/**
 * Where a write was read, when nobody who was there declares it.
 *
 * @param batch the import it came with
 * @param line its line there, from 1
 * @param document the paper or file behind it, as in {@code Registre 2009, f. 12}; never a person
 * @param confidence how sure the reading is
 */
public record Provenance(
    String batch, long line, Optional<String> document, Optional<Confidence> confidence) {}
