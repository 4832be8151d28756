package fr.livret.query.projection;

/**
 * A rebuild that is done.
 *
 * @param events how many were passed, those of others included
 * @param rows how many there are
 * @param seconds from its beginning until reads saw the new rows
 */
public record Rebuilt(long events, long rows, double seconds) {}
