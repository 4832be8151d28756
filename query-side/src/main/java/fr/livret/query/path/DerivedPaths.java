package fr.livret.query.path;

import fr.livret.query.candidate.CandidateName;
import fr.livret.query.candidate.Candidates;
import fr.livret.query.projection.Beside;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The paths as they stood on a day, by what was known at a moment: each folded from its facts, as
 * the read of a single one is. Only the page asked for is ever kept.
 */
@Component
public final class DerivedPaths {
  private final PathFiles files;
  private final PathProjection projection;
  private final Candidates candidates;

  DerivedPaths(PathFiles files, PathProjection projection, Candidates candidates) {
    this.files = files;
    this.projection = projection;
    this.candidates = candidates;
  }

  /**
   * A list to derive.
   *
   * @param filter what no day and no moment changes of the paths {@code p} of candidates {@code c}
   * @param matching what else an item must be, as derived
   * @param place of an item in the list
   */
  public record Derived<P extends Place & Comparable<P>>(
      Moment moment,
      Filter filter,
      Predicate<ListedPath> matching,
      Function<ListedPath, P> place) {}

  /** A page of it. */
  public <P extends Place & Comparable<P>> Page<ListedPath> page(
      Derived<P> list, Optional<P> after, int limit) {
    Kept<P> kept = new Kept<>(list, after, limit);
    files.each(
        list.filter(),
        list.moment(),
        path -> {
          CandidateName nameless =
              new CandidateName(path.file().pins().candidate().value(), null, false);
          kept.offer(view(path, list.moment()).listed(nameless));
        });
    return named(kept.page());
  }

  /** All of them as rows. */
  public Beside rows(Moment moment) {
    return new Beside.Derived<>(
        projection,
        rows -> files.each(new Filter(), moment, path -> rows.accept(view(path, moment).row())));
  }

  private PathView view(KnownPath path, Moment moment) {
    return new PathView(path, files.law(path.file().on(moment.effectiveOn()).pins()), moment);
  }

  private Page<ListedPath> named(Page<ListedPath> page) {
    Map<UUID, CandidateName> names =
        candidates.names(
            page.items().stream().map(ListedPath::candidateId).collect(Collectors.toSet()));
    return page.map(path -> path.of(names.getOrDefault(path.candidateId(), path.candidate())));
  }

  /** The first items after a place, one more than the page has, and how many there are in all. */
  private static final class Kept<P extends Place & Comparable<P>> {
    private final Derived<P> list;
    private final Optional<P> after;
    private final int limit;
    private final TreeMap<P, ListedPath> first = new TreeMap<>();
    private long total;

    Kept(Derived<P> list, Optional<P> after, int limit) {
      this.list = list;
      this.after = after;
      this.limit = limit;
    }

    void offer(ListedPath path) {
      if (!list.matching().test(path)) {
        return;
      }
      total++;
      P place = list.place().apply(path);
      if (after.isEmpty() || place.compareTo(after.get()) > 0) {
        first.put(place, path);
        if (first.size() > limit + 1) {
          first.pollLastEntry();
        }
      }
    }

    Page<ListedPath> page() {
      List<ListedPath> found = new ArrayList<>(first.values());
      return Page.of(found, limit, total, path -> list.place().apply(path).cursor());
    }
  }
}
