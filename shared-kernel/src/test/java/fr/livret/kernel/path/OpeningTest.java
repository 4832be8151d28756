package fr.livret.kernel.path;

import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.AMIS_2023;
import static fr.livret.kernel.path.Given.DECREE;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.closureNoted;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.open;
import static fr.livret.kernel.path.Given.prorogationNoted;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.witness;
import static fr.livret.kernel.path.Story.unopened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.referentiel.ValidityChange;
import fr.livret.kernel.referentiel.ValidityChange.Closure;
import fr.livret.kernel.referentiel.ValidityChange.Prorogation;
import fr.livret.kernel.vae.GrantedVae;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a path opens. */
class OpeningTest {

  @Test
  void the_first_event_pins_the_referentiel_its_version_and_the_regime() {
    PathOpened opened =
        unopened(AMIS_2013)
            .when(open(AMIS_2013, Route.VAE, on("2014-01-06")))
            .event(PathOpened.class);
    assertThat(opened.certification()).isEqualTo(AMIS_2013.referentiel().code());
    assertThat(opened.certificationVersion()).isEqualTo(1);
    assertThat(opened.regime()).isEqualTo(new RegimeId("TP-2006", 1));
    assertThat(opened.route()).isEqualTo(Route.VAE);
    assertThat(opened.access()).isEqualTo(Access.EXPERIENCE);
    assertThat(opened.recevabilite()).isNotNull();
    assertThat(opened.vaeApplication()).isEqualTo(GrantedVae.ID.toString());
    assertThat(opened.effectiveOn()).isEqualTo("2014-01-06");
  }

  @Test
  void a_vae_path_states_its_recevabilite() {
    OpenPath stated = open(AMIS_2013, Route.VAE, on("2014-01-06"));
    OpenPath silent =
        new OpenPath(
            stated.path(),
            stated.candidate(),
            stated.certification(),
            1,
            Route.VAE,
            Access.EXPERIENCE,
            stated.openedOn(),
            null,
            List.of(),
            stated.today());
    unopened(AMIS_2013).when(stated).accepted();
    unopened(AMIS_2013).when(silent).refused(Refused.RECEVABILITE_REQUIRED);
  }

  @Test
  void a_route_the_referentiel_does_not_know_is_not_open() {
    unopened(AICMP_2022)
        .when(open(AICMP_2022, Route.CAPITALISATION, on("2022-06-10")))
        .refused(Refused.ROUTE_NOT_OPEN, Map.of("route", "CAPITALISATION"));
  }

  @ParameterizedTest
  @EnumSource(Access.class)
  void an_access_is_open_unless_the_referentiel_closes_it(Access access) {
    Story opened =
        unopened(AICMP_2022)
            .when(open(AICMP_2022, Route.TRAINING, access, on("2022-06-10"), on("2022-06-10")));
    if (access == Access.INDIVIDUAL || access == Access.APPRENTICESHIP) {
      opened.refused(Refused.ROUTE_NOT_OPEN, Map.of("access", access.name()));
    } else {
      opened.accepted();
    }
  }

  @Test
  void a_path_opens_on_the_first_and_on_the_last_day_of_validity() {
    opening(TMS_2004, "2004-08-04").refused(Refused.OUTSIDE_VALIDITY);
    opening(TMS_2004, "2004-08-05").accepted();
    opening(TMS_2004, "2012-05-15").accepted();
    opening(TMS_2004, "2012-05-16").refused(Refused.OUTSIDE_VALIDITY);
  }

  @Test
  void what_was_decided_before_on_the_validity_is_noted_at_once() {
    OpenPath open =
        with(
            open(AMIS_2023, Route.CAPITALISATION, on("2030-01-07")),
            new Closure(on("2028-06-01"), DECREE),
            new Prorogation(on("2029-09-03"), on("2033-07-02"), DECREE));
    Story opened = unopened(AMIS_2023).when(open);
    assertThat(opened.events().stream().map(Telling::of))
        .containsExactly(
            "path opened 2030-01-07 CAPITALISATION",
            Telling.of(closureNoted("2028-06-01")),
            Telling.of(prorogationNoted("2029-09-03", "2033-07-02")));
    opening(AMIS_2023, "2030-01-07").refused(Refused.OUTSIDE_VALIDITY);
  }

  @Test
  void a_change_of_the_future_cannot_have_been_decided_before() {
    OpenPath open =
        with(
            open(AMIS_2023, Route.CAPITALISATION, on("2025-01-06")),
            new Closure(on("2025-01-07"), DECREE));
    unopened(AMIS_2023).when(open).refused(Refused.DATE_IN_FUTURE);
  }

  @Test
  void a_path_is_opened_once() {
    Story opened = Story.path(AMIS_2013, Route.CAPITALISATION);
    opened
        .when(open(AMIS_2013, Route.CAPITALISATION, on("2014-01-06")))
        .refused(Refused.ALREADY_RECORDED);
    assertThatIllegalStateException()
        .isThrownBy(() ->
            PathState.evolve(
                opened.state(),
                unopened(AMIS_2013)
                    .when(open(AMIS_2013, Route.CAPITALISATION, on("2014-01-06")))
                    .event(PathOpened.class)));
  }

  @Test
  void nothing_is_recorded_on_a_path_nobody_opened() {
    unopened(AMIS_2013).when(record("CCP1", "2014-03-10")).refused(Refused.UNKNOWN);
    unopened(AMIS_2013).when(witness("2014-03-10")).refused(Refused.UNKNOWN);
    assertThatIllegalStateException()
        .isThrownBy(() ->
            PathState.evolve(new PathState.NotOpened(), Given.obtained("CCP1", "2014-03-10")));
    assertThat(new PathState.NotOpened().opened()).isEmpty();
  }

  private static Story opening(PathLaw law, String openedOn) {
    return unopened(law).when(open(law, Route.CAPITALISATION, on(openedOn)));
  }

  private static OpenPath with(OpenPath open, ValidityChange... changes) {
    return new OpenPath(
        open.path(),
        open.candidate(),
        open.certification(),
        open.certificationVersion(),
        open.route(),
        open.access(),
        open.openedOn(),
        open.vaeApplication(),
        List.of(changes),
        open.today());
  }
}
