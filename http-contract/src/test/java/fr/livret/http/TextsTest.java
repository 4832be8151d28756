package fr.livret.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Property
  void whatever_passes_comes_back_from_its_bytes(@ForAll String text) {
    if (Texts.flawOfName(text, 1000).isEmpty()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
    }
  }

  @Test
  void characters_are_counted_and_not_their_halves() {
    assertThat(Texts.flawOfName("👩".repeat(10), 10)).isEmpty();
    assertThat(Texts.flawOfName("👩".repeat(11), 10)).contains("must have at most 10 characters");
  }

  @Test
  void the_direction_of_writing_may_be_overridden_in_prose_but_not_in_a_name() {
    assertThat(Texts.flawOfName("a\u202Eb", 10)).contains("must not contain the character U+202E");
    assertThat(Texts.flawOfProse("a\u202Eb", 10)).isEmpty();
  }

  @Test
  void prose_has_lines() {
    assertThat(Texts.flawOfProse("une ligne\r\n\tune autre", 100)).isEmpty();
    assertThat(Texts.flawOfLine("une ligne\nune autre", 100))
        .contains("must not contain the character U+000A");
  }
}
