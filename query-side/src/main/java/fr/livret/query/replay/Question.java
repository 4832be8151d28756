package fr.livret.query.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which decisions are to be taken again, and under which law.
 *
 * @param path those on one path alone
 * @param from recorded at that instant or later
 * @param to recorded at that instant or before
 * @param regimes {@link #PINNED}, or the regime to ask instead: {@code TP-2016} for its latest
 *     edition, {@code TP-2016/1} for that one
 */
public record Question(
    Optional<UUID> path, Optional<Instant> from, Optional<Instant> to, String regimes) {
  /** Under the law each decision was taken under. */
  public static final String PINNED = "PINNED";

  /** Whether a decision recorded then is meant. */
  boolean asks(Instant recordedAt) {
    return from.filter(recordedAt::isBefore).isEmpty() && to.filter(recordedAt::isAfter).isEmpty();
  }

  /** Whether the whole log is meant. */
  boolean everything() {
    return path.isEmpty() && from.isEmpty() && to.isEmpty();
  }

  /** Whether it is about each decision's own law. */
  boolean pinned() {
    return regimes.equals(PINNED);
  }
}
