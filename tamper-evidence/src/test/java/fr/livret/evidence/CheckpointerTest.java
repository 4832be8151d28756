package fr.livret.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints go outside first, follow from one another, and are refused where they would not. */
class CheckpointerTest {
  private static final String ORIGIN = "livret.test/register";

  @TempDir private Path home;
  private DataSource database = Logs.of(10);

  @BeforeEach
  void make_the_key() {
    assertThat(new KeyFile(keyFile()).create(ORIGIN)).isTrue();
    assertThat(new KeyFile(keyFile()).create(ORIGIN)).isFalse();
  }

  private Path keyFile() {
    return home.resolve("evidence.keys");
  }

  private Path folder() {
    return home.resolve("checkpoints");
  }

  private Path file(long size) {
    return folder().resolve("00000000/%012d.note".formatted(size));
  }

  private Checkpointer checkpointer() {
    return checkpointer(null);
  }

  private Checkpointer checkpointer(@Nullable URI webhook) {
    return new Checkpointer(database, keyFile(), folder(), webhook);
  }

  private SignedCheckpoint issued() {
    try (Checkpointer checkpointer = checkpointer()) {
      return checkpointer.issue().orElseThrow();
    }
  }

  private void refuses(String complaint) {
    assertThatThrownBy(this::issued)
        .isInstanceOf(InconsistentLogException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void a_checkpoint_says_what_the_log_is_and_lies_in_the_folder_and_the_database()
      throws Exception {
    SignedCheckpoint first = issued();
    assertThat(first.checkpoint())
        .isEqualTo(new Checkpoint(ORIGIN, 10, new LogTree(database).root(10)));
    assertThat(file(10)).hasContent(first.note());
    IssuedCheckpoints issued = new IssuedCheckpoints(database);
    assertThat(issued.latest().orElseThrow().note()).isEqualTo(first.note());
    assertThat(new KeyFile(keyFile()).known().open(Files.readString(file(10)))).isEqualTo(first);
    assertThat(issued()).isEqualTo(first);

    Logs.append(database, 5);
    SignedCheckpoint second = issued();
    assertThat(second.checkpoint().size()).isEqualTo(15);
    assertThat(
            new LogTree(database)
                .consistency(10, 15)
                .proves(first.checkpoint().root(), second.checkpoint().root()))
        .isTrue();
    assertThat(issued.of(10).orElseThrow().root()).isEqualTo(first.checkpoint().root());
    assertThat(issued.covering(10).orElseThrow().size()).isEqualTo(10);
    assertThat(issued.covering(11).orElseThrow().size()).isEqualTo(15);
    assertThat(issued.covering(16)).isEmpty();
  }

  @Test
  void an_empty_log_has_no_checkpoint() {
    database = Logs.of(0);
    try (Checkpointer checkpointer = checkpointer()) {
      assertThat(checkpointer.issue()).isEmpty();
    }
    assertThat(folder()).doesNotExist();
  }

  @Test
  void folders_are_made_as_the_log_grows_and_the_last_is_found_in_any() {
    Path other = folder().resolve("00000001/000000010003.note");
    assertThat(issued().checkpoint().size()).isEqualTo(10);
    Logs.append(database, 9_993);
    assertThat(issued().checkpoint().size()).isEqualTo(10_003);
    assertThat(other).exists();
    CheckpointFolder read = new CheckpointFolder(folder());
    assertThat(read.last()).containsExactly(new CheckpointFolder.Entry(10_003, other));
    assertThat(read.after(0).map(CheckpointFolder.Entry::size)).containsExactly(10L, 10_003L);
    assertThat(read.after(10).map(CheckpointFolder.Entry::size)).containsExactly(10_003L);
    assertThat(read.after(10_003)).isEmpty();
  }

  @Test
  void what_a_crash_left_in_the_folder_alone_is_taken_over() {
    SignedCheckpoint first = issued();
    Logs.run(database, "delete from tamper_evidence.checkpoint");
    assertThat(issued()).isEqualTo(first);
    assertThat(new IssuedCheckpoints(database).of(10).orElseThrow().note()).isEqualTo(first.note());
  }

  @Test
  void several_nodes_over_one_folder_issue_one_checkpoint_of_a_size() throws Exception {
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 10; round++) {
        Logs.append(database, 3);
        List<Callable<SignedCheckpoint>> turns = List.of(this::issued, this::issued, this::issued);
        List<SignedCheckpoint> issued = new ArrayList<>();
        for (Future<SignedCheckpoint> turn : nodes.invokeAll(turns)) {
          issued.add(turn.get());
        }
        assertThat(issued).containsOnly(issued.getFirst());
      }
    }
  }

  @Test
  void nothing_is_signed_for_a_database_that_was_rolled_back() {
    SignedCheckpoint unused = issued();
    database = Logs.of(8);
    refuses("the log has 8 events, and a checkpoint of size 10 was issued");
  }

  @Test
  void nothing_is_signed_for_a_history_that_was_rewritten() {
    SignedCheckpoint unused = issued();
    database = Logs.of(12);
    Logs.run(database, "update event_store.event set sequence = 9 where position = 3");
    refuses("the first 10 events are not those of the checkpoint of that size");
  }

  @Test
  void nothing_is_signed_where_the_folder_lacks_what_was_issued() throws IOException {
    SignedCheckpoint unused = issued();
    Files.delete(file(10));
    refuses("the database has a checkpoint of size 10, and the last one in");
  }

  @Test
  void nothing_is_signed_beside_two_different_checkpoints_of_one_size() throws IOException {
    SignedCheckpoint unused = issued();
    SigningKey key = new KeyFile(keyFile()).read().signing().getFirst();
    Checkpoint other = new Checkpoint(ORIGIN, 10, new Hashing().empty());
    Files.writeString(
        folder().resolve("00000000/000000000010-auditor.note"),
        Note.signed(other.text(), List.of(key)).toString());
    refuses("there are two different checkpoints of size 10");
  }

  @Test
  void nothing_is_signed_where_the_database_has_another_checkpoint_of_that_size() {
    SignedCheckpoint unused = issued();
    Logs.run(database, "update tamper_evidence.checkpoint set root = sha256(root)");
    refuses("the checkpoint of size 10 in the database is not the one in");
  }

  @Test
  void nothing_is_signed_behind_a_checkpoint_of_an_unknown_key() throws IOException {
    SignedCheckpoint unused = issued();
    Files.delete(keyFile());
    make_the_key();
    Logs.append(database, 1);
    assertThatThrownBy(this::issued)
        .isInstanceOf(NoteRefusedException.class)
        .hasMessageContaining("000000000010.note: it is signed by an unknown key: " + ORIGIN);
  }

  @Test
  void a_new_key_takes_over_with_a_checkpoint_that_both_sign() {
    SignedCheckpoint first = issued();
    KeyFile keys = new KeyFile(keyFile());
    KnownKeys before = keys.known();
    VerifierKey old = before.keys().getFirst().key();
    VerifierKey next = keys.rotate();
    assertThatThrownBy(keys::rotate).isInstanceOf(IllegalStateException.class);
    Logs.append(database, 1);
    SignedCheckpoint both = issued();
    Logs.append(database, 1);
    SignedCheckpoint after = issued();

    assertThat(signers(both)).containsExactly(old.hash(), next.hash());
    assertThat(signers(after)).containsExactly(next.hash());
    assertThat(before.open(both.note())).isEqualTo(both);
    KnownKeys known = keys.known();
    assertThat(List.of(first, both, after))
        .allSatisfy(signed -> assertThat(known.open(signed.note())).isEqualTo(signed));
    KnownKeys.Retired retired = known.keys().getFirst().retired();
    assertThat(retired).isNotNull().extracting(KnownKeys.Retired::lastSize).isEqualTo(11L);
    assertThat(known.keys().getLast().retired()).isNull();
    assertThat(keys.rotate()).isNotEqualTo(next);
  }

  private static List<Integer> signers(SignedCheckpoint signed) {
    return Note.parse(signed.note()).signatures().stream().map(Note.Line::hash).toList();
  }

  @Test
  void only_its_owner_may_read_the_key_file() throws IOException {
    if (Files.getFileStore(keyFile()).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(keyFile())).hasSize(2);
    }
  }

  @Test
  void what_a_webhook_does_not_take_is_sent_again_in_order() throws IOException {
    AtomicInteger status = new AtomicInteger(500);
    List<String> taken = new ArrayList<>();
    HttpServer receiver = receiver(status, taken);
    URI address = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
    try (Checkpointer checkpointer = checkpointer(address)) {
      assertThatThrownBy(checkpointer::issue)
          .isInstanceOf(EvidenceUnavailableException.class)
          .hasMessageContaining("HTTP status 500");
      Logs.append(database, 1);
      assertThatThrownBy(checkpointer::issue).isInstanceOf(EvidenceUnavailableException.class);
      assertThat(taken).isEmpty();
      status.set(204);
      assertThat(checkpointer.issue().orElseThrow().checkpoint().size()).isEqualTo(11);
      assertThat(checkpointer.issue().orElseThrow().checkpoint().size()).isEqualTo(11);
    } finally {
      receiver.stop(0);
    }
    assertThat(taken).containsExactly(Files.readString(file(10)), Files.readString(file(11)));
  }

  private static HttpServer receiver(AtomicInteger status, List<String> taken) throws IOException {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          String note =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (status.get() == 204) {
            taken.add(note);
          }
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    receiver.start();
    return receiver;
  }

  @Test
  void at_every_turn_it_issues_what_has_come_and_tells_why_it_could_not() throws Exception {
    BlockingQueue<Long> sizes = new LinkedBlockingQueue<>();
    try (Checkpointer checkpointer = checkpointer()) {
      assertThatThrownBy(() -> checkpointer.start(Duration.ofSeconds(61)))
          .isInstanceOf(IllegalArgumentException.class);
      checkpointer.start(Duration.ofMillis(20));
      for (long wait = 0; wait < 500 && sizes.isEmpty(); wait++) {
        TimeUnit.MILLISECONDS.sleep(20);
        new IssuedCheckpoints(database).latest().ifPresent(latest -> sizes.add(latest.size()));
      }
      assertThat(sizes).containsExactly(10L);
      Logs.append(database, 2);
      Logs.run(database, "delete from event_store.event where position = 11");
      for (long wait = 0; wait < 500 && checkpointer.failure().isEmpty(); wait++) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertThat(checkpointer.failure())
          .get()
          .extracting(Throwable::getMessage)
          .isEqualTo("position 11 is missing in the log");
    }
  }

  @Test
  void the_tree_grows_between_turns_and_what_came_last_is_signed_at_the_end()
      throws InterruptedException {
    try (Checkpointer checkpointer = checkpointer()) {
      checkpointer.start(Duration.ofMinutes(1));
      for (int wait = 0; wait < 500 && !Files.exists(file(10)); wait++) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      Logs.append(database, 1);
      LogTree tree = new LogTree(database);
      for (int wait = 0; wait < 500 && tree.size() < 11; wait++) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertThat(tree.size()).isEqualTo(11);
      assertThat(file(11)).doesNotExist();
    }
    assertThat(file(11)).exists();
  }

  @Test
  void a_key_file_that_is_damaged_tells_nothing_of_the_key() throws IOException {
    String text = Files.readString(keyFile());
    String secret = new KeyFile(keyFile()).read().signing().getFirst().text();
    for (String damaged :
        List.of(
            text.replace("PRIVATE+KEY+", "PRIVAT+KEY+"),
            text.replace(secret, secret.substring(0, secret.length() - 4)),
            text.replace(secret, ""),
            text.replaceAll("(?m)^livret.*", ""))) {
      Files.writeString(keyFile(), damaged);
      assertThatThrownBy(this::issued)
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .doesNotContain(secret.substring(secret.lastIndexOf('+')));
    }
  }
}
