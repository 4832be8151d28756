package fr.livret.query.reading;

import java.util.Comparator;
import java.util.UUID;

/** The place of an item in a list: what a page begins after. No two items share one. */
public interface Place {
  /** The order PostgreSQL gives ids, which is not that of {@link UUID#compareTo}. */
  Comparator<UUID> IDS = Comparator.comparing(UUID::toString);

  /** For the parameter {@code after}. */
  String cursor();
}
