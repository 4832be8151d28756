package fr.livret.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkpoints and hashes that were touched are named, and nothing else is. */
class VerificationTest extends AttackedLog {

  @Test
  void nothing_is_found_where_nothing_was_touched() {
    Verification.Report report = report();
    assertThat(report.findings()).isEmpty();
    assertThat(report)
        .isEqualTo(new Verification.Report(700, 650, 2, List.of(), 0))
        .matches(Verification.Report::isClean);
    Logs.append(database, 1);
    issue();
    assertThat(report().isClean()).isTrue();
  }

  @Test
  void a_snapshot_put_beside_the_events_is_named() {
    sql(
        """
        insert into event_store.snapshot
        select stream, sequence, type, id, at, payload, metadata
        from event_store.event where position = 42
        """);
    assertThat(found()).containsExactly("SNAPSHOT 0..0");
    assertThat(sentence()).endsWith(", and the product takes none: delete it");
  }

  @Test
  void a_new_key_changes_nothing_of_what_was_signed() {
    VerifierKey unused = keys().rotate();
    issue();
    assertThat(report().isClean()).isTrue();
  }

  @Test
  void a_database_killed_before_it_was_told_of_a_checkpoint_was_not_touched() {
    sql("delete from tamper_evidence.checkpoint where size = 600");
    assertThat(report().isClean()).isTrue();
  }

  @Test
  void two_different_checkpoints_of_one_size_are_named_though_one_key_signed_both()
      throws IOException {
    SigningKey key = keys().read().signing().getFirst();
    Checkpoint other = new Checkpoint(ORIGIN, 300, new Hashing().empty());
    Files.writeString(
        file("000000000300-auditor.note"), Note.signed(other.text(), List.of(key)).toString());
    assertThat(sentence())
        .startsWith("there are 2 different checkpoints of size 300 in ")
        .contains(other.root().toString());
    Files.delete(file("000000000300-auditor.note"));
    sql(
        "update tamper_evidence.checkpoint set root = decode('%s', 'base64'), note = '%s' where"
            + " size = 300",
        other.root(), Note.signed(other.text(), List.of(key)));
    assertThat(found()).containsExactly("TWO_CHECKPOINTS 300..300");
  }

  @Test
  void a_checkpoint_in_one_place_alone_is_named() throws IOException {
    sql("delete from tamper_evidence.checkpoint where size = 300");
    assertThat(sentence()).contains("is missing in the database");
    Files.delete(file("000000000600.note"));
    assertThat(found()).containsExactly("CHECKPOINT_MISSING 600..600");
  }

  @Test
  void a_checkpoint_that_proves_nothing_is_named_with_the_reason() throws IOException {
    Path first = file("000000000300.note");
    String note = Files.readString(first);
    Files.writeString(first, note.substring(0, note.length() - 9));
    assertThat(found()).containsExactly("MALFORMED 300..300");
    Files.writeString(first, note.replace("\n300\n", "\n299\n"));
    assertThat(found()).containsExactly("BAD_SIGNATURE 300..300");
    Files.write(first, new byte[] {-1, -2, -3});
    assertThat(found()).containsExactly("MALFORMED 300..300");
    Checkpoint same = new Checkpoint(ORIGIN, 300, new LogTree(database).root(300));
    SigningKey unknown = SigningKey.generate(ORIGIN);
    Files.writeString(first, Note.signed(same.text(), List.of(unknown)).toString());
    assertThat(found()).containsExactly("UNKNOWN_KEY 300..300");
    Files.copy(file("000000000600.note"), first, StandardCopyOption.REPLACE_EXISTING);
    assertThat(sentence()).endsWith("it is a checkpoint of size 600, not 300");
  }

  @Test
  void a_checkpoint_changed_in_the_database_is_named() {
    sql("update tamper_evidence.checkpoint set note = replace(note, E'\\n300\\n', E'\\n30\\n')");
    assertThat(found()).containsExactly("BAD_SIGNATURE 300..300");
    sql("update tamper_evidence.checkpoint set note = replace(note, E'\\n30\\n', E'\\n300\\n')");
    sql("update tamper_evidence.checkpoint set root = sha256('') where size = 600");
    assertThat(found()).containsExactly("MALFORMED 600..600", "TWO_CHECKPOINTS 600..600");
  }

  @Test
  void a_key_put_into_the_database_is_named() {
    VerifierKey stranger = SigningKey.generate(ORIGIN).verifier();
    sql("insert into tamper_evidence.verifier_key (key, since) values ('%s', now())", stranger);
    assertThat(sentence()).isEqualTo("the database has a key that is not known: " + stranger);
  }

  @Test
  void a_hash_changed_in_the_tree_is_told_from_an_event_changed() {
    sql(
        """
        update tamper_evidence.tile set hashes = overlay(hashes placing sha256('') from 33 for 32)
        where level = 0 and index = 1
        """);
    assertThat(found()).containsExactly("TREE_CHANGED 258..258");
    assertThat(report().findings())
        .extracting(Finding::message)
        .contains("the hash of the event at position 258 was changed in the tree");
  }

  @Test
  void tiles_missing_in_the_tree_are_named() {
    sql("delete from tamper_evidence.tile where level = 0 and index = 1");
    assertThat(found()).containsExactly("TREE_CHANGED 257..512");
    sql("delete from tamper_evidence.tile where level = 0 and index = 2");
    assertThat(sentence())
        .isEqualTo(
            "the tree was cut short: it has 256 leaves, and a checkpoint of size 600 was issued");
  }
}
