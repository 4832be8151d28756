package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law files of the user's own: added by writing a file, refused with file, line and reason. */
class LawOfTheUserTest {
  private static final String REFERENTIEL =
      """
      code: MEDIATION-2026
      title: Médiation d'essai
      level: Niveau 3
      regime: TP-2016
      routes: [CAPITALISATION]
      ccps:
        - {code: CCP1, title: Premier, competences: [Écouter], assessment: []}
      validity: {from: 2026-01-01}
      """;

  @Test
  void a_referentiel_is_added_by_writing_a_file_and_changed_by_changing_it(@TempDir Path folder)
      throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Path file = Files.writeString(own.resolve("mediation.yaml"), REFERENTIEL);
    String[] arguments = {"--livret.referentiels=" + own};
    try (ProductProcess product = ProductProcess.start(folder.resolve("data"), arguments)) {
      assertThat(version(product)).isEqualTo(1);
    }
    Files.writeString(file, REFERENTIEL.replace("Écouter", "Écouter, puis parler"));
    try (ProductProcess product = ProductProcess.start(folder.resolve("data"), arguments)) {
      assertThat(version(product)).isEqualTo(2);
    }
  }

  @Test
  void an_unsound_regime_stops_the_start_with_file_line_and_reason(@TempDir Path folder)
      throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("MINE.yaml"), "code: MINE\nedition: 1\nwindow: five years\n");
    assertThatThrownBy(
            () -> ProductProcess.start(folder.resolve("data"), "--livret.regimes=" + own))
        .hasMessageContaining("APPLICATION FAILED TO START")
        .hasMessageContaining("MINE.yaml:3: window");
  }

  private static long version(ProductProcess product) {
    Web.Answer answer =
        product.web().get("/api/referentiels/MEDIATION-2026", "X-After-Version", "1");
    return answer.body().path("documentVersion").asLong();
  }
}
