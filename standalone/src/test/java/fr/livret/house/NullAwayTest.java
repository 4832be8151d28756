package fr.livret.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The build compiles one wrong source with the options of all the others, before the tests. */
class NullAwayTest {

  @Test
  void a_value_that_may_be_null_is_an_error() {
    String said =
        String.join("\n", Sources.linesOf(Sources.root().resolve("target/nullaway-fixture.txt")));
    assertThat(said)
        .contains(
            "MayBeNull.java:11: error: [NullAway] dereferenced expression 'name' is @Nullable")
        .endsWith("1 error");
  }

  /** A module may add a processor to those of all, and no more. */
  @Test
  void no_module_compiles_by_options_of_its_own() {
    List<Path> poms =
        Sources.under(Sources.root(), "pom.xml").stream()
            .filter(pom -> !pom.equals(Sources.root().resolve("pom.xml")))
            .toList();
    assertThat(poms)
        .hasSizeGreaterThanOrEqualTo(6)
        .noneMatch(pom ->
            Sources.linesOf(pom).stream()
                .map(line ->
                    line.replace("<annotationProcessorPaths combine.children=\"append\">", ""))
                .anyMatch(line ->
                    line.contains("compilerArg")
                        || line.contains("<annotationProcessorPaths")
                        || line.contains("<fork>")
                        || line.contains("<proc>")));
  }
}
