package fr.livret.kernel.programme;

import static fr.livret.kernel.programme.Programmes.AMIS;
import static fr.livret.kernel.programme.Programmes.FRAME;
import static fr.livret.kernel.programme.Programmes.bloc;
import static fr.livret.kernel.programme.Programmes.hours;
import static fr.livret.kernel.programme.Programmes.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.programme.Programme.Bloc;
import fr.livret.kernel.programme.Programme.Threshold;
import fr.livret.kernel.programme.ProgrammeCommand.PublishProgramme;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.programme.ProgrammeState.NoProgramme;
import fr.livret.kernel.programme.ProgrammeState.ProgrammeInForce;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a programme plans must add up, and a changed one is another version. */
class ProgrammeTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 1);

  @Test
  void a_programme_is_published_in_its_first_version() {
    List<ProgrammeEvent> events =
        ProgrammeDecider.decide(publish(AMIS, "digest"), new NoProgramme());
    assertThat(events)
        .containsExactly(new ProgrammePublished(AMIS.code(), 1, AMIS, "{}", "digest", TODAY));
    assertThat(events.getFirst().effectiveOn()).isEqualTo(TODAY);
    assertThat(ProgrammeState.evolve(new NoProgramme(), events.getFirst()))
        .isEqualTo(new ProgrammeInForce(1, AMIS, "digest"));
  }

  @Test
  void another_content_is_another_version_and_the_same_is_none() {
    ProgrammeInForce known = new ProgrammeInForce(1, AMIS, "digest");
    assertThat(ProgrammeDecider.decide(publish(AMIS, "digest"), known)).isEmpty();
    assertThat(ProgrammeDecider.decide(publish(AMIS, "other"), known))
        .containsExactly(new ProgrammePublished(AMIS.code(), 2, AMIS, "{}", "other", TODAY));
  }

  @Test
  void a_bloc_serves_only_ccps_of_the_referentiel() {
    Programme wrong =
        Programmes.with(FRAME, hours("500", "700"), List.of(bloc("BLOC9", new CcpCode("CCP9"))));
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> ProgrammeDecider.decide(publish(wrong, "digest"), new NoProgramme()));
    assertThat(refusal.code()).isEqualTo(Refused.CCP_UNKNOWN);
    assertThat(refusal.facts()).containsEntry("ccp", "CCP9");
  }

  @Test
  void the_modules_make_the_planned_hours() {
    assertThat(AMIS.blocs().getFirst().planned()).contains(new BigDecimal("37.5"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Programmes.with(AMIS, hours("101", "101"), AMIS.blocs()))
        .withMessage("the modules make 100 hours, where 101 are planned");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Programmes.with(AMIS, hours("99.5", "99.5"), AMIS.blocs()))
        .withMessage("the modules make 100 hours, where 99.5 are planned");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Programmes.with(AMIS, hours("100.5", "120"), AMIS.blocs()))
        .withMessage("the modules make 100 hours, where from 100.5 to 120 are planned");
    assertThat(Programmes.with(AMIS, hours("100", "120"), AMIS.blocs()).hours().fixed()).isFalse();
    assertThat(Programmes.with(AMIS, hours("80", "100"), AMIS.blocs()).blocs()).hasSize(4);
  }

  @Test
  void where_a_bloc_lists_no_module_the_others_may_make_less_but_no_more() {
    List<Bloc> blocs =
        List.of(
            bloc("BLOC1", Referentiels.CCP1, module("M1", "500")),
            bloc("BLOC2", Referentiels.CCP2));
    assertThat(Programmes.with(FRAME, hours("500", "700"), blocs).recordable())
        .containsExactly("M1", "BLOC2");
    assertThat(Programmes.with(FRAME, hours("500", "500"), blocs).blocs()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Programmes.with(FRAME, hours("499", "499.5"), blocs));
  }

  @Test
  void a_code_stands_once_among_blocs_and_modules() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Programmes.with(
                AMIS,
                hours("20", "20"),
                List.of(
                    bloc("B1", Referentiels.CCP1, module("M1", "10")),
                    bloc("B2", Referentiels.CCP2, module("M1", "10")))))
        .withMessage("M1 stands twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Programmes.with(
                AMIS,
                hours("10", "10"),
                List.of(bloc("B1", Referentiels.CCP1, module("B1", "10")))))
        .withMessage("B1 stands twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Programmes.with(AMIS, hours("10", "10"), List.of()));
  }

  @Test
  void what_no_programme_can_plan_is_none() {
    assertThatIllegalArgumentException().isThrownBy(() -> hours("0", "10"));
    assertThatIllegalArgumentException().isThrownBy(() -> hours("11", "10"));
    assertThatIllegalArgumentException().isThrownBy(() -> module("M1", "0"));
    assertThatIllegalArgumentException().isThrownBy(() -> threshold("-0.01"));
    assertThatIllegalArgumentException().isThrownBy(() -> threshold("1.01"));
    assertThat(threshold("0").priorityBelow()).isEqualTo("0");
    assertThat(threshold("1.00").priorityBelow()).isEqualTo("1");
  }

  @Test
  void the_same_amount_is_written_in_one_way() {
    assertThat(Amount.plain(new BigDecimal("7.50"))).hasToString("7.5");
    assertThat(Amount.plain(new BigDecimal("4E+2"))).hasToString("400");
    assertThat(Amount.plain(new BigDecimal("0.000"))).hasToString("0");
  }

  private static Threshold threshold(String share) {
    return new Threshold(new BigDecimal(share), "source", Mark.READING);
  }

  private static PublishProgramme publish(Programme programme, String digest) {
    return new PublishProgramme(programme, "{}", digest, Referentiels.AMIS_2013, TODAY);
  }
}
