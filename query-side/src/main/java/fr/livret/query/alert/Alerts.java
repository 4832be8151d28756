package fr.livret.query.alert;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Subject;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.candidate.Candidates;
import fr.livret.query.reading.Basis;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The alerts there are. */
@Component
class Alerts {
  private final JdbcClient jdbc;
  private final Rows rows;
  private final Rows.Told<AlertEvent, AlertRow> told;
  private final Candidates candidates;
  private final RegimeLibrary regimes;

  Alerts(
      JdbcClient jdbc,
      Rows rows,
      AlertProjection projection,
      Candidates candidates,
      RegimeLibrary regimes) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.told = new Rows.Told<>(projection, (event, day) -> !event.effectiveOn().isAfter(day));
    this.candidates = candidates;
    this.regimes = regimes;
  }

  private static String from(String schema) {
    return " from %s.alert a left join query.candidate c on c.id = a.candidate_id"
        .formatted(schema);
  }

  /** Where a page begins. */
  record After(LocalDate lastDay, UUID id) {
    static After read(Cursor cursor) {
      return new After(cursor.day(0, 2), cursor.id(1, 2));
    }
  }

  /** A search; each criterion may be absent. */
  record Search(
      Optional<AlertStatus> state,
      Optional<Subject> subject,
      Optional<LocalDate> endsBefore,
      Optional<UUID> path,
      Optional<UUID> candidate,
      Optional<Integer> horizon) {
    Filter filter() {
      return new Filter()
          .with("a.state = :state", "state", state.map(Enum::name))
          .with("a.subject = :subject", "subject", subject.map(Enum::name))
          .with("a.last_day < :endsBefore", "endsBefore", endsBefore)
          .with("a.subject = 'WINDOW' and a.subject_id = :path", "path", path)
          .with("a.candidate_id = :candidate", "candidate", candidate)
          .with("a.horizon = :horizon", "horizon", horizon);
    }
  }

  private record Found(AlertRow row, CandidateName candidate) {}

  /** One alert. */
  Optional<AlertAnswer> find(AlertId id, LocalDate today) {
    return jdbc.sql("select a.*, " + CandidateName.COLUMNS + from("query") + " where a.id = :id")
        .param("id", id.value())
        .query((row, _) -> found(row))
        .optional()
        .map(found -> answer(found, today));
  }

  /** The same as it stood on a day, by what was known at a moment. */
  Optional<AlertAnswer> find(AlertId id, Moment moment) {
    return rows.one(told, id.toString(), moment)
        .map(row -> new Found(row, candidates.name(row.deadline().candidate())))
        .map(found -> answer(found, moment.effectiveOn()));
  }

  /** The version that is there; 0 for none. */
  long versionOf(AlertId id) {
    return jdbc.sql("select version from query.alert where id = :id")
        .param("id", id.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Alerts by last day, the first first; as of now where no moment is given. */
  Page<AlertAnswer> list(
      Search search, Optional<Moment> moment, Optional<After> after, int limit, LocalDate today) {
    LocalDate day = moment.map(Moment::effectiveOn).orElse(today);
    return rows.at(moment, told, source -> list(source, search.filter(), after, limit))
        .map(one -> answer(one, day));
  }

  private static Page<Found> list(
      Rows.Source source, Filter filter, Optional<After> after, int limit) {
    String from = from(source.schema());
    long total =
        source
            .jdbc()
            .sql("select count(*)" + from + filter.where())
            .params(filter.values())
            .query(Long.class)
            .single();
    filter
        .with("(a.last_day, a.id) > (:lastDay, :id)", "lastDay", after.map(After::lastDay))
        .value("id", after.map(After::id).orElse(new UUID(0, 0)))
        .value("limit", limit + 1);
    List<Found> found =
        source
            .jdbc()
            .sql(
                "select a.*, "
                    + CandidateName.COLUMNS
                    + from
                    + filter.where()
                    + " order by a.last_day, a.id limit :limit")
            .params(filter.values())
            .query((row, _) -> found(row))
            .list();
    return Page.of(
        found, limit, total, one -> Cursor.of(one.row().deadline().lastDay(), one.row().id()));
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        AlertProjection.read(row),
        CandidateName.read(row.getObject("candidate_id", UUID.class), row));
  }

  private AlertAnswer answer(Found found, LocalDate today) {
    return AlertAnswer.of(
        found.row(),
        found.candidate(),
        regimes.basis(found.row().deadline().rule()).map(Basis::of).orElse(null),
        today);
  }
}
