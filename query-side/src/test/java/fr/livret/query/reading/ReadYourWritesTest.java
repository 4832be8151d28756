package fr.livret.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QueryTest
class ReadYourWritesTest {
  private final World world;
  private final Http http;

  ReadYourWritesTest(World world, Http http) {
    this.world = world;
    this.http = http;
  }

  private Travel path() {
    return Travel.open(
        world,
        world.candidate("Dupré"),
        world.referentielLike("AMIS-2013"),
        Route.CAPITALISATION,
        "2013-09-02");
  }

  @Test
  void a_read_waits_for_the_version_it_asks_for() {
    Travel path = path();
    for (int month = 1; month <= 9; month++) {
      path.ccp("CCP1", "2014-0" + month + "-10").annul("CCP1", "2014-0" + month + "-20");
      Http.Answer answer = http.get("/api/paths/" + path.id(), "X-After-Version", path.version());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("ETag")).isEqualTo("\"" + path.version() + "\"");
    }
  }

  @Test
  void a_version_that_does_not_come_in_two_seconds_is_503_to_be_asked_again() {
    Travel path = path();
    long began = System.nanoTime();
    Http.Answer answer = http.get("/api/paths/" + path.id(), "X-After-Version", "99");
    answer.problem(503, "NOT_YET_PROJECTED");
    assertThat(answer.header("Retry-After")).isNotBlank();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(2));
    http.get("/api/paths/" + path.id() + "/history", "X-After-Version", "99")
        .problem(503, "NOT_YET_PROJECTED");
  }

  @Test
  void those_who_wait_hold_no_connection() throws Exception {
    Travel path = path();
    int waiters = 60;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> reads =
          IntStream.range(0, waiters)
              .<Callable<Integer>>mapToObj(
                  _ -> () -> http.get("/api/paths/" + path.id(), "X-After-Version", "99").status())
              .toList();
      List<Future<Integer>> waiting = reads.stream().map(threads::submit).toList();
      assertThat(http.get("/api/paths/" + path.id(), "X-After-Version", "1").status())
          .isEqualTo(200);
      for (Future<Integer> one : waiting) {
        assertThat(one.get()).isEqualTo(503);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1.5", "99999999999999999999", "\"3\"", "1,2"})
  void a_header_that_is_no_version_is_400(String version) {
    Travel path = path();
    http.get("/api/paths/" + path.id(), "X-After-Version", version).problem(400, "MALFORMED");
  }
}
