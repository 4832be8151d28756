package fr.livret.query.alert;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Subject;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Basis;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Page;
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
  private static final String FROM =
      " from query.alert a left join query.candidate c on c.id = a.candidate_id";

  private final JdbcClient jdbc;
  private final RegimeLibrary regimes;

  Alerts(JdbcClient jdbc, RegimeLibrary regimes) {
    this.jdbc = jdbc;
    this.regimes = regimes;
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
    return jdbc.sql("select a.*, " + CandidateName.COLUMNS + FROM + " where a.id = :id")
        .param("id", id.value())
        .query((row, _) -> found(row))
        .optional()
        .map(found -> answer(found, today));
  }

  /** The version that is there; 0 for none. */
  long versionOf(AlertId id) {
    return jdbc.sql("select version from query.alert where id = :id")
        .param("id", id.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Alerts by last day, the first first. */
  Page<AlertAnswer> list(Search search, Optional<After> after, int limit, LocalDate today) {
    Filter filter = search.filter();
    long total =
        jdbc.sql("select count(*)" + FROM + filter.where())
            .params(filter.values())
            .query(Long.class)
            .single();
    filter
        .with("(a.last_day, a.id) > (:lastDay, :id)", "lastDay", after.map(After::lastDay))
        .value("id", after.map(After::id).orElse(new UUID(0, 0)))
        .value("limit", limit + 1);
    List<Found> found =
        jdbc.sql(
                "select a.*, "
                    + CandidateName.COLUMNS
                    + FROM
                    + filter.where()
                    + " order by a.last_day, a.id limit :limit")
            .params(filter.values())
            .query((row, _) -> found(row))
            .list();
    return Page.of(
            found, limit, total, one -> Cursor.of(one.row().deadline().lastDay(), one.row().id()))
        .map(one -> answer(one, today));
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
