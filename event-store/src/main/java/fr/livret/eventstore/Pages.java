package fr.livret.eventstore;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Events read page by page, each when it is needed: a stream in the memory of one page. */
final class Pages implements Iterator<StoredEvent> {
  private final int limit;
  private final Function<StoredEvent, List<StoredEvent>> next;
  private List<StoredEvent> page;
  private int read;

  private Pages(List<StoredEvent> first, int limit, Function<StoredEvent, List<StoredEvent>> next) {
    this.page = first;
    this.limit = limit;
    this.next = next;
  }

  /**
   * A stream of all pages.
   *
   * @param first the first of them
   * @param limit how many events a full page has; after one that is not full there is none
   * @param next the page behind an event
   */
  static Stream<StoredEvent> of(
      List<StoredEvent> first, int limit, Function<StoredEvent, List<StoredEvent>> next) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Pages(first, limit, next), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    if (read == page.size() && page.size() == limit) {
      page = next.apply(page.getLast());
      read = 0;
    }
    return read < page.size();
  }

  @Override
  public StoredEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.get(read++);
  }
}
