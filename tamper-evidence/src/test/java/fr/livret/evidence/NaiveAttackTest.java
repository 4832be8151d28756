package fr.livret.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes the log and nothing else is found, and what was done is named. */
class NaiveAttackTest extends AttackedLog {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload = convert_to('{\"ccp\":\"CCP9\"}', 'UTF8')",
        "metadata = convert_to('{\"actor\":\"somebody else\"}', 'UTF8')",
        "at = at - interval '1 microsecond'",
        "at = 'infinity'",
        "at = '-infinity'",
        "sequence = 8",
        "type = (select code from event_store.event_type where aggregate is null)",
        "id = md5('another')::uuid",
        "stream = 'another'"
      })
  void an_event_changed_is_named_whatever_of_it_was_changed(String change) {
    sql("update event_store.event set %s where position = 42", change);
    assertThat(sentence()).isEqualTo("the event at position 42 was changed");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 256, 257, 300, 301, 600, 601, 650})
  void an_event_is_named_wherever_it_stands(long position) {
    sql("update event_store.event set payload = '' where position = %d", position);
    assertThat(found()).containsExactly("CHANGED %1$d..%1$d".formatted(position));
  }

  @Test
  void a_type_renamed_is_every_event_of_it() {
    sql("update event_store.event_type set payload = 'audit.Granted' where aggregate is null");
    assertThat(found()).hasSize(65).startsWith("CHANGED 10..10").endsWith("CHANGED 650..650");
  }

  @Test
  void a_type_that_is_gone_is_told() {
    sql("update event_store.event set type = 99 where position = 42");
    assertThat(sentence())
        .isEqualTo("the event at position 42 cannot be read: no event type has the number 99");
  }

  @Test
  void an_event_without_a_payload_is_told() {
    sql(
        """
        alter table event_store.event alter payload drop not null;
        update event_store.event set payload = null where position = 42
        """);
    assertThat(sentence()).isEqualTo("the event at position 42 cannot be read: -1");
  }

  @Test
  void a_second_event_at_a_position_is_told() {
    sql(
        """
        alter table event_store.event drop constraint event_pkey;
        insert into event_store.event
        select position, at, 0, type, md5('alien')::uuid, 'alien', payload, metadata
        from event_store.event where position = 42
        """);
    assertThat(sentence()).isEqualTo("there is more than one event at position 42");
  }

  @Test
  void events_deleted_are_a_gap() {
    sql("delete from event_store.event where position in (42, 301, 302, 303)");
    assertThat(report().findings())
        .extracting(Finding::message)
        .containsExactly(
            "there is a gap: position 42 is missing",
            "there is a gap: positions 301 to 303 are missing");
  }

  @Test
  void the_first_event_deleted_is_a_gap_and_so_is_one_behind_the_tree() {
    sql("delete from event_store.event where position in (1, 670)");
    assertThat(found()).containsExactly("MISSING 1..1", "MISSING 670..670");
  }

  @ParameterizedTest
  @CsvSource({"42,42", "42,44", "1,1", "600,600", "649,649"})
  void events_deleted_and_the_gap_closed_are_named(long from, long to) {
    sql(CLOSED_UP, from, to);
    assertThat(found()).containsExactly("MISSING %d..%d".formatted(from, to));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 300, 301, 649})
  void an_event_inserted_is_named(long position) {
    sql(INSERTED, position);
    assertThat(found()).containsExactly("INSERTED %1$d..%1$d".formatted(position));
  }

  @Test
  void an_event_at_no_position_is_named() {
    sql(
        """
        insert into event_store.event
        select number, at, 0, type, md5(number::text)::uuid, number::text, payload, metadata
        from event_store.event, unnest(array[-5, 0, 9000000000000000000]) as number
        where position = 7
        """);
    assertThat(found())
        .containsExactly("INSERTED -5..-5", "INSERTED 9000000000000000000..9000000000000000000");
  }

  @Test
  void an_event_moved_far_away_is_a_gap_there_and_here() {
    sql("update event_store.event set position = 1000000000000 where position = 42");
    assertThat(found()).containsExactly("MISSING 42..42", "MISSING 701..999999999999");
  }

  @ParameterizedTest
  @CsvSource({"42,43", "42,57", "7,599", "649,650", "1,650"})
  void two_events_swapped_are_named(long one, long other) {
    sql(SWAPPED, one, other);
    assertThat(found()).containsExactly("SWAPPED %d..%d".formatted(one, other));
  }

  @Test
  void a_tail_cut_off_is_named() {
    sql("delete from event_store.event where position > 640");
    assertThat(sentence())
        .isEqualTo(
            "the log was cut short: it ends at position 640, and positions 641 to 650 are"
                + " missing");
  }

  @Test
  void an_empty_log_is_cut_short_as_well() {
    sql("delete from event_store.event");
    assertThat(found()).containsExactly("TRUNCATED 1..650");
  }

  @Test
  void more_changes_than_anybody_reads_are_counted() {
    sql("update event_store.event set payload = ''");
    assertThat(report().number()).isEqualTo(650);
    assertThat(report().findings()).hasSizeLessThan(650);
  }

  @Test
  void several_attacks_are_told_apart() {
    sql(SWAPPED, 10, 20);
    sql("delete from event_store.event where position = 100");
    sql("update event_store.event set metadata = '' where position = 400");
    sql(CLOSED_UP, 500, 500);
    assertThat(found())
        .containsExactlyInAnyOrder(
            "SWAPPED 10..20", "MISSING 100..100", "CHANGED 400..400", "MISSING 500..500");
  }
}
