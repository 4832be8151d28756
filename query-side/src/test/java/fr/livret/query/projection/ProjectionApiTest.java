package fr.livret.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class ProjectionApiTest {
  private final World world;
  private final Http http;
  private final DataSource database;
  private final MeterRegistry meters;

  ProjectionApiTest(World world, Http http, DataSource database, MeterRegistry meters) {
    this.world = world;
    this.http = http;
    this.database = database;
    this.meters = meters;
  }

  private JsonNode candidates() {
    for (JsonNode one : http.json("/api/projections").path("items")) {
      if (one.path("name").asString().equals("candidates")) {
        return one;
      }
    }
    throw new AssertionError("no projection candidates");
  }

  @Test
  void an_operator_has_a_projection_rebuilt_and_sees_how_far_it_is() throws SQLException {
    var _ = world.candidate("Reconstruite");
    world.settled();
    assertThat(candidates().path("state").asString()).isEqualTo("FOLLOWING");
    assertThat(candidates().path("lag").asLong()).isZero();
    try (Connection reader = database.getConnection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.executeQuery("select count(*) from query.candidate").close();
      Http.Answer accepted = http.post("/api/projections/candidates/rebuild", "");
      assertThat(accepted.status()).isEqualTo(202);
      assertThat(accepted.json().has("askedAt")).isTrue();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> candidates().at("/rebuild/stage").asString().equals("SWAPPING"));
      JsonNode problem =
          http.post("/api/projections/candidates/rebuild", "").problem(409, "REBUILD_RUNNING");
      assertThat(problem.path("projection").asString()).isEqualTo("candidates");
      reader.rollback();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> candidates().at("/rebuild/stage").asString().equals("DONE"));
    JsonNode done = candidates().path("rebuild");
    assertThat(done.path("rows").asLong()).isPositive();
    assertThat(done.path("events").asLong()).isGreaterThanOrEqualTo(done.path("rows").asLong());
    assertThat(done.path("seconds").asDouble()).isPositive();
  }

  @Test
  void only_a_projection_there_is_can_be_rebuilt() {
    JsonNode problem = http.post("/api/projections/nothing/rebuild", "").problem(404, "UNKNOWN");
    assertThat(problem.path("projection").asString()).isEqualTo("nothing");
  }

  @Test
  void the_lag_is_measured_in_events_and_in_seconds() {
    world.settled();
    for (String name : new String[] {"livret.projection.lag", "livret.projection.lag.seconds"}) {
      assertThat(meters.get(name).tag("projection", "paths").gauge().value()).isZero();
    }
  }
}
