package fr.livret.query.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param next for the parameter {@code after} of the next page; null on the last one
 * @param total how many there are on all pages
 */
@Schema(description = "One page of a list; `next` goes into `after` and is null on the last page.")
public record Page<T>(List<T> items, @Nullable String next, long total) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page from what was found when one more than the limit was asked for.
   *
   * @param cursor of an item
   */
  public static <T> Page<T> of(List<T> found, int limit, long total, Function<T, String> cursor) {
    return found.size() <= limit
        ? new Page<>(found, null, total)
        : new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)), total);
  }

  /** The same page of what each item is shown as. */
  public <S> Page<S> map(Function<T, S> shown) {
    return new Page<>(items.stream().map(shown).toList(), next, total);
  }
}
