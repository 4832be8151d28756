package fr.livret.command.path;

import fr.livret.command.dispatch.Gathered;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ValidityChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When which path has something to expect, and what each is still to be told. Folded from the
 * events, its rows in the token's transaction; it sends nothing itself, so that it may be rebuilt.
 */
@Component
@ProcessingGroup(PathAgenda.GROUP)
class PathAgenda {
  static final String GROUP = "path-agenda";

  private final JdbcClient jdbc;
  private final Gathered<Batch> batch = new Gathered<>(GROUP, Batch::new, this::write);

  PathAgenda(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the events of a batch come to: of a path that has moved twice the last day counts. */
  private static final class Batch {
    final Map<PathId, ReferentielCode> opened = new LinkedHashMap<>();
    final Map<PathId, Optional<LocalDate>> due = new LinkedHashMap<>();
  }

  /** A path to be told of a decision. */
  record Errand(long id, PathId path, ValidityChange change) {}

  /** The paths on which something lapses on that day or before, after the given one, in order. */
  List<PathId> dueBy(LocalDate day, @Nullable PathId after, int limit) {
    return jdbc.sql(
            """
            select path from path_agenda
            where due_on <= :day and path > coalesce(cast(:after as uuid), '00000000-0000-0000-0000-000000000000')
            order by path limit :limit
            """)
        .param("day", day)
        .param("after", after == null ? null : after.value(), Types.OTHER)
        .param("limit", limit)
        .query((row, _) -> new PathId(row.getObject("path", UUID.class)))
        .list();
  }

  /** What is still to be told, oldest first. */
  List<Errand> errands(long after, int limit) {
    return jdbc.sql(
            """
            select errand.id, errand.path, change.decided_on, change.until, change.source
            from path_errand errand join title_change change using (certification, position)
            where errand.id > :after order by errand.id limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> errand(row))
        .list();
  }

  /** To be called once the path knows. */
  void done(Errand errand) {
    jdbc.sql("delete from path_errand where id = :id").param("id", errand.id()).update();
  }

  @EventHandler
  void on(PathOpened event) {
    batch.now().opened.put(event.path(), event.certification());
  }

  /** What is still to be told concerned the title the path no longer leads to. */
  @EventHandler
  void on(PathTransferred event) {
    batch.write();
    jdbc.sql("delete from path_errand where path = :path")
        .param("path", event.path().value())
        .update();
    jdbc.sql("update path_agenda set certification = :certification where path = :path")
        .param("path", event.path().value())
        .param("certification", event.to().value())
        .update();
    tellAll(List.of(event.path()));
  }

  @EventHandler
  void on(WindowOpened event) {
    due(event.path(), event.window());
  }

  @EventHandler
  void on(WindowMoved event) {
    due(event.path(), event.to());
  }

  @EventHandler
  void on(WindowFulfilled event) {
    due(event.path(), null);
  }

  @EventHandler
  void on(WindowClosed event) {
    due(event.path(), null);
  }

  @EventHandler
  void on(TitleClosed event, TrackingToken token) {
    changed(event.referentiel(), token, event.decidedOn(), null, event.source());
  }

  @EventHandler
  void on(TitleProrogued event, TrackingToken token) {
    changed(event.referentiel(), token, event.decidedOn(), event.until(), event.source());
  }

  @ResetHandler
  void reset() {
    jdbc.sql("truncate path_errand, title_change, path_agenda").update();
  }

  private void due(PathId path, @Nullable WindowSpan window) {
    batch.now().due.put(path, Optional.ofNullable(window).map(span -> span.lastDay().plusDays(1)));
  }

  private void write(Batch gathered) {
    if (!gathered.opened.isEmpty()) {
      jdbc.sql(
              """
              insert into path_agenda (path, certification)
              select * from unnest(:paths, :certifications)
              on conflict (path) do nothing
              """)
          .param("paths", ids(gathered.opened.keySet()))
          .param(
              "certifications",
              gathered.opened.values().stream().map(ReferentielCode::value).toArray(String[]::new))
          .update();
      tellAll(gathered.opened.keySet());
    }
    if (!gathered.due.isEmpty()) {
      jdbc.sql(
              """
              update path_agenda agenda set due_on = given.due_on
              from unnest(:paths, :days::date[]) as given (path, due_on)
              where agenda.path = given.path
              """)
          .param("paths", ids(gathered.due.keySet()))
          .param(
              "days",
              gathered.due.values().stream()
                  .map(day -> day.map(LocalDate::toString).orElse(null))
                  .toArray(String[]::new))
          .update();
    }
  }

  /** What has been decided on the titles they lead to. */
  private void tellAll(Collection<PathId> paths) {
    jdbc.sql(
            """
            insert into path_errand (path, certification, position)
            select path, certification, position
            from title_change join path_agenda using (certification)
            where path = any(:paths) order by path, position
            on conflict do nothing
            """)
        .param("paths", ids(paths))
        .update();
  }

  private static UUID[] ids(Collection<PathId> paths) {
    return paths.stream().map(PathId::value).toArray(UUID[]::new);
  }

  private void changed(
      ReferentielCode certification,
      TrackingToken token,
      LocalDate decidedOn,
      @Nullable LocalDate until,
      String source) {
    batch.write();
    long position = token.position().orElseThrow();
    jdbc.sql(
            """
            insert into title_change (certification, position, decided_on, until, source)
            values (:certification, :position, :decidedOn, :until, :source)
            """)
        .param("certification", certification.value())
        .param("position", position)
        .param("decidedOn", decidedOn)
        .param("until", until, Types.DATE)
        .param("source", source)
        .update();
    jdbc.sql(
            """
            insert into path_errand (path, certification, position)
            select path, certification, :position from path_agenda
            where certification = :certification order by path
            """)
        .param("certification", certification.value())
        .param("position", position)
        .update();
  }

  private static Errand errand(ResultSet row) throws SQLException {
    LocalDate decidedOn = row.getObject("decided_on", LocalDate.class);
    @Nullable LocalDate until = row.getObject("until", LocalDate.class);
    String source = row.getString("source");
    ValidityChange change =
        until == null
            ? new ValidityChange.Closure(decidedOn, source)
            : new ValidityChange.Prorogation(decidedOn, until, source);
    return new Errand(row.getLong("id"), new PathId(row.getObject("path", UUID.class)), change);
  }
}
