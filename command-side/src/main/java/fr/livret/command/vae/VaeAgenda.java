package fr.livret.command.vae;

import fr.livret.command.dispatch.Gathered;
import fr.livret.command.dispatch.Histories;
import fr.livret.command.referentiel.LawBook;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.vae.Recevabilite;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeStanding;
import fr.livret.kernel.vae.VaeUse;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When which application has something to expect, and what was done on each that it is still to be
 * told. Kept from the events, its rows in the token's transaction; it sends nothing itself, so that
 * it may be rebuilt.
 */
@Component
@ProcessingGroup(VaeAgenda.GROUP)
class VaeAgenda {
  static final String GROUP = "vae-agenda";

  private final JdbcClient jdbc;
  private final Histories histories;
  private final LawBook laws;
  private final Gathered<List<Use>> uses = new Gathered<>(GROUP, ArrayList::new, this::write);

  VaeAgenda(JdbcClient jdbc, Histories histories, LawBook laws) {
    this.jdbc = jdbc;
    this.histories = histories;
    this.laws = laws;
  }

  /** A path, and what may be a use of a recevabilité. */
  private record Use(VaeUse.Kind kind, PathId path, LocalDate on) {}

  /** A use an application is to be told of. */
  record Errand(long id, VaeApplicationId application, VaeUse use) {}

  /** Those of whom something follows on that day or before, after the given one, in order. */
  List<VaeApplicationId> dueBy(LocalDate day, @Nullable VaeApplicationId after, int limit) {
    return jdbc.sql(
            """
            select application from vae_agenda
            where due_on <= :day
              and application > coalesce(cast(:after as uuid), '00000000-0000-0000-0000-000000000000')
            order by application limit :limit
            """)
        .param("day", day)
        .param("after", after == null ? null : after.value(), Types.OTHER)
        .param("limit", limit)
        .query((row, _) -> new VaeApplicationId(row.getObject("application", UUID.class)))
        .list();
  }

  /** What is still to be told, oldest first. */
  List<Errand> errands(long after, int limit) {
    return jdbc.sql("select * from vae_errand where id > :after order by id limit :limit")
        .param("after", after)
        .param("limit", limit)
        .query((row, _) ->
            new Errand(
                row.getLong("id"),
                new VaeApplicationId(row.getObject("application", UUID.class)),
                new VaeUse(
                    VaeUse.Kind.valueOf(row.getString("kind")),
                    row.getString("path"),
                    row.getObject("used_on", LocalDate.class))))
        .list();
  }

  /** To be called once the application knows. */
  void done(Errand errand) {
    jdbc.sql("delete from vae_errand where id = :id").param("id", errand.id()).update();
  }

  /** The day is derived from all facts there are now: an earlier one can only be outdated. */
  @EventHandler
  void on(VaeEvent event) {
    Optional<LocalDate> due = histories.vaeApplication(event.application()).flatMap(this::due);
    jdbc.sql(
            """
            insert into vae_agenda (application, due_on) values (:application, :due)
            on conflict (application) do update set due_on = excluded.due_on
            """)
        .param("application", event.application().value())
        .param("due", due.orElse(null), Types.DATE)
        .update();
  }

  private Optional<LocalDate> due(VaeFile file) {
    return VaeStanding.nextDay(file, laws.vae(file.pins()));
  }

  @EventHandler
  void on(PathOpened event) {
    @Nullable Recevabilite on = event.recevabilite();
    if (on != null) {
      jdbc.sql(
              """
              insert into vae_path (path, application) values (:path, :application)
              on conflict (path) do nothing
              """)
          .param("path", event.path().value())
          .param("application", on.application().value())
          .update();
      used(VaeUse.Kind.PATH_OPENED, event.path(), event.openedOn());
    }
  }

  @EventHandler
  void on(CcpObtained event) {
    used(VaeUse.Kind.SESSION_HELD, event.path(), event.obtainedOn());
  }

  @EventHandler
  void on(TitleAwarded event) {
    used(VaeUse.Kind.SESSION_HELD, event.path(), event.heldOn());
  }

  @EventHandler
  void on(TitleRefused event) {
    used(VaeUse.Kind.SESSION_HELD, event.path(), event.heldOn());
  }

  @ResetHandler
  void reset() {
    jdbc.sql("truncate vae_errand, vae_path, vae_agenda").update();
  }

  private void used(VaeUse.Kind kind, PathId path, LocalDate on) {
    uses.now().add(new Use(kind, path, on));
  }

  /** Of a path that was opened on no recevabilité there is nothing to tell. */
  private void write(List<Use> gathered) {
    jdbc.sql(
            """
            insert into vae_errand (application, kind, path, used_on)
            select application, kind, path, used_on
            from unnest(:kinds, :paths, :days::date[]) with ordinality
                as given (kind, path, used_on, place)
              join vae_path using (path)
            order by place
            on conflict do nothing
            """)
        .param("kinds", gathered.stream().map(use -> use.kind().name()).toArray(String[]::new))
        .param("paths", gathered.stream().map(use -> use.path().value()).toArray(UUID[]::new))
        .param("days", gathered.stream().map(use -> use.on().toString()).toArray(String[]::new))
        .update();
  }
}
