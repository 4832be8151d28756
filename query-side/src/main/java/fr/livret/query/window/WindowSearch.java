package fr.livret.query.window;

import fr.livret.kernel.path.Window;
import fr.livret.query.path.DerivedPaths.Derived;
import fr.livret.query.path.ListedPath;
import fr.livret.query.path.Paths;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Place;
import fr.livret.query.reading.SearchText;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for windows by their last day; each criterion may be absent.
 *
 * @param centre the name of a centre, without regard to case and accents: the paths of candidates
 *     who had a training for the same title there
 */
record WindowSearch(
    Optional<LocalDate> closingBefore,
    Optional<Window.State> state,
    Optional<String> certification,
    Optional<String> centre) {
  /** Windows that do not run come last: they have no last day. */
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private static final OffsetDateTime ALWAYS = NEVER.atStartOfDay().atOffset(ZoneOffset.UTC);

  private static final String LAST_DAY = "coalesce(p.last_day, date '9999-12-31')";

  /** Where a page begins. */
  record After(LocalDate lastDay, UUID id) implements Place, Comparable<After> {
    private static final Comparator<After> ORDER =
        Comparator.comparing(After::lastDay).thenComparing(After::id, IDS);

    static After of(ListedPath path) {
      @Nullable LocalDate lastDay = path.window().lastDay();
      return new After(lastDay == null ? NEVER : lastDay, path.id());
    }

    @Override
    public int compareTo(After other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String cursor() {
      return Cursor.of(lastDay, id);
    }

    static After read(Cursor cursor) {
      return new After(cursor.day(0, 2), cursor.id(1, 2));
    }
  }

  /** What no day and no moment changes, and what was known of trainings by then. */
  private Filter lasting(Optional<Moment> moment) {
    return new Filter()
        .with("p.certification = :certification", "certification", certification)
        .with(
            """
            exists (
              select 1 from query.training t
              where t.candidate_id = p.candidate_id and t.certification = p.certification
                and t.centre_searched = :centre
                and t.started_on <= :startedBy and t.recorded_at <= :recordedBy)
            """,
            "centre",
            centre.map(SearchText::of))
        .value("startedBy", moment.map(Moment::effectiveOn).orElse(NEVER))
        .value("recordedBy", moment.map(Moment::lastRecordInSql).orElse(ALWAYS));
  }

  /** The same search at a moment. */
  Derived<After> derived(Moment moment) {
    return new Derived<>(moment, lasting(Optional.of(moment)), this::matches, After::of);
  }

  private boolean matches(ListedPath path) {
    @Nullable LocalDate lastDay = path.window().lastDay();
    return (state.isEmpty() || state.get() == path.window().state())
        && (closingBefore.isEmpty() || (lastDay != null && lastDay.isBefore(closingBefore.get())));
  }

  /** As announced. */
  Page<ListedPath> page(Paths paths, Optional<After> after, int limit) {
    Filter filter =
        lasting(Optional.empty())
            .with("p.last_day < :closingBefore", "closingBefore", closingBefore)
            .with("p.window_state = :state", "state", state.map(Enum::name));
    long total = paths.count(filter);
    filter
        .with("(" + LAST_DAY + ", p.id) > (:lastDay, :id)", "lastDay", after.map(After::lastDay))
        .value("id", after.map(After::id).orElse(new UUID(0, 0)));
    return Page.of(
        paths.list(filter, LAST_DAY + ", p.id", limit + 1),
        limit,
        total,
        path -> After.of(path).cursor());
  }
}
