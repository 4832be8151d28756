package fr.livret.kernel.path;

import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.awardCcs;
import static fr.livret.kernel.path.Given.ccsAwarded;
import static fr.livret.kernel.path.Story.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathState.Titled;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A CCS comes after its title, without delay. */
class SpecialisationTest {
  private static final String[] ALL = {"MISE_EN_SITUATION", "ENTRETIEN", "DSPP"};

  private final Story titled = path(AMIS_2013, Route.TRAINING).given(award("2013-10-04"));

  @Test
  void it_is_awarded_on_the_day_of_the_title_and_not_the_day_before() {
    titled.when(awardCcs("CCS1", "2013-10-04", ALL)).then(ccsAwarded("CCS1", "2013-10-04"));
    PathCommand dayBefore =
        new PathCommand.AwardCcs(
            Given.PATH, "CCS1", Given.on("2013-10-03"), Set.of(ALL), null, Given.on("2013-10-04"));
    titled.when(dayBefore).refused(Refused.TITLE_REQUIRED);
  }

  @Test
  void no_delay_runs() {
    titled.when(awardCcs("CCS1", "2043-10-04", ALL)).accepted();
  }

  @Test
  void it_is_awarded_once() {
    Story awarded = titled.given(awardCcs("CCS1", "2014-10-04", ALL));
    assertThat(awarded.state())
        .isInstanceOfSatisfying(
            Titled.class,
            it ->
                assertThat(it.file().facts().specialisations())
                    .extracting(PathFacts.Specialised::ccs)
                    .containsExactly("CCS1"));
    awarded.when(awardCcs("CCS1", "2015-10-04", ALL)).refused(Refused.CCS_ALREADY_HELD);
  }

  @Test
  void only_a_ccs_of_the_referentiel_is_awarded() {
    titled.when(awardCcs("CCS9", "2014-10-04", ALL)).refused(Refused.CCS_UNKNOWN);
  }

  @Test
  void it_rests_on_what_the_regime_and_the_referentiel_ask_for() {
    titled
        .when(awardCcs("CCS1", "2014-10-04", "DSPP"))
        .refused(
            Refused.CCS_EVIDENCE_MISSING,
            Map.of("missing", List.of("MISE_EN_SITUATION", "ENTRETIEN")));
    titled
        .when(awardCcs("CCS1", "2014-10-04", "MISE_EN_SITUATION", "ENTRETIEN"))
        .refused(Refused.CCS_EVIDENCE_MISSING, Map.of("missing", List.of("DSPP")));
    path(TMS_2004, Route.TRAINING)
        .given(award("2006-01-16"))
        .when(awardCcs("CCS1", "2006-10-04", "DSPP"))
        .accepted();
  }
}
