package fr.livret.command.session;

import fr.livret.kernel.path.PathId;
import fr.livret.kernel.session.Effect;
import fr.livret.kernel.session.Effect.Kind;
import fr.livret.kernel.session.Result;
import fr.livret.kernel.session.SessionEvent.MinutesRectified;
import fr.livret.kernel.session.SessionEvent.MinutesSigned;
import fr.livret.kernel.session.SessionEvent.SessionAnnulled;
import fr.livret.kernel.session.SessionId;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What signed minutes, their rectification and their annulment are still to bring to which path.
 * Folded from the events, its rows in the token's transaction; it sends nothing itself, so that it
 * may be rebuilt.
 */
@Component
@ProcessingGroup(SessionErrands.GROUP)
class SessionErrands {
  static final String GROUP = "session-errands";

  private final JdbcClient jdbc;

  SessionErrands(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An effect to be brought to its path. Those of one path are in the order of their ids. */
  record Errand(long id, SessionId session, Effect effect) {}

  /** What is still to be done after the given one, oldest first. */
  List<Errand> after(long id, int limit) {
    return jdbc.sql(
            """
            select id, session, path, kind, edition from session_errand
            where id > :after order by id limit :limit
            """)
        .param("after", id)
        .param("limit", limit)
        .query((row, _) ->
            new Errand(
                row.getLong("id"),
                new SessionId(row.getObject("session", UUID.class)),
                new Effect(
                    Kind.valueOf(row.getString("kind")),
                    new PathId(row.getObject("path", UUID.class)),
                    row.getInt("edition"))))
        .list();
  }

  /** To be called once the path and the session know. */
  void done(Errand errand) {
    jdbc.sql("delete from session_errand where id = :id").param("id", errand.id()).update();
  }

  @EventHandler
  void on(MinutesSigned event) {
    decided(event.session(), event.edition(), event.results());
  }

  @EventHandler
  void on(MinutesRectified event) {
    decided(event.session(), event.edition(), event.results());
  }

  @EventHandler
  void on(SessionAnnulled event) {
    jdbc.sql(
            """
            insert into session_errand (session, path, kind, edition)
            select session, path, 'UNDO', edition from session_decision
            where session = :session order by path
            on conflict do nothing
            """)
        .param("session", event.session().value())
        .update();
  }

  @ResetHandler
  void reset() {
    jdbc.sql("truncate session_errand, session_decision").update();
  }

  private void decided(SessionId session, int edition, List<Result> results) {
    for (Result result : results) {
      jdbc.sql(
              """
              insert into session_decision (session, path, edition)
              values (:session, :path, :edition)
              on conflict (session, path) do update set edition = excluded.edition
              """)
          .param("session", session.value())
          .param("path", result.path().value())
          .param("edition", edition)
          .update();
      jdbc.sql(
              """
              insert into session_errand (session, path, kind, edition)
              values (:session, :path, 'RECORD', :edition)
              on conflict do nothing
              """)
          .param("session", session.value())
          .param("path", result.path().value())
          .param("edition", edition)
          .update();
    }
  }
}
