package fr.livret.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported here is checked by the verifier that shares no code with it. */
class SeparateVerifierTest extends AttackedLog {
  @TempDir private Path exported;

  private record Answer(int status, String text) {}

  @BeforeAll
  static void look_for_python() throws InterruptedException {
    boolean found;
    try {
      found = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      found = false;
    }
    assumeTrue(found, "SKIPPED: python3 is not installed, which the separate verifier needs");
  }

  private static Answer python(String... command) throws IOException, InterruptedException {
    Path here = Path.of("").toAbsolutePath();
    Path root =
        Files.exists(here.resolve("mvnw")) ? here : Objects.requireNonNull(here.getParent());
    List<String> whole = new ArrayList<>(List.of("python3", "-B"));
    whole.add(root.resolve("tools").resolve(command[0]).toString());
    whole.addAll(List.of(command).subList(1, command.length));
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }

  private Answer verified(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("verify-evidence.py", exported.toString()));
    command.addAll(List.of(options));
    return python(command.toArray(String[]::new));
  }

  private void wrong(String sentence) throws IOException, InterruptedException {
    Answer answer = verified();
    assertThat(answer.text()).startsWith("WRONG: ").contains(sentence).hasLineCount(1);
    assertThat(answer.status()).isEqualTo(1);
  }

  private Export export() {
    KnownKeys known = keys().known();
    String note = new IssuedCheckpoints(database).latest().orElseThrow().note();
    return new Export(database, known.open(note), known);
  }

  private void replace(String file, String old, String by) throws IOException {
    Path path = exported.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, by));
  }

  @Test
  void its_own_tests_pass() throws Exception {
    Answer answer = python("test_verify_evidence.py");
    assertThat(answer.status()).as(answer.text()).isZero();
    assertThat(answer.text()).endsWith("OK\n");
  }

  @Test
  void a_full_export_is_right() throws Exception {
    sql(
        """
        insert into event_store.event_type (aggregate, payload, revision)
        values (E'"quoted"\\\\ \\x01\\n', 'é ☃ 😀', '');
        insert into event_store.event
        select 700 + number, case number when 1 then 'infinity' else timestamptz '1650-01-01' end,
          2147483647, 3, md5(number::text)::uuid, E'\\t/"\\\\ ' || number, '', decode('00ff', 'hex')
        from generate_series(1, 2) as number
        """);
    issue();
    export().all(Export.Target.folder(exported));
    Answer answer = verified();
    assertThat(answer.text())
        .startsWith("OK: 702 events are exactly the 702 of checkpoint " + ORIGIN);
    assertThat(answer.status()).isZero();
    String key = keys().known().keys().getFirst().key().toString();
    assertThat(verified("--key", key).status()).isZero();
    Answer stranger = verified("--key", SigningKey.generate(ORIGIN).verifier().toString());
    assertThat(stranger.text()).contains("the checkpoint is signed by an unknown key");
    assertThat(stranger.status()).isEqualTo(1);
  }

  @Test
  void chosen_events_in_a_zip_are_right() throws Exception {
    exported = exported.resolve("export.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(exported))) {
      export().of(new TreeSet<>(List.of(1L, 256L, 257L, 599L, 600L)), Export.Target.zip(zip));
    }
    Answer answer = verified();
    assertThat(answer.text()).startsWith("OK: 5 events are among the 600 of checkpoint");
    assertThat(answer.status()).isZero();
    byte[] whole = Files.readAllBytes(exported);
    Files.write(exported, Arrays.copyOf(whole, whole.length - 30));
    wrong("the export is cut short");
  }

  @Test
  void a_checkpoint_of_two_keys_is_right_and_so_is_one_of_the_next() throws Exception {
    VerifierKey next = keys().rotate();
    issue();
    export().all(Export.Target.folder(exported));
    assertThat(verified().text()).contains("signed by ", " and " + next);
    Logs.append(database, 1);
    issue();
    export().all(Export.Target.folder(exported));
    assertThat(verified().text()).contains("exactly the 701", "signed by " + next);
  }

  @Test
  void what_was_touched_in_an_export_is_named() throws Exception {
    export().of(new TreeSet<>(List.of(7L, 8L, 9L)), Export.Target.folder(exported));
    replace("events.ndjson", "\"at\":", "\"at\":1");
    wrong("the event at position 7 does not belong");
    export().of(new TreeSet<>(List.of(7L)), Export.Target.folder(exported));
    replace("proofs.json", "\"hashes\":[\"", "\"hashes\":[\"" + new Hashing().empty() + "\",\"");
    wrong("the proof of position 7 is wrong");
    export().of(new TreeSet<>(List.of(7L)), Export.Target.folder(exported));
    replace("checkpoint", "\n600\n", "\n601\n");
    wrong("the signature of key");
    Files.delete(exported.resolve("proofs.json"));
    export().all(Export.Target.folder(exported));
    replace("events.ndjson", "{\"position\":600,", "{\"position\":601,");
    wrong("there is a gap: position 600 is missing");
    export().all(Export.Target.folder(exported));
    Files.writeString(
        exported.resolve("keys"), SigningKey.generate(ORIGIN).verifier() + " 2026-01-01T00:00:00Z");
    wrong("the checkpoint is signed by an unknown key");
  }

  @Test
  void a_log_that_was_touched_gives_an_export_that_is_wrong() throws Exception {
    sql("update event_store.event set payload = '' where position = 42");
    export().all(Export.Target.folder(exported));
    wrong("the events are not those of the checkpoint");
    assertThatThrownBy(
            () -> export().of(new TreeSet<>(List.of(41L, 42L)), Export.Target.folder(exported)))
        .isInstanceOf(InconsistentLogException.class)
        .hasMessageStartingWith("the event at position 42 is not the one that was signed");
  }

  @Test
  void what_is_not_there_is_not_exported() {
    Export export = export();
    Export.Target target = Export.Target.folder(exported);
    assertThatThrownBy(() -> export.of(new TreeSet<>(List.of(1L, 601L)), target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the checkpoint covers positions 1 to 600, and not all of [1, 601]");
    assertThat(exported).isEmptyDirectory();
    sql("delete from event_store.event where position in (5, 600)");
    assertThatThrownBy(() -> export.all(target))
        .isInstanceOf(InconsistentLogException.class)
        .hasMessage("position 5 is missing in the log");
    assertThatThrownBy(() -> export.of(new TreeSet<>(List.of(600L)), target))
        .hasMessage("position 600 is missing in the log");
  }
}
