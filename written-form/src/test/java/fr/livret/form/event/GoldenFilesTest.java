package fr.livret.form.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.form.event.EventTypes.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The written form of every event, for ever: what {@code golden/NAME/REVISION.json} says was
 * written once and must stay readable. A file is never changed; a changed event gets a new
 * revision, a new file and an upcaster.
 */
class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private final EventJson json = EventJson.kernel();

  static Stream<Record> samples() {
    return SampleEvents.full().stream();
  }

  static Stream<Record> sparseSamples() {
    return SampleEvents.sparse().stream();
  }

  @Test
  void every_event_has_a_sample() {
    assertThat(samples().map(event -> json.nameOf(event.getClass())))
        .containsExactlyInAnyOrderElementsOf(
            EventTypes.kernel().all().stream().map(EventType::name).toList());
  }

  @Test
  void every_event_has_a_golden_file_of_its_revision_and_every_file_an_event() throws IOException {
    Set<String> current =
        EventTypes.kernel().all().stream()
            .map(type -> type.name() + "/" + type.revision() + ".json")
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> files = goldenFiles();
    assertThat(files).containsAll(current);
    assertThat(files.stream().map(file -> file.substring(0, file.indexOf('/'))))
        .allSatisfy(name -> assertThat(EventTypes.kernel().named(name)).isPresent());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_event_is_written_as_its_golden_file(Record event) throws IOException {
    assertThat(new String(json.write(event), UTF_8)).isEqualTo(golden(event));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_golden_file_is_read_as_its_event(Record event) throws IOException {
    EventType type = type(event);
    assertThat(json.read(type.name(), type.revision(), golden(event).getBytes(UTF_8)))
        .isEqualTo(event);
  }

  @Test
  void every_golden_file_is_readable_for_ever() throws IOException {
    KernelEventSerializer serializer = new KernelEventSerializer(json);
    for (String file : goldenFiles()) {
      String name = file.substring(0, file.indexOf('/'));
      String revision = file.substring(file.indexOf('/') + 1, file.length() - ".json".length());
      byte[] payload = Files.readAllBytes(GOLDEN.resolve(file));
      DomainEventData<byte[]> stored =
          new GenericDomainEventEntry<>(
              "Any", "one", 0, "e", Instant.EPOCH, name, revision, payload, "{}".getBytes(UTF_8));
      assertThat(
              EventStreamUtils.upcastAndDeserializeDomainEvents(
                      Stream.of(stored), serializer, Upcaster.chain())
                  .next()
                  .getPayload())
          .as(file)
          .isInstanceOf(EventTypes.kernel().named(name).orElseThrow().event());
    }
  }

  @ParameterizedTest
  @MethodSource("sparseSamples")
  void what_is_absent_is_left_out_and_comes_back_absent(Record event) {
    EventType type = type(event);
    byte[] written = json.write(event);
    assertThat(new String(written, UTF_8)).doesNotContain("null");
    assertThat(json.read(type.name(), type.revision(), written)).isEqualTo(event);
  }

  private static EventType type(Record event) {
    return EventTypes.kernel().of(event.getClass()).orElseThrow();
  }

  private static String golden(Record event) throws IOException {
    EventType type = type(event);
    return Files.readString(GOLDEN.resolve(type.name()).resolve(type.revision() + ".json"));
  }

  private static Set<String> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> GOLDEN.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
