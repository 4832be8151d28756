package fr.livret.eventstore.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places 7, 14, 21 ... of the old table are gaps: the event at 8 gets position 7. */
class OldTokensTest {
  private static final String GAP_AWARE = GapAwareTrackingToken.class.getName();

  private final OldStore old = new OldStore().withEvents(60);

  private static TrackingToken gapAware(long index, Long... gaps) {
    return GapAwareTrackingToken.newInstance(index, List.of(gaps));
  }

  private static TrackingToken position(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  @Test
  void a_place_becomes_the_position_of_the_last_event_before_it() {
    old.withToken("at-an-event", gapAware(8))
        .withToken("at-a-gap", gapAware(7))
        .withToken("behind-gaps", gapAware(22, 7L, 14L, 21L))
        .withToken("at-the-beginning", gapAware(-1))
        .withToken("beyond-the-end", gapAware(1000))
        .withToken("never-started", null, null);
    assertThat(old.migrate().orElseThrow().tokens()).isEqualTo(5);
    assertThat(old.token("at-an-event")).isEqualTo(position(7));
    assertThat(old.token("at-a-gap")).isEqualTo(position(6));
    assertThat(old.token("behind-gaps")).isEqualTo(position(19));
    assertThat(old.token("at-the-beginning")).isEqualTo(position(0));
    assertThat(old.token("beyond-the-end")).isEqualTo(position(60));
    assertThat(old.token("never-started")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"index\":9,\"gaps\":[]}",
        "{\"gaps\":[7],\"index\":9}",
        "{\"index\":9,\"gaps\":null}",
        "{\"index\":9}"
      })
  void however_it_was_written(String token) {
    old.withToken("p", token, GAP_AWARE).migrate();
    assertThat(old.token("p")).isEqualTo(position(8));
  }

  @Test
  void a_replay_goes_on_as_a_replay() {
    old.withToken("far", ReplayToken.createReplayToken(gapAware(50, 49L), gapAware(9)))
        .withToken("not-begun", ReplayToken.createReplayToken(gapAware(50), null, "why"))
        .migrate();
    assertThat(old.token("far"))
        .isEqualTo(ReplayToken.createReplayToken(position(43), position(8)));
    assertThat(old.token("not-begun"))
        .isEqualTo(ReplayToken.createReplayToken(position(43), null, "why"));
  }

  @Test
  void segments_that_are_being_merged_and_axons_own_line_are_kept() {
    TrackingToken own = new ConfigToken(Map.of("id", "store"));
    old.withToken("merging", new MergedTrackingToken(gapAware(9), gapAware(16)))
        .withToken("__config", own)
        .migrate();
    assertThat(old.token("merging")).isEqualTo(new MergedTrackingToken(position(8), position(14)));
    assertThat(old.token("__config")).isEqualTo(own);
  }

  @Test
  void a_processor_that_has_passed_an_event_unread_is_named_before_anything_is_changed() {
    old.withToken("fine", gapAware(9))
        .withToken("fooled", ReplayToken.createReplayToken(gapAware(30, 21L, 22L, 23L), null));
    assertThatThrownBy(old::migrate)
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("The processor fooled has yet to read 2 events")
        .hasMessageContaining("the first at global_index 22")
        .hasMessageContaining("reset that processor");
    assertThat(old.first("select count(*) from event_store.event")).isEqualTo("0");
    assertThat(old.token("fine")).isEqualTo(gapAware(9));
  }

  @Test
  void a_token_of_another_kind_is_named() {
    old.withToken("foreign", position(3));
    assertThatThrownBy(old::migrate)
        .hasMessageContaining("processor foreign")
        .hasMessageContaining("GlobalSequenceTrackingToken");
    OldStore other = new OldStore().withToken("torn", "{\"index\":", GAP_AWARE);
    assertThatThrownBy(other::migrate).hasMessageContaining("processor torn");
    OldStore unknown = new OldStore().withToken("unknown", "{}", "com.example.Unknown");
    assertThatThrownBy(unknown::migrate).hasMessageContaining("processor unknown");
  }

  @Test
  void a_processor_that_runs_is_named() {
    old.withToken("busy", gapAware(9));
    old.sql(
        """
        update token_entry set owner = '7@there',
          time_stamp = to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') || 'Z'
        """);
    assertThatThrownBy(old::migrate)
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("The processor busy runs, or did until a moment ago, in 7@there");
  }
}
