package fr.livret.command.path;

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
import java.util.List;
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

  PathAgenda(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
    jdbc.sql(
            """
            insert into path_agenda (path, certification) values (:path, :certification)
            on conflict (path) do nothing
            """)
        .param("path", event.path().value())
        .param("certification", event.certification().value())
        .update();
    tellAll(event.path(), event.certification());
  }

  /** What is still to be told concerned the title the path no longer leads to. */
  @EventHandler
  void on(PathTransferred event) {
    jdbc.sql("delete from path_errand where path = :path")
        .param("path", event.path().value())
        .update();
    jdbc.sql("update path_agenda set certification = :certification where path = :path")
        .param("path", event.path().value())
        .param("certification", event.to().value())
        .update();
    tellAll(event.path(), event.to());
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

  private void tellAll(PathId path, ReferentielCode certification) {
    jdbc.sql(
            """
            insert into path_errand (path, certification, position)
            select :path, certification, position from title_change
            where certification = :certification order by position
            on conflict do nothing
            """)
        .param("path", path.value())
        .param("certification", certification.value())
        .update();
  }

  private void due(PathId path, @Nullable WindowSpan window) {
    jdbc.sql("update path_agenda set due_on = :due where path = :path")
        .param("due", window == null ? null : window.lastDay().plusDays(1), Types.DATE)
        .param("path", path.value())
        .update();
  }

  private void changed(
      ReferentielCode certification,
      TrackingToken token,
      LocalDate decidedOn,
      @Nullable LocalDate until,
      String source) {
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
