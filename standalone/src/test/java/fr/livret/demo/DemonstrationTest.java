package fr.livret.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.livret.LivretApplication;
import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.kernel.law.Days;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product, started with the demonstration on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DemonstrationTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> SUBJECTS = List.of("WINDOW", "RECEVABILITE", "CERTIFICATE");

  /** Of the whole class: the key of the personal data stands in it. */
  private static @TempDir Path folder;

  private final String database = TestPostgres.freshDatabaseUrl();
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext product;
  private Tally.Report report;

  /** The year of the demonstration, whichever it is when the test runs. */
  @Configuration(proxyBeanMethods = false)
  static class ThatYear {
    @Bean
    Clock clock() {
      Instant then = Instant.parse("2026-11-02T08:00:00Z");
      return Clock.offset(Clock.system(Days.PARIS), Duration.between(Instant.now(), then));
    }
  }

  @BeforeAll
  void start() throws Exception {
    product =
        new SpringApplicationBuilder(ThatYear.class, LivretApplication.class)
            .run(
                "--server.port=0",
                "--livret.demo=true",
                "--livret.data=" + folder,
                "--spring.datasource.url=" + database);
    report = product.getBean(Demonstration.class).report().get(5, TimeUnit.MINUTES);
  }

  @AfterAll
  void stop() {
    http.close();
    product.close();
  }

  @Test
  @Order(1)
  void everything_is_accepted_or_refused_as_it_is_meant_to_be() {
    List<Step> steps = Population.all().stream().flatMap(it -> it.steps().stream()).toList();
    long refusals = steps.stream().filter(step -> step.meantRefusal() != null).count();
    assertThat(report.unexpected()).isZero();
    assertThat(report.yetToCome()).isZero();
    assertThat(report.refused()).isEqualTo((int) refusals);
    assertThat(report.requests()).isEqualTo(Population.all().size() + steps.size());
  }

  @Test
  @Order(2)
  void more_than_three_hundred_candidates_are_there_on_all_titles_and_routes() {
    List<JsonNode> paths = paths();
    assertThat(paths.stream().map(path -> path.path("candidateId").asString()).collect(toSet()))
        .hasSizeGreaterThanOrEqualTo(300);
    assertThat(each(paths, "certification"))
        .contains("TMS-2004", "AMIS-2013", "AMIS-2023", "AICMP-2022");
    assertThat(each(paths, "route")).contains("TRAINING", "CAPITALISATION", "VAE");
    assertThat(each(paths, "regime")).contains("TP-2002", "TP-2006", "TP-2016", "RNCP-PRIVATE");
    assertThat(each(paths, "status")).contains("OPEN", "TITLE_AWARDED");
    assertThat(each(paths, "inQuestion")).contains("true", "false");
  }

  @Test
  @Order(3)
  void windows_are_there_in_every_state_and_some_close_within_a_year() {
    for (String state : List.of("NONE", "OPEN", "FULFILLED", "UNLIMITED")) {
      assertThat(get("/api/windows?state=" + state).path("total").asLong()).as(state).isPositive();
    }
    assertThat(get("/api/windows?closingBefore=2027-11-01").path("total").asLong())
        .isGreaterThanOrEqualTo(10);
  }

  @Test
  @Order(3)
  void applications_for_vae_wait_and_some_of_them_near_silence() {
    for (String state :
        List.of("FILED", "SUPPLEMENT_REQUESTED", "COMPLETE", "GRANTED", "REFUSED")) {
      assertThat(get("/api/vae-applications?state=" + state).path("total").asLong())
          .as(state)
          .isPositive();
    }
    assertThat(get("/api/vae-applications?silenceBefore=2026-12-01").path("total").asLong())
        .isPositive();
  }

  @Test
  @Order(4)
  void histories_tell_of_lapses_annulments_and_titles_in_question() {
    assertThat(
            each(
                paths().stream()
                    .filter(path -> path.path("certification").asString().equals("AMIS-2013"))
                    .map(path -> items("/api/paths/" + path.path("id").asString() + "/history"))
                    .flatMap(List::stream)
                    .toList(),
                "type"))
        .anySatisfy(type -> assertThat(type).endsWith("CcpLapsed"))
        .anySatisfy(type -> assertThat(type).endsWith("CcpAnnulled"))
        .anySatisfy(type -> assertThat(type).endsWith("CandidateAbsent"))
        .anySatisfy(type -> assertThat(type).endsWith("TitleRefused"))
        .anySatisfy(type -> assertThat(type).endsWith("TitleCalledIntoQuestion"));
  }

  @Test
  @Order(4)
  void the_statistics_have_figures() {
    paths();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> {
          JsonNode figures = get("/api/statistics?certification=AMIS-2013").at("/overall/0");
          assertThat(figures.path("certified").asInt()).isGreaterThan(30);
          assertThat(figures.path("certifiedAfterVae").asInt()).isPositive();
          assertThat(figures.at("/insertionAt6Months/rate").asDouble()).isBetween(50.0, 99.0);
          assertThat(figures.at("/inOccupationAt2Years/rate").asDouble()).isPositive();
          assertThat(figures.at("/titles/success/rate").asDouble()).isBetween(30.0, 99.0);
          assertThat(figures.path("windowsExpired").asInt()).isPositive();
        });
  }

  @Test
  @Order(5)
  void alerts_are_raised_of_windows_recevabilites_and_certificates_that_end_within_a_year() {
    for (String subject : SUBJECTS) {
      JsonNode first = raised(subject).path("items").path(0);
      assertThat(first.path("daysLeft").asLong()).isBetween(0L, 366L);
      assertThat(first.path("delivery").asString()).isEqualTo("NONE");
    }
  }

  /** The first alerts of such an end, once there are some. */
  private JsonNode raised(String subject) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> get("/api/alerts?state=RAISED&subject=" + subject),
            page -> page.path("total").asLong() > 0);
  }

  @Test
  @Order(5)
  void trainings_are_there_with_hours_gains_efas_and_priorities() {
    paths();
    List<JsonNode> trainings = items("/api/trainings");
    assertThat(trainings).hasSizeGreaterThan(40);
    assertThat(each(trainings, "certification")).contains("AMIS-2013", "AMIS-2023");
    assertThat(get("/api/windows?centre=LILLE").path("total").asLong()).isPositive();
    List<JsonNode> read =
        items("/api/trainings?certification=AMIS-2023").stream()
            .map(item -> get("/api/trainings/" + item.path("id").asString()))
            .toList();
    assertThat(read)
        .anySatisfy(training -> assertThat(training.at("/positioning/priorities")).isNotEmpty())
        .anySatisfy(training -> assertThat(training.at("/blocs/0/ccps/0/gain").isNumber()).isTrue())
        .allSatisfy(training -> assertThat(training.at("/hours/done").asInt()).isEqualTo(84));
  }

  @Test
  @Order(5)
  void no_date_of_an_answer_goes_unproved() {
    paths();
    proved(EveryDate.OF_PATHS, "/api/paths", "id");
    proved(EveryDate.OF_APPLICATIONS, "/api/vae-applications", "id");
    proved(EveryDate.OF_SESSIONS, "/api/sessions", "id");
    proved(EveryDate.OF_REFERENTIELS, "/api/referentiels", "code");
    proved(EveryDate.OF_CANDIDATES, "/api/candidates", "id");
    SUBJECTS.forEach(this::raised);
    proved(EveryDate.OF_ALERTS, "/api/alerts", "id");
  }

  private void proved(EveryDate dates, String list, String id) {
    int proved = 0;
    for (JsonNode item : items(list)) {
      String one = list + "/" + item.path(id).asString();
      proved += dates.proved(get(one), get(one + "/proofs"));
    }
    assertThat(proved).as(list).isPositive();
  }

  @Test
  @Order(6)
  void started_again_it_repeats_nothing() throws Exception {
    long before = facts();
    product.close();
    start();
    assertThat(report.repeated()).isEqualTo(report.requests());
    assertThat(report.unexpected()).isZero();
    assertThat(facts()).isEqualTo(before);
  }

  /** But for what the product's own clock and automations bring about, when they come to it. */
  private long facts() {
    return product
        .getBean(JdbcClient.class)
        .sql(
            """
            select count(*) from event_store.event
            where convert_from(metadata, 'UTF8')::jsonb ->> 'actor' not like 'livret:%'
            """)
        .query(Long.class)
        .single();
  }

  private static List<String> each(List<JsonNode> items, String member) {
    return items.stream().map(item -> item.path(member).asString()).distinct().toList();
  }

  /** Every path, once the read side knows every fact. */
  private List<JsonNode> paths() {
    long facts =
        product
            .getBean(JdbcClient.class)
            .sql("select count(*) from event_store.event_log where aggregate = 'path'")
            .query(Long.class)
            .single();
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> items("/api/paths"),
            paths -> paths.stream().mapToLong(it -> it.path("version").asLong()).sum() == facts);
  }

  /** The items of every page of a list. */
  private List<JsonNode> items(String list) {
    List<JsonNode> items = new ArrayList<>();
    @Nullable String after = null;
    do {
      JsonNode page =
          get(
              list
                  + (list.contains("?") ? "&" : "?")
                  + "limit=500"
                  + (after == null ? "" : "&after=" + after));
      StreamSupport.stream(page.path("items").spliterator(), false).forEach(items::add);
      after = page.path("next").asStringOpt().orElse(null);
    } while (after != null);
    return items;
  }

  @Test
  @Order(4)
  void every_decision_taken_again_comes_to_the_same() throws Exception {
    JsonNode replay = replayed("{}");
    assertThat(replay.path("different").asLong()).as(differences(replay)).isZero();
    assertThat(replay.path("notReplayed").asLong()).as(differences(replay)).isZero();
    assertThat(replay.path("unrecorded").asLong()).isZero();
    assertThat(replay.path("read").asLong()).isEqualTo(replay.path("upTo").asLong());
    assertThat(replay.path("same").asLong()).isGreaterThan(report.requests());
  }

  @Test
  @Order(4)
  void under_another_regime_some_would_have_been_decided_otherwise() throws Exception {
    JsonNode replay = replayed("{\"regimes\": \"TP-2016\"}");
    assertThat(replay.path("different").asLong()).isPositive();
    assertThat(replay.path("notReplayed").asLong()).as(differences(replay)).isZero();
    JsonNode first = decisions(replay).path(0);
    assertThat(first.path("verdict").asString()).isEqualTo("DIFFERENT");
    assertThat(first.path("differences")).isNotEmpty();
  }

  private JsonNode replayed(String question) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at("/api/audit/replays"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(question))
            .build();
    JsonNode asked = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    String id = asked.path("id").asString();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> get("/api/audit/replays/" + id).path("state").asString().equals("DONE"));
    return get("/api/audit/replays/" + id);
  }

  private JsonNode decisions(JsonNode replay) {
    return get("/api/audit/replays/" + replay.path("id").asString() + "/decisions").path("items");
  }

  private String differences(JsonNode replay) {
    return decisions(replay).toPrettyString();
  }

  private URI at(String resource) {
    String port = product.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + resource);
  }

  private JsonNode get(String resource) {
    try {
      var response =
          http.send(HttpRequest.newBuilder(at(resource)).build(), BodyHandlers.ofString());
      assertThat(response.statusCode()).as(resource + " " + response.body()).isEqualTo(200);
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
