package fr.livret.query.path;

import fr.livret.query.path.DerivedPaths.Derived;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Place;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * A search for paths; each criterion may be absent. Those opened last come first.
 *
 * @param words of the candidate's name, or the start of the certification's code or of the id
 */
record PathSearch(
    Optional<UUID> candidate,
    Optional<String> certification,
    Optional<PathStatus> status,
    Optional<String> words) {

  /** Where a page begins. */
  record After(LocalDate openedOn, UUID id) implements Place, Comparable<After> {
    private static final Comparator<After> ORDER =
        Comparator.comparing(After::openedOn).thenComparing(After::id, IDS).reversed();

    static After of(ListedPath path) {
      return new After(path.openedOn(), path.id());
    }

    @Override
    public int compareTo(After other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String cursor() {
      return Cursor.of(openedOn, id);
    }

    static After read(Cursor cursor) {
      return new After(cursor.day(0, 2), cursor.id(1, 2));
    }
  }

  /** What no day and no moment changes. */
  private Filter lasting() {
    return new Filter()
        .with("p.candidate_id = :candidate", "candidate", candidate)
        .with("p.certification = :certification", "certification", certification)
        .words("p", words);
  }

  /** The same search at a moment. */
  Derived<After> derived(Moment moment) {
    return new Derived<>(
        moment, lasting(), path -> status.isEmpty() || status.get() == path.status(), After::of);
  }

  /** As announced. */
  Page<ListedPath> page(Paths paths, Optional<After> after, int limit) {
    Filter filter = lasting().with("p.status = :status", "status", status.map(Enum::name));
    long total = paths.count(filter);
    filter
        .with("(p.opened_on, p.id) < (:openedOn, :id)", "openedOn", after.map(After::openedOn))
        .value("id", after.map(After::id).orElse(new UUID(0, 0)));
    return Page.of(
        paths.list(filter, "p.opened_on desc, p.id desc", limit + 1),
        limit,
        total,
        path -> After.of(path).cursor());
  }
}
