package fr.livret.form.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.form.decision.SampleCommands.Sample;
import fr.livret.form.event.UnreadableEvent;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The written form of every command, for ever, and of the entries that hold them: a golden file is
 * never changed. A command whose form changes gets a new revision and a new file.
 */
class CommandFormsTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-commands");
  private static final LawNames LAWS =
      new LawNames(
          new RegimeId("TP-2006", 1),
          new LawNames.Version(new ReferentielCode("AMIS-2013"), 2),
          new RegimeId("VAE-2002", 1),
          new ProgrammeVersion(new ProgrammeCode("AMIS"), 3),
          new LawNames(
              new RegimeId("TP-2016", 1),
              new LawNames.Version(new ReferentielCode("AMIS-2023"), 1),
              null,
              null,
              null));

  static List<Sample> samples() {
    return SampleCommands.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_command_is_written_as_its_golden_file_and_read_back(Sample sample) throws IOException {
    String content = CommandJson.MAPPER.writeValueAsString(sample.command());
    assertThat(content).isEqualTo(Files.readString(GOLDEN.resolve(sample.file())));
    Decision decision = Decision.withoutFacts(sample.command(), 7, LawNames.NONE);
    assertThat(Decision.read(decision.written(), SampleCommands.RESOLVER)).isEqualTo(decision);
  }

  @Test
  void every_golden_file_is_one_of_a_command() throws IOException {
    Set<String> current = samples().stream().map(Sample::file).collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> GOLDEN.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(current);
    }
  }

  private static Object opening() {
    return samples().stream()
        .map(Sample::command)
        .filter(OpenPath.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  static Decision decision() {
    return new Decision(opening(), 4, 2, Map.of("begun", 1), Map.of("beside", 5L), LAWS);
  }

  @Test
  void an_entry_is_written_as_its_golden_file_and_read_back() throws IOException {
    Decision decision = decision();
    assertThat(decision.written())
        .isEqualTo(
            Files.readString(Path.of("src", "test", "resources", "golden-decisions", "1.json")));
    assertThat(Decision.read(decision.written(), SampleCommands.RESOLVER)).isEqualTo(decision);
    assertThat(LAWS.texts())
        .containsExactly(
            "TP-2006/1", "AMIS-2013 v2", "VAE-2002/1", "AMIS v3", "TP-2016/1", "AMIS-2023 v1");
  }

  @Test
  void a_state_of_another_aggregate_is_never_written_but_where_it_is_found() {
    for (Sample sample : samples()) {
      assertThat(CommandJson.MAPPER.writeValueAsString(sample.command()))
          .doesNotContain("announced", "\"state\"", "\"law\"");
    }
  }

  @Test
  void facts_that_are_gone_are_named() {
    String written =
        Decision.withoutFacts(opening(), 0, LawNames.NONE)
            .written()
            .replace("\"facts\":1", "\"facts\":9");
    assertThatThrownBy(() -> Decision.read(written, SampleCommands.RESOLVER))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("9 facts of " + SampleCommands.FILED.application());
  }

  @Test
  void what_is_no_entry_is_refused() {
    String written = Decision.withoutFacts(opening(), 0, LawNames.NONE).written();
    for (String broken :
        List.of(
            "",
            "{}",
            written.replace("\"form\":1", "\"form\":2"),
            written.replace("path.OpenPath", "path.ClosePath"),
            written.replace("\"revision\":\"1\"", "\"revision\":\"9\""),
            written.replace("\"seen\":0", "\"sight\":0"),
            written.replace("\"openedOn\"", "\"openedAt\""),
            written.replaceAll("}$", ",\"seen\":9}"),
            written.replaceAll("}$", "}}"),
            written.replaceAll("}$", ""),
            written + " ",
            written.substring(0, written.length() / 2))) {
      assertThatThrownBy(() -> Decision.read(broken, SampleCommands.RESOLVER))
          .as(broken)
          .isInstanceOf(UnreadableEvent.class);
    }
  }

  @Test
  void whoever_keeps_a_command_unread_is_told_where_it_is_damaged() {
    String written = Decision.withoutFacts(opening(), 0, LawNames.NONE).written();
    Entry whole = Entry.read(written);
    assertThat(whole.checkedContent()).isEqualTo(whole.content()).startsWith("{").endsWith("}");
    for (String broken :
        List.of(
            written.replace("\"openedOn\"", "\"openedOn"),
            written.replaceAll("}$", ",\"seen\":9}"),
            written.replaceAll("}$", "}}"),
            written.replaceAll("}$", ""))) {
      Entry damaged = Entry.read(broken);
      assertThatThrownBy(damaged::checkedContent).as(broken).isInstanceOf(UnreadableEvent.class);
    }
  }
}
