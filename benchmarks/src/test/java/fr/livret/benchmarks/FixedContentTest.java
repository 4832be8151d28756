package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class FixedContentTest {
  private final FixedContent content = new FixedContent();

  @Test
  void whatever_is_written_the_typical_event_is_read() {
    var written = content.serialize(Typical.event(new UUID(7, 7)), byte[].class);
    assertThat(written.getData()).isEqualTo(Typical.payload());
    assertThat(content.<byte[], Object>deserialize(written))
        .isEqualTo(Typical.event(new UUID(1, 1)))
        .isInstanceOf(content.classForType(written.getType()));
  }

  @Test
  void metadata_are_written_as_they_lie_beside_it_and_none_are_read() {
    var written = content.serialize(MetaData.with("a", "b"), byte[].class);
    assertThat(written.getData()).isEqualTo(Typical.metadata());
    assertThat(content.<byte[], MetaData>deserialize(written)).isEmpty();
  }
}
