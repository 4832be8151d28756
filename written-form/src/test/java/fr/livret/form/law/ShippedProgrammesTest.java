package fr.livret.form.law;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Mark;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.Programme.Bloc;
import fr.livret.kernel.programme.Programme.Module;
import fr.livret.kernel.referentiel.Referentiel;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programmes that come with the program say what the documents say. */
class ShippedProgrammesTest {
  private static final List<Programme> SHIPPED =
      ShippedProgrammes.all().stream().map(ProgrammeDocument::content).toList();
  private static final Programme TWELVE_MONTHS = shipped("AMIS-12-MOIS");
  private static final Programme FRAME = shipped("AMIS-500-700");

  @Test
  void both_prepare_for_the_title_of_2023_and_serve_its_ccps() {
    Referentiel amis =
        ShippedReferentiels.all().stream()
            .map(ReferentielDocument::content)
            .filter(one -> one.code().value().equals("AMIS-2023"))
            .findFirst()
            .orElseThrow();
    assertThat(SHIPPED).hasSize(2);
    for (Programme programme : SHIPPED) {
      assertThat(programme.certification()).isEqualTo(amis.code());
      assertThat(programme.ccps()).containsExactlyInAnyOrderElementsOf(amis.ccpCodes());
    }
  }

  @Test
  void the_sixteen_modules_of_the_programme_make_455_hours() {
    List<Module> modules =
        TWELVE_MONTHS.blocs().stream().flatMap(bloc -> bloc.modules().stream()).toList();
    assertThat(modules).hasSize(16);
    assertThat(modules.stream().map(Module::hours).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("455");
    assertThat(TWELVE_MONTHS.hours().fixed()).isTrue();
    assertThat(TWELVE_MONTHS.hours().atLeast()).isEqualTo("455");
    assertThat(TWELVE_MONTHS.months()).containsExactly(12);
  }

  @Test
  void each_bloc_of_the_programme_has_the_hours_of_the_document() {
    assertThat(TWELVE_MONTHS.blocs().stream().map(bloc -> bloc.planned().orElseThrow()))
        .map(BigDecimal::intValueExact)
        .containsExactly(135, 95, 65, 20, 140);
    assertThat(TWELVE_MONTHS.blocs())
        .extracting(Bloc::transversal)
        .containsExactly(false, false, false, true, true);
  }

  @Test
  void the_frame_gives_a_range_of_hours_and_three_lengths_and_no_module() {
    assertThat(FRAME.hours().atLeast()).isEqualTo("500");
    assertThat(FRAME.hours().atMost()).isEqualTo("700");
    assertThat(FRAME.months()).containsExactly(12, 18, 24);
    assertThat(FRAME.blocs()).hasSize(3).allMatch(bloc -> bloc.modules().isEmpty());
  }

  @Test
  void the_threshold_is_shown_as_our_choice() {
    for (Programme programme : SHIPPED) {
      assertThat(programme.positioning()).isNotNull();
      assertThat(programme.positioning().mark()).isEqualTo(Mark.READING);
      assertThat(programme.positioning().source()).startsWith("Notre choix");
    }
  }

  private static Programme shipped(String code) {
    return SHIPPED.stream()
        .filter(one -> one.code().value().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
