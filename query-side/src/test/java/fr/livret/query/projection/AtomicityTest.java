package fr.livret.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class AtomicityTest {
  private final World world;
  private final Http http;
  private final ProjectionsHealth health;
  private final MeterRegistry meters;
  private final JdbcClient jdbc;

  AtomicityTest(
      World world, Http http, ProjectionsHealth health, MeterRegistry meters, JdbcClient jdbc) {
    this.world = world;
    this.http = http;
    this.health = health;
    this.meters = meters;
    this.jdbc = jdbc;
  }

  /** Fails when the transaction commits: after the rows and the token were both written. */
  @BeforeEach
  void a_database_that_can_refuse_a_commit() {
    jdbc.sql(
            """
            create table refuse_commits (reason text);
            create function refuse_commit() returns trigger language plpgsql as $$
            begin
              if exists (table refuse_commits) then
                raise exception 'the commit is refused';
              end if;
              return null;
            end $$;
            create constraint trigger refuse_commit after insert or update on query.path
              deferrable initially deferred for each row execute function refuse_commit();
            """)
        .update();
  }

  @AfterEach
  void it_refuses_no_more() {
    jdbc.sql(
            """
            drop trigger refuse_commit on query.path;
            drop function refuse_commit();
            drop table refuse_commits;
            """)
        .update();
  }

  private String token() {
    return jdbc.sql(
            "select convert_from(token, 'UTF8') from token_entry where processor_name = 'paths'")
        .query(String.class)
        .single();
  }

  private long rows(UUID path) {
    return jdbc.sql("select count(*) from query.path where id = ?")
        .param(path)
        .query(Long.class)
        .single();
  }

  private String state() {
    return String.valueOf(health.health().getDetails().get("paths"));
  }

  @Test
  void token_and_rows_are_written_together_or_not_at_all_and_no_event_is_passed_over() {
    CandidateId candidate = world.candidate("Dupré");
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Travel before = open(candidate, code);
    world.settled();
    String token = token();
    jdbc.sql("insert into refuse_commits values ('test')").update();

    Travel path = open(candidate, code);
    await().atMost(Duration.ofSeconds(20)).until(() -> state().contains("FAILING"));

    assertThat(token()).isEqualTo(token);
    assertThat(rows(path.path().value())).isZero();
    assertThat(rows(before.path().value())).isOne();
    Health failing = health.health();
    assertThat(failing.getStatus()).isEqualTo(Status.DOWN);
    assertThat(state())
        .contains("PSQLException P0001")
        .doesNotContain("the commit is refused", "lag=0");
    assertThat(meters.get("livret.projection.lag").tag("projection", "paths").gauge().value())
        .isPositive();
    // What the others follow is not held up.
    assertThat(http.get("/api/paths/" + path.id(), "X-After-Version", path.version()).status())
        .isEqualTo(200);

    jdbc.sql("delete from refuse_commits").update();
    world.settled();
    assertThat(rows(path.path().value())).isOne();
    assertThat(token()).isNotEqualTo(token);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(state()).contains("lag=0");
  }

  private Travel open(CandidateId candidate, ReferentielCode code) {
    return Travel.open(world, candidate, code, Route.CAPITALISATION, "2013-09-02");
  }
}
