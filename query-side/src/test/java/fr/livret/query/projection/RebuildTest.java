package fr.livret.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.session.Plan;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
import fr.livret.kernel.training.EfaResult;
import fr.livret.kernel.training.Outcome;
import fr.livret.kernel.vae.ExperienceCount;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Schooling;
import fr.livret.query.Travel;
import fr.livret.query.World;
import fr.livret.query.audit.Judged;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class RebuildTest {
  private final World world;
  private final Projections projections;
  private final JdbcClient jdbc;

  RebuildTest(World world, Projections projections, JdbcClient jdbc) {
    this.world = world;
    this.projections = projections;
    this.jdbc = jdbc;
  }

  /** For each table how many rows it has and a hash over all of their columns. */
  private Map<String, String> hashes() {
    List<String> tables =
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'query'")
            .query((row, _) -> String.valueOf(row.getString(1)))
            .list();
    Map<String, String> hashes = new TreeMap<>();
    for (String table : tables) {
      hashes.put(
          table,
          jdbc.sql(
                  "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by"
                      + " t::text)), '') from query."
                      + table
                      + " t")
              .query((row, _) -> String.valueOf(row.getString(1)))
              .single());
    }
    return hashes;
  }

  /** A few lives of every kind. */
  static void live(World world) {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    world.publish(code.value(), "AMIS-2013", " (revised)", "2020-01-06");
    world.decide(new TitleClosed(code, LocalDate.of(2025, 6, 1), "JO"), "2025-06-05");
    CandidateId candidate = world.candidate("Comète ☄️", "أحمد");
    world.certificate(candidate, "2024-01-15", "2026-01-14", "2024-02-01");
    Travel.open(world, candidate, code, Route.CAPITALISATION, "2013-09-02")
        .ccp("CCP1", "2014-03-10")
        .ccp("CCP2", "2016-05-02")
        .day("2019-03-11")
        .ccp("CCP3", "2015-01-05", "2019-04-01")
        .annul("CCP2", "2019-05-06")
        .closed("2019-06-03");
    Travel.open(world, candidate, world.referentielLike("AICMP-2022"), Route.TRAINING, "2022-03-01")
        .ccp("BC01", "2022-06-10");
    ReferentielCode amis = world.referentielLike("AMIS-2023");
    Schooling.start(
            world,
            candidate,
            amis,
            Schooling.programme(world, "AMIS-12-MOIS", amis),
            "2024-09-02",
            "Évry")
        .entry("2024-09-03", "QCM-A", "CCP1 7.5/20")
        .followed("M01", "3.5", "2024-09-04")
        .efa("CCP1", "2025-02-03", EfaResult.ACQUIRED)
        .end("2025-03-31", Outcome.ABANDONED);
    Plan plan =
        new Plan(SessionKind.CCP, code, LocalDate.of(2022, 6, 10), "LYON", null, null, null);
    SessionId session = new SessionId(UUID.randomUUID());
    world.store(
        "session",
        session.toString(),
        MovableClock.noon("2022-05-02"),
        List.of(
            new SessionPlanned(
                session, plan, 1, new RegimeId("TP-2006", 1), LocalDate.of(2022, 5, 2))));
    VaeApplicationId application = new VaeApplicationId(UUID.randomUUID());
    world.store(
        "vae",
        application.toString(),
        MovableClock.noon("2024-12-03"),
        List.of(
            new ApplicationFiled(
                application,
                candidate,
                amis,
                1,
                new RegimeId("VAE-2024", 1),
                LocalDate.of(2024, 12, 2),
                Set.of(),
                List.of(),
                ExperienceCount.NONE,
                "VAE-2024/1#vae.experience")));
    Deadline deadline =
        new Deadline(
            Subject.WINDOW,
            UUID.randomUUID(),
            code.value(),
            candidate,
            LocalDate.of(2019, 3, 10),
            "TP-2006/1#window.length");
    AlertId alert = AlertId.of(deadline, 3);
    world.store(
        "alert",
        alert.toString(),
        MovableClock.noon("2018-12-10"),
        List.of(new AlertRaised(alert, deadline, 3, 1, Set.of(), LocalDate.of(2018, 12, 10))));
    Judged judged = new Judged(world);
    judged.registered("Décidée", "2024-03-01");
    judged.refused(new PathId(UUID.randomUUID()), "2024-03-04");
  }

  private void rebuild() {
    projections.names().forEach(projections::rebuild);
    world.settled();
  }

  @Test
  void a_rebuild_gives_the_identical_rows_also_once_a_candidate_is_erased() {
    live(world);
    CandidateId erased = world.candidate("Oublié", "Jean");
    world.certificate(erased, "2024-01-15", "2026-01-14", "2024-02-01");
    live(world);
    world.settled();
    Map<String, String> before = hashes();
    assertThat(before)
        .containsOnlyKeys(
            "candidate",
            "candidate_fact",
            "path",
            "path_fact",
            "referentiel",
            "referentiel_version",
            "programme_version",
            "training",
            "training_fact",
            // Sessions
            "session",
            "session_fact",
            "vae_application",
            "vae_fact",
            "alert",
            "decision",
            // Statistics
            "course",
            "version_ccps")
        .allSatisfy((_, hash) -> assertThat(hash).doesNotStartWith("0 "));
    rebuild();
    assertThat(hashes()).isEqualTo(before);

    world.erase(erased);
    world.settled();
    Map<String, String> afterErasure = hashes();
    assertThat(afterErasure.get("candidate")).isNotEqualTo(before.get("candidate"));
    rebuild();
    assertThat(hashes()).isEqualTo(afterErasure);
  }

  @Test
  void what_is_stored_in_an_older_revision_is_kept_in_the_current_one() {
    live(world);
    world.settled();
    String before = hashes().get("path_fact");
    // As if its path had been opened before the revision there is now, which says no more.
    assertThat(
            jdbc.sql(
                    """
                    with older as (
                      insert into event_store.event_type (aggregate, payload, revision)
                      select aggregate, payload, '1' from event_store.event_type
                      where payload = 'path.PathOpened' and revision = '2'
                      returning code
                    )
                    update event_store.event set type = (select code from older)
                    where position = (
                      select max(position) from event_store.event
                      join event_store.event_type on code = type
                      where event_type.payload = 'path.PathOpened')
                    """)
                .update())
        .isOne();
    projections.rebuild("path-facts");
    assertThat(hashes().get("path_fact")).isEqualTo(before);
  }

  @Test
  void only_a_projection_there_is_can_be_rebuilt() {
    assertThatThrownBy(() -> projections.rebuild("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("path-facts");
  }
}
