package fr.livret.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private final Positions positions = new Positions();

  private long next(long index, Long... gaps) {
    return positions.next(GapAwareTrackingToken.newInstance(index, List.of(gaps)));
  }

  @Test
  void a_place_is_where_the_token_came_to() {
    assertThat(next(1)).isEqualTo(1);
    assertThat(next(2)).isEqualTo(2);
    assertThat(positions.next(new GlobalSequenceTrackingToken(7))).isEqualTo(7);
  }

  @Test
  void an_event_committed_late_has_the_place_it_took_and_not_the_latest() {
    assertThat(next(5, 3L, 4L)).isEqualTo(5);
    assertThat(next(5, 4L)).isEqualTo(3);
    assertThat(next(5)).isEqualTo(4);
    assertThat(next(6)).isEqualTo(6);
  }

  @Test
  void gaps_given_up_meanwhile_do_not_count() {
    next(500, 20L, 30L, 400L);
    assertThat(next(500)).isEqualTo(400);
  }

  @Test
  void it_is_the_same_in_a_replay() {
    var end = GapAwareTrackingToken.newInstance(9, List.of());
    assertThat(
            positions.next(
                ReplayToken.createReplayToken(
                    end, GapAwareTrackingToken.newInstance(5, List.of(3L)))))
        .isEqualTo(5);
    assertThat(
            positions.next(
                ReplayToken.createReplayToken(
                    end, GapAwareTrackingToken.newInstance(5, List.of()))))
        .isEqualTo(3);
  }
}
