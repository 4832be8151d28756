package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README keeps its word: the tour, pasted as it stands, gives what it shows. */
class ReadmeTest extends StartedProduct {
  private static final Pattern TOUR = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SHOWN = Pattern.compile("```json\n\\{(.*?)}\n```", Pattern.DOTALL);

  @Test
  void the_tour_gives_what_it_shows() throws Exception {
    String readme = readme();
    String answered = pasted(first(TOUR, readme).replace(":8080", ":" + port()));
    List<String> shown = SHOWN.matcher(readme).results().map(found -> found.group(1)).toList();
    assertThat(shown).hasSize(2);
    assertThat(answered).contains(shown.getFirst());
    assertThat(answered).contains(shown.getLast().replaceAll("}$", ""));
  }

  @Test
  void it_is_short_enough_to_be_read() throws IOException {
    assertThat(readme().split("\\s+")).hasSizeLessThan(700);
    assertThat(first(TOUR, readme()).lines()).hasSize(5);
  }

  private static String readme() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path root =
        Files.exists(here.resolve("mvnw")) ? here : Objects.requireNonNull(here.getParent());
    return Files.readString(root.resolve("README.md"));
  }

  private static String first(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult it) -> it.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static String pasted(String script) throws IOException, InterruptedException {
    Process bash = new ProcessBuilder("bash", "-e", "-c", script).redirectErrorStream(true).start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
    return output;
  }
}
