package fr.livret.command.alert;

import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.candidate.CandidateId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rows of the agenda are to be looked at, and when to look at each next. */
@Component
class Looks {
  private static final String WHAT_IS_DUE =
      """
      select d.*, array(
        select s.alert || ' ' || s.last_day from alert_standing s
        where s.subject = d.subject and s.id = d.id and s.kind = d.kind
        order by s.last_day, s.alert) as standing
      from alert_deadline d\
      """;

  private final JdbcClient jdbc;

  Looks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An alert that stands, and the last day it announces. */
  record Standing(AlertId alert, LocalDate lastDay) {}

  /**
   * A row to be looked at.
   *
   * @param deadline what ends; null where nothing does any longer
   * @param cause of the last change; null where nothing has ever ended
   * @param standing the alerts that stand
   * @param lookOn the day on which it was to be looked at
   * @param changes how often it had changed when it was read
   */
  record Look(
      Subject subject,
      UUID id,
      String kind,
      CandidateId candidate,
      @Nullable Deadline deadline,
      @Nullable AlertCause cause,
      List<Standing> standing,
      LocalDate lookOn,
      long changes) {

    @Nullable LocalDate lastDay() {
      return deadline == null ? null : deadline.lastDay();
    }
  }

  /** A row that was looked at, with the day to look at it next; null for never. */
  record Settled(Look look, @Nullable LocalDate nextOn) {}

  /** What tells apart the deadlines of one holder. */
  static String kind(Deadline deadline) {
    return switch (deadline.subject()) {
      case WINDOW, RECEVABILITE -> "";
      case CERTIFICATE -> deadline.name();
    };
  }

  /** The rows to be looked at by that day, after the given one, in order. */
  List<Look> due(LocalDate day, @Nullable Look after, int limit) {
    JdbcClient.StatementSpec asked =
        after == null
            ? jdbc.sql(
                WHAT_IS_DUE
                    + """
                     where d.look_on <= :day
                    order by d.look_on, d.subject, d.id, d.kind limit :limit
                    """)
            : jdbc.sql(
                    WHAT_IS_DUE
                        + """
                         where d.look_on <= :day
                          and (d.look_on, d.subject, d.id, d.kind) > (:lookOn, :subject, :id, :kind)
                        order by d.look_on, d.subject, d.id, d.kind limit :limit
                        """)
                .param("lookOn", after.lookOn())
                .param("subject", after.subject().name())
                .param("id", after.id())
                .param("kind", after.kind());
    return asked.param("day", day).param("limit", limit).query((row, _) -> look(row)).list();
  }

  /**
   * Writes when to look next, but for rows that have changed since they were read. One that is
   * being changed now is passed over too: to wait for several of them could be a deadlock.
   */
  void settle(List<Settled> settled) {
    jdbc.sql(
            """
            with free as (
              select subject, id, kind, given.next_on
              from unnest(:nextOn::date[], :subjects, :ids, :kinds, :changes)
                  as given (next_on, subject, id, kind, changes)
                join alert_deadline using (subject, id, kind)
              where alert_deadline.changes = given.changes
              for update of alert_deadline skip locked)
            update alert_deadline set look_on = free.next_on
            from free
            where alert_deadline.subject = free.subject and alert_deadline.id = free.id
              and alert_deadline.kind = free.kind
            """)
        .param(
            "nextOn",
            settled.stream()
                .map(one -> Objects.toString(one.nextOn(), null))
                .toArray(String[]::new))
        .param("subjects", of(settled, look -> look.subject().name()).toArray(String[]::new))
        .param("ids", of(settled, Look::id).toArray(UUID[]::new))
        .param("kinds", of(settled, Look::kind).toArray(String[]::new))
        .param("changes", of(settled, Look::changes).toArray(Long[]::new))
        .update();
  }

  private static <T> Stream<T> of(List<Settled> settled, Function<Look, T> column) {
    return settled.stream().map(Settled::look).map(column);
  }

  private static Look look(ResultSet row) throws SQLException {
    Subject subject = Subject.valueOf(row.getString("subject"));
    UUID id = row.getObject("id", UUID.class);
    CandidateId candidate = new CandidateId(row.getObject("candidate", UUID.class));
    @Nullable LocalDate lastDay = row.getObject("last_day", LocalDate.class);
    @Nullable String rule = row.getString("rule");
    @Nullable String cause = row.getString("cause");
    return new Look(
        subject,
        id,
        row.getString("kind"),
        candidate,
        lastDay == null || rule == null
            ? null
            : new Deadline(subject, id, row.getString("name"), candidate, lastDay, rule),
        cause == null
            ? null
            : new AlertCause(
                AlertCause.Kind.valueOf(cause),
                row.getObject("cause_on", LocalDate.class),
                lastDay),
        standing(row.getArray("standing")),
        row.getObject("look_on", LocalDate.class),
        row.getLong("changes"));
  }

  private static List<Standing> standing(Array column) throws SQLException {
    List<Standing> standing = new ArrayList<>();
    for (Object one : (Object[]) column.getArray()) {
      String[] parts = one.toString().split(" ", 2);
      standing.add(new Standing(AlertId.of(parts[0]), LocalDate.parse(parts[1])));
    }
    return standing;
  }
}
