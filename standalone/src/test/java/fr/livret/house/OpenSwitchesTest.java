package fr.livret.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSwitchesTest {

  private static final String MAIN = Path.of("src", "main", "java").toString();

  /** Of what the product is made of; the benchmarks beside it are not on this class path. */
  @Test
  void a_forgotten_event_does_not_compile() {
    Path benchmarks = Sources.root().resolve("benchmarks");
    List<Path> main =
        Sources.under(Sources.root(), ".java").stream()
            .filter(file -> file.toString().contains(MAIN) && !file.startsWith(benchmarks))
            .toList();
    assertThat(main).isNotEmpty();
    assertThat(OpenSwitches.in(main)).isEmpty();
  }

  @Test
  void a_switch_that_would_hide_a_forgotten_event_is_caught() {
    Path fixtures = Sources.root().resolve("standalone/src/test/java/brokenhouse");
    assertThat(OpenSwitches.in(Sources.under(fixtures, "Folds.java")))
        .containsExactly("Folds.java:12", "Folds.java:19", "Folds.java:27");
  }
}
