package fr.livret.form.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import fr.livret.form.event.fixture.FixtureEvent;
import fr.livret.form.event.fixture.Twice;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTypesTest {
  @Test
  void an_event_is_named_after_its_area_and_itself() {
    var type = EventTypes.kernel().of(CcpObtained.class).orElseThrow();
    assertThat(type.name()).isEqualTo("path.CcpObtained");
    assertThat(EventTypes.kernel().named("path.CcpObtained")).contains(type);
  }

  @Test
  void an_event_is_in_its_first_revision_until_it_changes() {
    var types = EventTypes.of(List.of(FixtureEvent.class), Map.of(FixtureEvent.Noted.class, "2"));
    assertThat(types.all())
        .extracting(EventTypes.EventType::name, EventTypes.EventType::revision)
        .containsExactly(tuple("fixture.Noted", "2"), tuple("fixture.Shown", "1"));
  }

  @Test
  void two_events_never_have_one_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventTypes.of(List.of(Twice.class), Map.of()))
        .withMessageContaining("would both be written as fixture.Same");
  }

  @Test
  void only_records_are_events() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventTypes.of(List.of(String.class), Map.of()))
        .withMessageContaining("neither sealed nor a record");
  }
}
