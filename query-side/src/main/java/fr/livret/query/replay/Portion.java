package fr.livret.query.replay;

import java.util.List;

/**
 * A part of the log, whole aggregates of it.
 *
 * @param last the target it ends with: the next one begins behind it
 * @param lives in no order that counts
 * @param end whether nothing is behind it
 */
record Portion(String last, List<Life> lives, boolean end) {}
