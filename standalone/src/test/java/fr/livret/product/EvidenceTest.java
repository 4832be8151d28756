package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.evidence.Checkpoint;
import fr.livret.evidence.ConsistencyProof;
import fr.livret.evidence.Hash;
import fr.livret.evidence.InclusionProof;
import fr.livret.evidence.KeyFile;
import fr.livret.postgres.OwnPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An auditor beside a product at work: over HTTP, by the command line, and with Python alone. */
class EvidenceTest {
  private static final String ORIGIN = "livret.test/register";
  private static final String[] JSON = {"Accept", "application/json"};

  @TempDir private static Path folder = Path.of("");
  private static Path data = folder;
  private static ProductProcess product = unstarted();
  private static String path = "";
  private static long last;

  @SuppressWarnings("NullAway") // Started before the first test.
  private static ProductProcess unstarted() {
    return null;
  }

  @BeforeAll
  static void start() {
    data = folder.resolve("data");
    product =
        ProductProcess.start(
            data,
            "--livret.evidence.every=1s",
            "--livret.evidence.origin=" + ORIGIN,
            "--livret.evidence.folder=" + folder.resolve("outside"));
    String candidate =
        product
            .web()
            .post(
                "/api/candidates",
                """
                {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"}\
                """)
            .id();
    path =
        product
            .web()
            .post(
                "/api/paths",
                """
                {"candidateId": "%s", "certification": "AMIS-2013", "route": "CAPITALISATION", \
                "openedOn": "2014-01-06"}\
                """
                    .formatted(candidate))
            .id();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !history().path("items").isEmpty());
    last = history().path("items").path(0).path("position").asLong();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> signed() >= last);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static JsonNode history() {
    return product.web().get("/api/paths/" + path + "/history").body();
  }

  private static long signed() {
    return product.web().get("/api/audit/checkpoint", JSON).body().path("size").asLong();
  }

  private static CommandLineProcess.Result livret(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data=" + data);
    all.add("--livret.evidence.folder=" + folder.resolve("outside"));
    return CommandLineProcess.run(folder, all.toArray(String[]::new));
  }

  /** What the separate verifier says of an export. */
  private static String checked(Path export) throws IOException, InterruptedException {
    Path here = Path.of("").toAbsolutePath();
    Path root =
        Files.exists(here.resolve("mvnw")) ? here : Objects.requireNonNull(here.getParent());
    String key = new KeyFile(data.resolve("evidence.key")).known().keys().getLast().key() + "";
    ProcessBuilder python =
        new ProcessBuilder(
            "python3",
            "-B",
            root.resolve("tools/verify-evidence.py").toString(),
            export.toString(),
            "--key",
            key);
    Process process = python.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static void sql(String sql) throws SQLException {
    OwnPostgres.Served served = OwnPostgres.served(data).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(served.jdbcUrl(), served.username(), served.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<Hash> hashes(JsonNode proof) {
    return proof.path("hashes").valueStream().map(one -> Hash.parse(one.stringValue())).toList();
  }

  @Test
  void a_checkpoint_appears_and_the_proofs_lead_to_it() {
    String note = product.web().text("/api/audit/checkpoint");
    Checkpoint signed = new KeyFile(data.resolve("evidence.key")).known().open(note).checkpoint();
    assertThat(signed.origin()).isEqualTo(ORIGIN);
    assertThat(folder.resolve("outside/00000000/%012d.note".formatted(signed.size())))
        .hasContent(note);
    JsonNode same = product.web().get("/api/audit/checkpoint", JSON).body();
    assertThat(same.path("root").stringValue()).isEqualTo(signed.root().toString());
    assertThat(same.path("note").stringValue()).isEqualTo(note);

    JsonNode proof = product.web().get("/api/audit/inclusion/" + last).body();
    InclusionProof inclusion =
        new InclusionProof(
            last - 1,
            Hash.parse(proof.path("leaf").stringValue()),
            proof.path("size").asLong(),
            hashes(proof));
    assertThat(inclusion.proves(signed.root())).isTrue();
    assertThat(proof.path("checkpoint").stringValue()).isEqualTo(note);

    JsonNode grown = product.web().get("/api/audit/consistency?from=2").body();
    assertThat(grown.path("toRoot").stringValue()).isEqualTo(signed.root().toString());
    ConsistencyProof consistency = new ConsistencyProof(2, signed.size(), hashes(grown));
    assertThat(consistency.proves(Hash.parse(grown.path("fromRoot").stringValue()), signed.root()))
        .isTrue();
  }

  @Test
  void what_cannot_be_proved_is_refused_by_name() {
    Web web = product.web();
    assertThat(web.get("/api/audit/inclusion/99999999").status()).isEqualTo(404);
    assertThat(web.get("/api/audit/inclusion/none").body().path("code").stringValue())
        .isEqualTo("UNKNOWN");
    refused("/api/audit/inclusion/2?size=1", "size");
    refused("/api/audit/inclusion/1?size=99999999", "size");
    refused("/api/audit/consistency?to=2", "from");
    refused("/api/audit/consistency?from=2&to=1", "from");
    refused("/api/audit/consistency?from=1&to=99999999", "to");
    refused("/api/audit/checkpoint?size=1", "size");
    assertThat(web.get("/api/audit/checkpoint", "Accept", "image/png").status()).isEqualTo(406);
  }

  private static void refused(String request, String field) {
    Web.Answer answer = product.web().get(request);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/field").stringValue()).isEqualTo(field);
  }

  @Test
  void how_old_the_last_one_is_can_be_watched() {
    JsonNode health = product.web().get("/actuator/health").body().at("/components/evidence");
    assertThat(health.path("status").stringValue()).isEqualTo("UP");
    assertThat(health.at("/details/size").asLong()).isGreaterThanOrEqualTo(last);
    assertThat(product.web().text("/actuator/prometheus"))
        .contains("livret_evidence_checkpoint_age_seconds ", "livret_evidence_failing 0.0")
        .contains("livret_evidence_unsigned_events ");
  }

  @Test
  void the_key_is_for_its_owner_only() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("evidence.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void an_edited_row_is_named_by_its_position() throws SQLException {
    assertThat(livret("verify").out()).contains("nothing was touched; signed up to position");
    sql("update event_store.event set metadata = metadata || ' ' where position = 2");
    try {
      CommandLineProcess.Result found = livret("verify");
      assertThat(found.out()).startsWith("position 2: CHANGED: ").hasLineCount(1);
      assertThat(found.status()).as(found.err()).isEqualTo(1);
    } finally {
      sql(
          """
          update event_store.event
          set metadata = substring(metadata for length(metadata) - 1) where position = 2
          """);
    }
    CommandLineProcess.Result mended = livret("verify");
    assertThat(mended.status()).as(mended.out() + mended.err()).isZero();
  }

  @Test
  void a_tree_that_is_not_the_one_signed_is_never_proved_with() throws SQLException {
    long size = signed();
    String root = "set root = sha256(root) where size = " + size;
    sql("create table kept as select * from tamper_evidence.checkpoint where size = " + size);
    sql("update tamper_evidence.checkpoint " + root);
    try {
      Web.Answer answer = product.web().get("/api/audit/inclusion/1?size=" + size);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body().path("code").stringValue()).isEqualTo("EVIDENCE_CONTRADICTED");
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> health().equals("DOWN"));
    } finally {
      sql(
          """
          update tamper_evidence.checkpoint set root = kept.root from kept
          where kept.size = checkpoint.size
          """);
      sql("drop table kept");
    }
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> health().equals("UP"));
  }

  private static String health() {
    JsonNode health = product.web().get("/actuator/health").body();
    return health.at("/components/evidence/status").stringValue();
  }

  @Test
  void exports_are_right_for_whoever_has_python_alone() throws Exception {
    Path all = folder.resolve("all.zip");
    CommandLineProcess.Result exported = livret("export", "--out", all.toString());
    assertThat(exported.status()).as(exported.err()).isZero();
    assertThat(checked(all)).startsWith("OK: ").contains("events are exactly the");

    Path one = folder.resolve("one.zip");
    assertThat(livret("export", "--out", one.toString(), "--path", path).out())
        .startsWith("1 events in ");
    assertThat(checked(one)).startsWith("OK: 1 events are among the ");

    Path some = folder.resolve("some.zip");
    assertThat(livret("export", "--out", some.toString(), "--positions", "1-2").status()).isZero();
    assertThat(checked(some)).startsWith("OK: 2 events are among the ");
  }

  @Test
  void a_wrong_argument_is_named() {
    Path none = folder.resolve("none.zip");
    wrong("--out", "export");
    wrong("--positions", "export", "--out", none.toString(), "--positions", "0-2");
    wrong("--positions", "export", "--out", none.toString(), "--positions", "1-99999999");
    wrong("--path", "export", "--out", none.toString(), "--path", "nobody");
    wrong("--keys", "verify", "--keys", none.toString());
    assertThat(none).doesNotExist();
  }

  private static void wrong(String option, String... arguments) {
    CommandLineProcess.Result result = livret(arguments);
    assertThat(result.err()).contains(option).doesNotContain("\tat ");
    assertThat(result.status()).as(result.err()).isEqualTo(2);
  }
}
