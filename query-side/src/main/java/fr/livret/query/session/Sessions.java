package fr.livret.query.session;

import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionEvent.DecisionNotRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionUndone;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions: as projected, or derived from their facts as of a day or as known at a moment. */
@Component
class Sessions {
  private final JdbcClient jdbc;
  private final Rows rows;
  private final Rows.Told<SessionEvent, SessionRow> told;

  Sessions(JdbcClient jdbc, Rows rows, SessionProjection projection) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.told = new Rows.Told<>(projection, Sessions::counts);
  }

  /** As projected. */
  Optional<SessionRow> find(SessionId id) {
    return jdbc.sql("select * from query.session where id = ?")
        .param(id.value())
        .query((row, _) -> SessionProjection.read(row))
        .optional();
  }

  long versionOf(SessionId id) {
    return find(id).map(SessionRow::version).orElse(0L);
  }

  /**
   * By the facts of that day or before that were known at that moment. How far a decision has come
   * is a matter of what is known, not of the day asked for.
   */
  Optional<SessionRow> at(SessionId id, Moment moment) {
    return rows.one(told, id.toString(), moment);
  }

  /** The sessions a candidate was ever enrolled in. */
  List<UUID> of(UUID candidate) {
    return jdbc.sql(
            """
            select distinct session_id from query.session_fact
            where type = 'session.CandidateEnrolled'
              and event -> 'candidacy' ->> 'candidate' = ? order by session_id
            """)
        .param(candidate.toString())
        .query((row, _) -> row.getObject("session_id", UUID.class))
        .list();
  }

  /** Whether a fact counts as of a day. */
  static boolean counts(SessionEvent event, LocalDate day) {
    return note(event) || !event.effectiveOn().isAfter(day);
  }

  private static boolean note(SessionEvent event) {
    return event instanceof DecisionRecorded
        || event instanceof DecisionUndone
        || event instanceof DecisionNotRecorded;
  }

  /** Which sessions; each criterion may be absent. Those held last come first. */
  record Search(
      Optional<String> certification,
      Optional<SessionKind> kind,
      Optional<SessionStatus> state,
      Optional<String> centre,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<UUID> path,
      Optional<Boolean> unrecorded) {}

  /** Where a page begins. */
  record After(LocalDate heldOn, UUID id) {
    static After read(Cursor cursor) {
      return new After(cursor.day(0, 2), cursor.id(1, 2));
    }
  }

  /** As of now where no moment is given. */
  Page<SessionRow> list(Search search, Optional<Moment> moment, Optional<After> after, int limit) {
    return rows.at(moment, told, source -> list(source, search, after, limit));
  }

  private static Page<SessionRow> list(
      Rows.Source source, Search search, Optional<After> after, int limit) {
    String from = " from " + source.schema() + ".session";
    Filter filter =
        new Filter()
            .with("certification = :certification", "certification", search.certification())
            .with("kind = :kind", "kind", search.kind().map(Enum::name))
            .with("state = :state", "state", search.state().map(Enum::name))
            .with("lower(centre) = lower(:centre)", "centre", search.centre())
            .with("held_on >= :from", "from", search.from())
            .with("held_on <= :to", "to", search.to())
            .with(
                "contenders::jsonb @> jsonb_build_array(jsonb_build_object('pathId', :path))",
                "path",
                search.path().map(UUID::toString))
            .with("(not_recorded > 0) = :unrecorded", "unrecorded", search.unrecorded());
    long total =
        source
            .jdbc()
            .sql("select count(*)" + from + filter.where())
            .params(filter.values())
            .query(Long.class)
            .single();
    filter
        .with("(held_on, id) < (:heldOn, :id)", "heldOn", after.map(After::heldOn))
        .value("id", after.map(After::id).orElse(new UUID(0, 0)))
        .value("limit", limit + 1);
    return Page.of(
        source
            .jdbc()
            .sql(
                "select *" + from + filter.where() + " order by held_on desc, id desc limit :limit")
            .params(filter.values())
            .query((row, _) -> SessionProjection.read(row))
            .list(),
        limit,
        total,
        row -> Cursor.of(row.heldOn(), row.id().value()));
  }
}
