package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.livret.evidence.KeyFile;
import fr.livret.postgres.OwnPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bundle made beside a product at work, and checked by Python alone with the file inside it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvidenceBundleTest {
  @TempDir private static Path folder = Path.of("");
  private static Path data = folder;
  private static ProductProcess product = unstarted();
  private static String candidate = "";
  private static String path = "";

  private record Answer(int status, String text) {}

  @SuppressWarnings("NullAway") // Started before the first test.
  private static ProductProcess unstarted() {
    return null;
  }

  @BeforeAll
  static void start() {
    data = folder.resolve("data");
    product = ProductProcess.start(data, "--livret.evidence.origin=livret.test/register");
    candidate = registered();
    path = opened(candidate);
    assertThat(obtained("2014-03-10").status()).isEqualTo(200);
    assertThat(obtained("2014-03-11").status()).isEqualTo(409);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static String registered() {
    return product
        .web()
        .post(
            "/api/candidates",
            """
            {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"}\
            """)
        .id();
  }

  private static String opened(String candidate) {
    return product
        .web()
        .post(
            "/api/paths",
            """
            {"candidateId": "%s", "certification": "AMIS-2013", "route": "CAPITALISATION", \
            "openedOn": "2014-01-06"}\
            """
                .formatted(candidate))
        .id();
  }

  private static Web.Answer obtained(String day) {
    return product
        .web()
        .post(
            "/api/paths/" + path + "/ccps",
            """
            {"ccp": "CCP1", "obtainedOn": "%s", "evidence": ["MISE_EN_SITUATION", "DSPP"], \
            "evaluators": [{"role": "PROFESSIONAL", "name": "Paul <Martin>"}, {"role": "TRAINER"}]}\
            """
                .formatted(day));
  }

  private static CommandLineProcess.Result livret(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data=" + data);
    return CommandLineProcess.run(folder, all.toArray(String[]::new));
  }

  private static Path bundled(String name) {
    Path file = folder.resolve(name);
    CommandLineProcess.Result made = livret("evidence", "--path", path, "--out", file.toString());
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.out()).contains("facts in " + file + ", under the checkpoint of size ");
    return file;
  }

  /** What the verifier in a bundle says of it. */
  private static Answer checked(Path bundle, String... options) {
    try {
      Path script = Files.writeString(folder.resolve("v.py"), text(bundle, "verify-evidence.py"));
      List<String> command = new ArrayList<>(List.of("python3", "-B", script.toString()));
      command.add(bundle.toString());
      command.addAll(List.of(options));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("PYTHONIOENCODING", "utf-8");
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), said);
    } catch (IOException e) {
      assumeTrue(false, "SKIPPED: python3 is not installed, which the separate verifier needs");
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String key() {
    return new KeyFile(data.resolve("evidence.key")).known().keys().getLast().key().toString();
  }

  private static String text(Path bundle, String name) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(bundle)) {
      return Files.readString(zip.getPath(name));
    }
  }

  private static void replace(Path bundle, String name, String old, String by) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(bundle)) {
      String text = Files.readString(zip.getPath(name));
      assertThat(text).contains(old);
      Files.writeString(zip.getPath(name), text.replace(old, by));
    }
  }

  private static void wrong(Path bundle, String sentence, String... options) {
    Answer answer = checked(bundle, options);
    assertThat(answer.text()).startsWith("WRONG: ").contains(sentence).hasLineCount(1);
    assertThat(answer.status()).isEqualTo(1);
  }

  private static void sql(String sql) throws SQLException {
    OwnPostgres.Served served = OwnPostgres.served(data).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(served.jdbcUrl(), served.username(), served.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void a_bundle_is_read_by_people_and_right_for_whoever_has_python_alone() throws Exception {
    Path bundle = bundled("whole.zip");
    Answer answer = checked(bundle, "--key", key());
    assertThat(answer.text())
        .startsWith("OK: ")
        .contains("decisions told as they are stored, 1 refusal among them")
        .contains("dates worked out from these events, and every step is right")
        .contains("1 référentiel as recorded")
        .contains("NOT proved: the prose of the page, and the texts of law: ");
    assertThat(answer.status()).isZero();

    assertThat(text(bundle, "LISEZ-MOI.html"))
        .contains("Parcours de Samia Benali vers le titre")
        .contains("CCP1 obtenu le 10/03/2014.")
        .contains("caduc à compter du 11/03/2019 : la fenêtre se terminait le 10/03/2019.")
        .contains("CCP déjà détenu")
        .contains(key())
        .doesNotContain("<Martin>", "{{", "<script", "src=", "http:", "https:");
    JsonNode decisions = JsonMapper.shared().readTree(text(bundle, "decisions.json"));
    Map<String, Integer> outcomes = new TreeMap<>();
    decisions
        .path("decisions")
        .forEach(one -> outcomes.merge(one.path("outcome").asString(), 1, Integer::sum));
    assertThat(outcomes).containsEntry("REFUSED", 1).containsKey("ACCEPTED");
    assertThat(text(bundle, "history.json")).contains("Paul <Martin>");
    assertThat(text(bundle, "worked-proofs.json"))
        .contains("LAPSED_ON", "TITLE_VALID_FROM", "referentiel.ReferentielPublished");
    assertThat(text(bundle, "documents/regimes/TP-2006-1.yaml")).contains("code: TP-2006");
    assertThat(text(bundle, "documents/referentiels/AMIS-2013-v1.json")).contains("AMIS-2013");
  }

  @Test
  void what_was_touched_in_a_bundle_is_named() throws Exception {
    Path whole = bundled("touched.zip");
    byte[] bytes = Files.readAllBytes(whole);
    wrong(whole, "the checkpoint is signed by an unknown key", "--key", strangersKey());
    Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
    // Half of it is no zip to take the verifier from: that of another bundle serves.
    Path other = bundled("verifier.zip");
    assertThat(checkedWith(other, whole).text()).contains("cut short: ", "is not a whole zip file");

    Files.write(whole, bytes);
    replace(whole, "history.json", "\"2014-03-10\"", "\"2014-03-09\"");
    wrong(whole, "history.json does not say what is stored at position ");
    Files.write(whole, bytes);
    replace(whole, "LISEZ-MOI.html", "CCP1 obtenu le 10/03/2014.", "CCP1 obtenu le 09/03/2014.");
    wrong(whole, "LISEZ-MOI.html does not tell position ");
    Files.write(whole, bytes);
    replace(whole, "events.ndjson", "\"at\":1", "\"at\":2");
    wrong(whole, "does not belong: it is not the one that is proved");
    Files.write(whole, bytes);
    replace(whole, "documents/regimes/TP-2006-1.yaml", "P5Y", "P6Y");
    wrong(whole, "documents/regimes/TP-2006-1.yaml was changed");
    Files.write(whole, bytes);
    try (FileSystem zip = FileSystems.newFileSystem(whole)) {
      Files.delete(zip.getPath("decisions.json"));
    }
    wrong(whole, "cut short: decisions.json is missing");
  }

  private static Answer checkedWith(Path verifier, Path bundle) throws Exception {
    checked(verifier);
    Process process =
        new ProcessBuilder("python3", "-B", folder.resolve("v.py").toString(), bundle.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), said);
  }

  private static String strangersKey() {
    KeyFile other = new KeyFile(folder.resolve("stranger.key"));
    assertThat(other.create("livret.test/register")).isTrue();
    return other.known().keys().getLast().key().toString();
  }

  @Test
  void what_was_recorded_a_moment_ago_is_signed_first() {
    String kept = path;
    path = opened(candidate);
    Path bundle = bundled("fresh.zip");
    path = kept;
    assertThat(checked(bundle).text()).startsWith("OK: ").contains("and not whose it is");
  }

  @Test
  @Order(Integer.MAX_VALUE) // Nothing can be proved of that log afterwards.
  void a_log_that_was_touched_gives_no_bundle() throws Exception {
    String kept = path;
    path = opened(registered());
    bundled("before.zip");
    String stream = " where stream = '" + path + "'";
    sql("update event_store.event set metadata = metadata || ' '" + stream);
    refused("is not the one that was signed: run livret verify");
    sql("delete from event_store.event" + stream + " and sequence = 0");
    refused("events that were hashed the log still has");
    path = kept;
    refused("events that were hashed the log still has");
  }

  private static String none() {
    return folder.resolve("none.zip").toString();
  }

  private static void refused(String sentence) throws IOException {
    CommandLineProcess.Result made = livret("evidence", "--path", path, "--out", none());
    assertThat(made.err()).contains(sentence);
    assertThat(made.status()).as(made.err()).isEqualTo(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("none.zip"));
    }
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  void of_a_person_who_was_erased_no_name_is_told() throws Exception {
    Web.Answer erased =
        product
            .web()
            .post(
                "/api/candidates/" + candidate + "/erasure",
                """
                {"requestedOn": "2020-01-06", "reason": "demande écrite"}\
                """);
    assertThat(erased.status()).as(erased.body().toString()).isEqualTo(200);
    Path bundle = bundled("erased.zip");
    assertThat(text(bundle, "LISEZ-MOI.html"))
        .contains("Parcours d’une personne dont le nom a été effacé")
        .doesNotContain("Benali", "Samia", "1990");
    assertThat(text(bundle, "history.json")).contains("effacé").doesNotContain("Benali", "Samia");
    assertThat(checked(bundle).text()).startsWith("OK: ").contains(", 3 of them erased");
  }

  @Test
  void a_wrong_argument_is_named() {
    wrong("--path", "evidence", "--out", none(), "--path", "nobody");
    wrong("--path", "evidence", "--out", none(), "--path", candidate);
    wrong("--out", "evidence", "--path", path, "--out", data.toString());
    wrong("no-such-key", "evidence", "--path", path, "--out", none(), masterKey("no-such-key"));
    assertThat(Path.of(none())).doesNotExist();
  }

  private static String masterKey(String file) {
    return "--livret.personal-data.master-key-file=" + folder.resolve(file);
  }

  private static void wrong(String option, String... arguments) {
    CommandLineProcess.Result result = livret(arguments);
    assertThat(result.err()).contains(option).doesNotContain("\tat ");
    assertThat(result.status()).as(result.err()).isEqualTo(2);
  }
}
