package fr.livret.query.projection;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** How rows are made that stand beside those that are read. */
public sealed interface Beside {

  /** Copies of the live rows of that projection, which may be changed. */
  record Copied(String projection) implements Beside {}

  /**
   * Folded anew from every event, as a rebuild does.
   *
   * @param known what counts by the moment it was recorded. After a fact that was not known yet
   *     none of the same row was, even where a node whose clock is behind recorded the next one
   * @param counts which events count of what was known. Where the first of a row does not, there is
   *     no such row
   */
  record Folded(String projection, Predicate<Instant> known, Predicate<Object> counts)
      implements Beside {}

  /**
   * Rows that say more than a fold of events can.
   *
   * @param projection whose rows they are like
   * @param rows gives each of them once
   */
  record Derived<R>(Projection<?, ?, R> projection, Consumer<Consumer<R>> rows) implements Beside {}
}
