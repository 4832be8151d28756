package fr.livret.query.projection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table kept by folding facts, with no side effect: the same facts always give the same rows.
 *
 * @param <E> the events it reads
 * @param <K> the key of a row
 * @param <R> a row
 */
public interface Projection<E, K, R> {

  /** Its name, under which its token is kept. */
  String name();

  /** The events it reads; all others pass by. */
  Class<E> events();

  /** The table of its rows. */
  Table<K, R> table();

  /**
   * The row a fact belongs to; empty where this projection keeps nothing of it. The facts of one
   * row all come from one stream.
   */
  Optional<K> key(Fact<E> fact);

  /** The fold for one batch: personal data it needs are opened here, all at once. */
  Fold<E, R> folding(List<Fact<E>> batch);

  /**
   * Whether a row is made of one fact and touched by no other: a rebuild then writes it at once,
   * and keeps none in memory.
   */
  default boolean ofOneFact() {
    return false;
  }

  /** One step: the row after one more fact. No row before the first fact; null deletes it. */
  @FunctionalInterface
  interface Fold<E, R> {
    @Nullable R evolve(@Nullable R row, Fact<E> fact);
  }
}
