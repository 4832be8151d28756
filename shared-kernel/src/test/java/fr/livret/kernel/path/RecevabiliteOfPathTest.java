package fr.livret.kernel.path;

import static fr.livret.kernel.path.Given.CANDIDATE;
import static fr.livret.kernel.path.Given.PATH;
import static fr.livret.kernel.path.Given.absent;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.ccps;
import static fr.livret.kernel.path.Given.grant;
import static fr.livret.kernel.path.Given.granted;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.refuseTitle;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.vae.GrantedVae;
import fr.livret.kernel.vae.Recevabilite;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeRegimes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a recevabilité allows a path. */
class RecevabiliteOfPathTest {
  private static final PathLaw TMS_2004 =
      new PathLaw(Regimes.TP_2002, Referentiels.TMS_2004, 1).admittedUnder(VaeRegimes.VAE_2002);
  private static final PathLaw AMIS_2013 =
      new PathLaw(Regimes.TP_2006, Referentiels.AMIS_2013, 1).admittedUnder(VaeRegimes.VAE_2002);
  private static final PathLaw AMIS_2023 =
      new PathLaw(Regimes.TP_2016, Referentiels.AMIS_2023, 1).admittedUnder(VaeRegimes.VAE_2024);

  /** A VAE path to AMIS-2013 on a recevabilité notified on 1 March 2014. */
  static Story openedFor(String... blocs) {
    return Story.unopened(AMIS_2013)
        .given(open(AMIS_2013, granted(AMIS_2013, on("2014-03-01"), blocs), "2014-03-01"));
  }

  private static OpenPath open(PathLaw law, @Nullable VaeFile application, String openedOn) {
    return new OpenPath(
        PATH,
        CANDIDATE,
        law.referentiel().code(),
        1,
        Route.VAE,
        Access.EXPERIENCE,
        on(openedOn),
        application,
        List.of(),
        on("2026-01-01"));
  }

  private static Story opening(@Nullable VaeFile application, String openedOn) {
    return Story.unopened(AMIS_2013).when(open(AMIS_2013, application, openedOn));
  }

  @Test
  void it_pins_the_vae_regime_and_the_days_it_counts_on() {
    PathOpened opened =
        opening(granted(AMIS_2013, on("2014-03-01"), "CCP1"), "2014-03-10").event(PathOpened.class);
    assertThat(opened.recevabilite())
        .isEqualTo(
            new Recevabilite(
                GrantedVae.ID,
                VaeRegimes.VAE_2002.id(),
                ccps("CCP1"),
                on("2014-03-01"),
                on("2015-03-01"),
                null));
  }

  @Test
  void the_application_is_there_of_the_same_candidate_for_the_same_title_and_granted() {
    var code = Referentiels.AMIS_2013.code();
    opening(null, "2014-03-10")
        .refused(Refused.RECEVABILITE_REQUIRED, Map.of("recevabilite", "NO_APPLICATION"));
    VaeFile ofAnother =
        GrantedVae.file(
            code, VaeRegimes.VAE_2002, new CandidateId(new UUID(9, 9)), on("2014-03-01"));
    opening(ofAnother, "2014-03-10")
        .refused(Refused.RECEVABILITE_REQUIRED, Map.of("recevabilite", "OF_ANOTHER_CANDIDATE"));
    opening(granted(TMS_2004, on("2014-03-01")), "2014-03-10")
        .refused(
            Refused.RECEVABILITE_REQUIRED, Map.of("recevabilite", "FOR_ANOTHER_CERTIFICATION"));
    VaeFile undecided =
        GrantedVae.undecided(code, VaeRegimes.VAE_2002, CANDIDATE, on("2014-03-01"));
    opening(undecided, "2014-05-01")
        .refused(Refused.RECEVABILITE_REQUIRED, Map.of("recevabilite", "FILED"));
    opening(undecided, "2014-05-02")
        .refused(Refused.RECEVABILITE_REQUIRED, Map.of("recevabilite", "REFUSED"));
  }

  @Test
  void it_opens_from_its_notification_through_its_last_day() {
    VaeFile application = granted(AMIS_2013, on("2014-03-01"));
    opening(application, "2014-02-28").refused(Refused.RECEVABILITE_REQUIRED);
    opening(application, "2014-03-01").accepted();
    opening(application, "2015-03-01").accepted();
    opening(application, "2015-03-02")
        .refused(Refused.RECEVABILITE_LAPSED, Map.of("validThrough", on("2015-03-01")));
  }

  @Test
  void of_2024_it_opens_within_six_months_and_sessions_may_come_later() {
    VaeFile application = granted(AMIS_2023, on("2024-03-01"));
    Story.unopened(AMIS_2023)
        .when(open(AMIS_2023, application, "2024-09-02"))
        .refused(Refused.RECEVABILITE_LAPSED, Map.of("startBy", on("2024-09-01")));
    Story.unopened(AMIS_2023)
        .given(open(AMIS_2023, application, "2024-09-01"))
        .when(award("2025-12-01"))
        .accepted();
  }

  @Test
  void the_first_session_is_held_on_the_last_day_at_the_latest() {
    openedFor().when(award("2015-03-01")).accepted();
    openedFor()
        .when(award("2015-03-02"))
        .refused(
            Refused.RECEVABILITE_LAPSED,
            Map.of(
                "date", on("2015-03-02"),
                "validThrough", on("2015-03-01"),
                "notifiedOn", on("2014-03-01")));
    openedFor().when(absent("2015-03-02", true)).refused(Refused.RECEVABILITE_LAPSED);
  }

  @Test
  void after_a_first_session_in_time_what_is_left_is_capitalised() {
    openedFor()
        .given(grant("2015-03-01", "CCP1"))
        .given(record("CCP2", "2016-03-01"))
        .given(record("CCP3", "2016-06-01"))
        .when(award("2017-03-01"))
        .accepted();
    openedFor().given(refuseTitle("2014-06-01")).when(award("2015-06-01")).accepted();
  }

  @Test
  void an_absence_is_no_session() {
    openedFor()
        .given(absent("2014-06-01", true))
        .when(award("2015-03-02"))
        .refused(Refused.RECEVABILITE_LAPSED);
  }

  @Test
  void a_first_ccp_before_a_binome_comes_in_time_too() {
    Story path =
        Story.unopened(TMS_2004)
            .given(open(TMS_2004, granted(TMS_2004, on("2006-03-01")), "2006-03-01"));
    path.when(record("CCP1", "2007-03-02")).refused(Refused.RECEVABILITE_LAPSED);
    path.given(record("CCP1", "2007-03-01")).when(record("CCP2", "2008-03-01")).accepted();
  }

  @Test
  void an_application_for_blocs_gives_those_and_no_title() {
    Story path = openedFor("CCP1", "CCP2");
    path.when(award("2014-06-01"))
        .refused(
            Refused.VAE_TARGET_EXCEEDED, Map.of("decided", "TITLE", "askedFor", "[CCP1, CCP2]"));
    path.when(grant("2014-06-01", "CCP1", "CCP3")).refused(Refused.VAE_TARGET_EXCEEDED);
    Story granted = path.when(grant("2014-06-01", "CCP1")).accepted();
    assertThat(granted.events()).first().isInstanceOf(CcpObtained.class);
    assertThat(granted.events()).doesNotHaveAnyElementsOfTypes(TitleRefused.class);
  }
}
