package fr.livret.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.eventstore.EventLog;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever changes the log and computes every hash of the database anew, without the key, is found
 * by the checkpoints outside.
 */
class SmartAttackTest extends AttackedLog {

  private void recompute() {
    sql("delete from tamper_evidence.tile");
    LogTree tree = new LogTree(database);
    long size = tree.grow();
    SigningKey own = SigningKey.generate(ORIGIN);
    sql("delete from tamper_evidence.checkpoint where size > %d", size);
    for (long at : new long[] {300, 600}) {
      if (at <= size) {
        Checkpoint forged = new Checkpoint(ORIGIN, at, tree.root(at));
        sql(
            "update tamper_evidence.checkpoint set root = decode('%s', 'base64'), note = '%s'"
                + " where size = %d",
            forged.root(), Note.signed(forged.text(), List.of(own)), at);
      }
    }
  }

  private void refuses(String complaint) {
    assertThatThrownBy(this::issue)
        .isInstanceOf(InconsistentLogException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload = convert_to('{\"ccp\":\"CCP9\"}', 'UTF8')",
        "metadata = convert_to('{\"actor\":\"somebody else\"}', 'UTF8')",
        "at = at - interval '1 year'"
      })
  void an_event_changed_is_named_by_the_checkpoints_around_it(String change) {
    sql("update event_store.event set %s where position = 442", change);
    recompute();
    assertThat(found())
        .contains("REWRITTEN 301..600", "TWO_CHECKPOINTS 600..600", "UNKNOWN_KEY 600..600")
        .doesNotContain("REWRITTEN 1..300", "TWO_CHECKPOINTS 300..300");
    refuses("the checkpoint of size 600 in the database is not the one in");
  }

  @Test
  void an_event_deleted_is_named_by_the_checkpoints_around_it() {
    sql(CLOSED_UP, 42, 42);
    recompute();
    assertThat(found()).contains("REWRITTEN 1..300", "TWO_CHECKPOINTS 300..300");
  }

  @Test
  void an_event_inserted_is_named_by_the_checkpoints_around_it() {
    sql(INSERTED, 301);
    recompute();
    assertThat(found()).contains("REWRITTEN 301..600", "TWO_CHECKPOINTS 600..600");
  }

  @Test
  void two_events_swapped_are_named_by_the_checkpoints_around_them() {
    sql(SWAPPED, 299, 300);
    recompute();
    assertThat(found()).contains("REWRITTEN 1..300", "TWO_CHECKPOINTS 300..300");
  }

  @Test
  void a_tail_cut_off_is_named_by_the_checkpoint_that_knew_it() {
    sql("delete from event_store.event where position > 590");
    recompute();
    assertThat(report().findings())
        .extracting(Finding::message)
        .contains(
            "the database was rolled back or cut short: the log ends at position 590, and a"
                + " checkpoint of size 600 was issued");
    refuses("the log has 590 events, and a checkpoint of size 600 was issued");
  }

  @Test
  void a_tail_rewritten_with_every_hash_is_named_though_its_checkpoints_are_gone() {
    sql("delete from event_store.event where position > 550");
    Logs.append(database, 150);
    sql("update event_store.event set payload = 'x' || payload where position > 550");
    sql("delete from tamper_evidence.checkpoint where size = 600");
    recompute();
    assertThat(found()).contains("REWRITTEN 301..600").doesNotContain("ROLLED_BACK 551..600");
    refuses("the first 600 events are not those of the checkpoint of that size");
  }

  @Test
  void a_hash_and_its_event_changed_alike_are_named_by_both_that_disagree() {
    sql("update event_store.event set payload = '' where position = 42");
    Hash[] forged = new Hash[1];
    new EventLog(database).read(41, 42, event -> forged[0] = new Leaf().of(event));
    sql(
        """
        update tamper_evidence.tile set hashes =
          overlay(hashes placing decode('%s', 'base64') from 41 * 32 + 1 for 32)
        where level = 0 and index = 0
        """,
        forged[0]);
    assertThat(found()).containsExactly("TREE_CHANGED 1..256", "REWRITTEN 1..300");
  }

  @Test
  void an_old_backup_is_named_by_what_was_issued_since() {
    DataSource now = database;
    database = Logs.of(300);
    sql(
        "insert into tamper_evidence.checkpoint (size, root, note) values (300, decode('%s',"
            + " 'base64'), '%s')",
        new LogTree(now).root(300), new IssuedCheckpoints(now).of(300).orElseThrow().note());
    assertThat(new LogTree(database).grow()).isEqualTo(300);
    assertThat(sentence())
        .isEqualTo(
            "the database was rolled back or cut short: the log ends at position 300, and a"
                + " checkpoint of size 600 was issued");
    Logs.append(database, 400);
    sql("update event_store.event set metadata = '' where position > 300");
    assertThat(new LogTree(database).grow()).isEqualTo(700);
    assertThat(sentence())
        .isEqualTo(
            "history was rewritten within positions 301 to 600: it does not lead to the checkpoint"
                + " of size 600");
    assertThatThrownBy(this::issue).hasMessageContaining("history was rewritten");
  }
}
