package fr.livret.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@QueryTest
class ParametersTest {
  private static final String NOBODY = UUID.randomUUID().toString();

  private final Http http;

  ParametersTest(Http http) {
    this.http = http;
  }

  @ParameterizedTest
  @CsvSource({
    "/api/paths?limit=0, limit",
    "/api/paths?limit=501, limit",
    "/api/paths?limit=many, limit",
    "/api/paths?limit=99999999999999999999, limit",
    "/api/candidates?limit=-1, limit",
    "/api/windows?limit=501, limit",
    "/api/referentiels?limit=501, limit",
    "/api/paths?after=%00, after",
    "/api/paths?after=abc, after",
    "/api/paths?after=KzEwMDAwLTAxLTAxCjAtMC0wLTAtMA, after",
    "/api/windows?after=%F0%9F%8E%93, after",
    "/api/candidates?after=AAAA, after",
    "/api/paths?status=CLOSED_MAYBE, status",
    "/api/paths?candidateId=1-1-1-1-1, candidateId",
    "/api/paths?q=%00, q",
    "/api/candidates?q=a%0Ab, q",
    "/api/candidates?q=a&q=b, q",
    "/api/windows?state=SHUT, state",
    "/api/windows?closingBefore=2019-02-29, closingBefore",
    "/api/windows?closingBefore=9999-01-01, closingBefore",
    "/api/windows?center=LYON, center",
    "/api/paths?knownAt=yesterday, knownAt",
    "/api/windows?effectiveOn=2019-02-29, effectiveOn",
    "/api/windows?effectiveOn=2019-02-28&after=AAAA, after",
    "/api/candidates?knownAt=yesterday, knownAt",
    "/api/candidates?effectiveOn=2019-02-29, effectiveOn",
    "/api/vae-applications?knownAt=yesterday, knownAt",
    "/api/vae-applications?effectiveOn=2019-02-29, effectiveOn",
    "/api/sessions?knownAt=yesterday, knownAt",
    "/api/sessions?effectiveOn=2019-02-29, effectiveOn",
    "/api/alerts?knownAt=yesterday, knownAt",
    "/api/alerts?effectiveOn=2019-02-29, effectiveOn",
    "/api/alerts/NOBODY?knownAt=yesterday, knownAt",
    "/api/alerts/NOBODY?effectiveOn=2019-02-29, effectiveOn",
    "/api/trainings?knownAt=yesterday, knownAt",
    "/api/trainings?effectiveOn=2019-02-29, effectiveOn",
    "/api/referentiels?knownAt=yesterday, knownAt",
    "/api/programmes?knownAt=yesterday, knownAt",
    "/api/programmes/AMIS?effectiveOn=2019-02-29, effectiveOn",
    "/api/reporting/paths.csv?knownAt=yesterday, knownAt",
    "/api/reporting/paths.csv?effectiveOn=2019-02-29, effectiveOn",
    "/api/paths/NOBODY?effectiveOn=10/03/2014, effectiveOn",
    "/api/paths/NOBODY?effectiveOn=0001-01-01, effectiveOn",
    "/api/paths/NOBODY?knownAt=yesterday, knownAt",
    "/api/paths/NOBODY?knownAt=2014-03-10T10:00, knownAt",
    "/api/paths/NOBODY?knownAt=%2B999999999-12-31T23:59:59Z, knownAt",
    "/api/paths/NOBODY?knownAt=-1000000000-01-01T00:00:00Z, knownAt",
    "/api/paths/NOBODY?efectiveOn=2014-03-10, efectiveOn",
    "/api/paths/NOBODY/history?after=LTk, after",
    "/api/referentiels/AMIS?version=0, version",
    "/api/trainings?status=OPEN, status",
    "/api/trainings?candidateId=1-1-1-1-1, candidateId",
    "/api/trainings?after=AAAA, after",
    "/api/trainings?limit=501, limit",
    "/api/trainings?centre=%00, centre",
    "/api/trainings?center=LYON, center",
    "/api/trainings?q=%00, q",
    "/api/trainings/NOBODY?effectiveOn=10/03/2014, effectiveOn",
    "/api/trainings/NOBODY?knownAt=yesterday, knownAt",
    "/api/trainings/NOBODY?limit=3, limit",
    "/api/programmes?limit=0, limit",
    "/api/programmes?after=%00, after",
    "/api/programmes/AMIS?version=0, version",
    "/api/programmes/AMIS?knownAt=yesterday, knownAt"
  })
  void a_wrong_parameter_is_refused_by_its_name(String path, String field) {
    JsonNode problem = http.get(path.replace("NOBODY", NOBODY)).problem(400, "MALFORMED");
    assertThat(Http.each(problem.path("errors"), "/field")).containsExactly(field);
    assertThat(problem.at("/errors/0/message").asString()).isNotBlank();
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    JsonNode problem =
        http.get("/api/paths?limit=0&status=X&candidateId=Y&q=" + "a".repeat(201))
            .problem(400, "MALFORMED");
    assertThat(Http.each(problem.path("errors"), "/field"))
        .containsExactlyInAnyOrder("limit", "status", "candidateId", "q");
  }

  @Test
  void an_empty_parameter_is_one_not_given() {
    assertThat(http.get("/api/paths?q=&status=&limit=").status()).isEqualTo(200);
  }
}
