package fr.livret.form.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.livret.form.event.fixture.FixtureEvent;
import fr.livret.form.event.fixture.FixtureEvent.Kind;
import fr.livret.form.event.fixture.FixtureEvent.Shown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {
  private final EventJson json =
      new EventJson(EventTypes.of(List.of(FixtureEvent.class), Map.of()));

  @Test
  void an_enum_is_written_by_its_name() {
    byte[] written = json.write(new Shown("a", 1, Kind.FIRST, null));
    assertThat(written).asString().isEqualTo("{\"text\":\"a\",\"number\":1,\"kind\":\"FIRST\"}");
    assertThat(json.read("fixture.Shown", "1", written))
        .isEqualTo(new Shown("a", 1, Kind.FIRST, null));
  }

  @Test
  void a_component_that_may_be_absent_may_be_null() {
    assertThat(read("{'text':'a','number':1,'kind':'SECOND','remark':null}"))
        .isEqualTo(new Shown("a", 1, Kind.SECOND, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'number':1,'kind':'FIRST'}                      | text
          {'text':null,'number':1,'kind':'FIRST'}          | text
          {'text':'a','kind':'FIRST'}                      | number
          {'text':'a','number':null,'kind':'FIRST'}        | number
          {'text':'a','number':'1','kind':'FIRST'}         | number
          {'text':'a','number':1.5,'kind':'FIRST'}         | number
          {'text':'a','number':1,'kind':'THIRD'}           | kind
          {'text':'a','number':1,'kind':0}                 | kind
          {'text':1,'number':1,'kind':'FIRST'}             | text
          {'text':'a','number':1,'kind':'FIRST','more':1}  | more
          """)
  void what_is_missing_unknown_or_of_another_type_is_refused_by_name(String text, String field) {
    assertThatExceptionOfType(UnreadableEvent.class)
        .isThrownBy(() -> read(text))
        .withMessageStartingWith("fixture.Shown revision 1")
        .withMessageContaining(field);
  }

  @Test
  void a_fault_deep_inside_is_found_by_its_path() {
    String event =
        """
        {"path":"6f1c1f0a-8b1e-4f0e-9d57-0a4f5b0c9e11","ccp":"CCP1","obtainedOn":"2014-03-10",
        "grantedBy":"BINOME","evaluators":[{"role":"PROFESSIONAL","ownTrainer":"no"}],
        "evidence":[],"rule":"TP-2006/1#ccp.granting"}
        """;
    assertThatExceptionOfType(UnreadableEvent.class)
        .isThrownBy(() -> EventJson.kernel().read("path.CcpObtained", "2", event.getBytes(UTF_8)))
        .withMessageContaining("at evaluators[0].ownTrainer");
  }

  @Test
  void a_text_that_no_code_can_be_is_refused() {
    String event =
        """
        {"referentiel":"no code","decidedOn":"2018-09-30","source":"Arrêté"}
        """;
    assertThatExceptionOfType(UnreadableEvent.class)
        .isThrownBy(
            () -> EventJson.kernel().read("referentiel.TitleClosed", "1", event.getBytes(UTF_8)))
        .withMessageContaining("at referentiel")
        .withMessageContaining("upper-case letters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null
          []
          {"text":"a"
          {} {}
          """)
  void what_is_not_one_object_is_refused(String text) {
    assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> read(text));
  }

  @Test
  void an_unknown_name_is_refused() {
    assertThatExceptionOfType(UnreadableEvent.class)
        .isThrownBy(() -> json.read("path.Unheard", "1", "{}".getBytes(UTF_8)))
        .withMessage("no event is called path.Unheard");
  }

  @Test
  void an_older_revision_is_refused_when_no_upcaster_brought_it_up() {
    assertThatExceptionOfType(UnreadableEvent.class)
        .isThrownBy(() -> json.read("fixture.Shown", "0", "{}".getBytes(UTF_8)))
        .withMessageContaining("no upcaster brought revision 0 there");
  }

  @Test
  void what_is_no_event_is_not_written() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.write("text"))
        .withMessageContaining("java.lang.String is not an event");
  }

  private Object read(String text) {
    return json.read("fixture.Shown", "1", text.replace('\'', '"').getBytes(UTF_8));
  }
}
