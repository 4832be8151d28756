package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the API that outside programs are written against. */
class OpenApiTest extends StartedProduct {

  @Test
  void every_request_of_the_contract_so_far_is_described() {
    JsonNode api = description();
    assertThat(api.path("openapi").stringValue()).startsWith("3.1");
    assertThat(new TreeSet<>(api.path("paths").propertyNames()))
        .contains(
            "/api/alerts",
            "/api/alerts/deliveries",
            "/api/alerts/deliveries/{id}/retry",
            "/api/alerts/{id}",
            "/api/alerts/{id}/acknowledgement",
            "/api/audit/checkpoint",
            "/api/audit/consistency",
            "/api/audit/decisions",
            "/api/audit/inclusion/{position}",
            "/api/candidates",
            "/api/candidates/{id}",
            "/api/candidates/{id}/certificates",
            "/api/candidates/{id}/erasure",
            "/api/candidates/{id}/learned",
            "/api/candidates/{id}/livret",
            "/api/imports",
            "/api/imports/{name}",
            "/api/imports/{name}/outcomes",
            "/api/paths",
            "/api/paths/{id}",
            "/api/paths/{id}/ccps",
            "/api/paths/{id}/ccps/{ccp}/annulment",
            "/api/paths/{id}/ccs",
            "/api/paths/{id}/history",
            "/api/paths/{id}/jury-decisions",
            "/api/projections",
            "/api/projections/{name}/rebuild",
            "/api/referentiels",
            "/api/referentiels/{code}",
            "/api/referentiels/{code}/closure",
            "/api/referentiels/{code}/prorogation",
            "/api/reporting",
            "/api/reporting/{view}.csv",
            "/api/statistics",
            "/api/statistics/sessions",
            "/api/vae-applications",
            "/api/vae-applications/{id}",
            "/api/vae-applications/{id}/completeness",
            "/api/vae-applications/{id}/decision",
            "/api/vae-applications/{id}/supplement-request",
            "/api/windows",
            // Of trainings.
            "/api/programmes",
            "/api/programmes/{code}",
            "/api/trainings",
            "/api/trainings/{id}",
            "/api/trainings/{id}/completion",
            "/api/trainings/{id}/efas",
            "/api/trainings/{id}/entry-tests",
            "/api/trainings/{id}/exit-tests",
            "/api/trainings/{id}/mock-exams",
            "/api/trainings/{id}/modules");
  }

  @Test
  void a_write_is_described_with_an_example_its_headers_and_its_problems() {
    JsonNode post = description().path("paths").path("/api/paths/{id}/ccps").path("post");
    List<String> parameters =
        post.path("parameters").valueStream().map(one -> one.path("name").stringValue()).toList();
    assertThat(parameters)
        .containsExactlyInAnyOrder("id", "X-Livret-Actor", "If-Match", "Idempotency-Key");
    assertThat(new TreeSet<>(post.path("responses").propertyNames()))
        .contains("400", "404", "409", "412", "422");
    String body =
        post.path("requestBody").at("/content/application~1json/schema/$ref").stringValue();
    JsonNode schema = description().at(body.substring(1));
    assertThat(schema.path("example").toString()).contains("MISE_EN_SITUATION");
  }

  @Test
  void the_livret_is_described_with_an_example() {
    JsonNode livret = description().at("/components/schemas/Livret");
    assertThat(new TreeSet<>(livret.path("properties").propertyNames()))
        .containsExactly("asOf", "candidate", "paths", "sessions", "trainings", "vaeApplications");
    assertThat(livret.path("example").toString()).contains("2019-03-10");
  }

  private JsonNode description() {
    return web().get("/v3/api-docs").body();
  }
}
