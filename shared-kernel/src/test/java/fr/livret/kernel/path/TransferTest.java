package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.IN_2016;
import static fr.livret.kernel.path.Given.PV;
import static fr.livret.kernel.path.Given.REVISED;
import static fr.livret.kernel.path.Given.alike;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.in;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.revision;
import static fr.livret.kernel.path.Given.transfer;
import static fr.livret.kernel.path.Given.witness;
import static fr.livret.kernel.path.Story.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.referentiel.Revision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A title revised in the middle of a path: what is held and equivalent keeps its own days. */
class TransferTest {
  private final Story one =
      path(REVISED, CAPITALISATION).given(record("CCP1", "2014-03-10"), witness("2016-12-01"));

  @Test
  void what_is_held_is_carried_over_with_its_own_day() {
    Story transferred = one.when(transfer("2017-01-10")).accepted();
    assertThat(transferred.held("2017-01-10")).containsExactly("CCP1 2014-03-10");
    assertThat(transferred.file().pins().certification()).isEqualTo(IN_2016.referentiel().code());
    assertThat(transferred.file().pins().regime()).isEqualTo(IN_2016.regime().id());
    assertThat(transferred.window("2019-03-10").held()).hasSize(1);
    assertThat(transferred.window("2019-03-11").held()).isEmpty();
  }

  @Test
  void what_had_lapsed_by_then_stays_lapsed_and_what_is_held_on_that_day_does_not() {
    assertThat(one.when(transfer("2019-03-10")).event(PathTransferred.class).carried()).hasSize(1);
    assertThat(one.when(transfer("2019-03-11")).event(PathTransferred.class).carried()).isEmpty();
  }

  @Test
  void what_has_no_equivalent_counts_no_longer() {
    Revision onlySecond = revision("2017-01-10", null, "CCP2", "CCP3");
    Story two = one.given(record("CCP2", "2015-06-01"));
    Story transferred = two.when(transfer("2017-01-10", onlySecond)).accepted();
    assertThat(transferred.held("2017-01-10")).containsExactly("CCP3 2015-06-01");
    assertThat(transferred.events().stream().map(Telling::of))
        .containsExactly(
            "transferred to ILLUSTRATIVE-2016 on 2017-01-10, carrying [CCP2>CCP3 2015-06-01]",
            "window moved 2014-03-10..2019-03-10 FIVE_YEARS to 2015-06-01..2020-06-01 FIVE_YEARS"
                + ", because PATH_TRANSFERRED 2017-01-10");
  }

  @Test
  void only_what_was_obtained_before_the_day_the_text_names_is_carried_over() {
    Revision before = revision("2017-01-10", "2014-03-10", "CCP1", "CCP1");
    Revision dayAfter = revision("2017-01-10", "2014-03-11", "CCP1", "CCP1");
    assertThat(one.when(transfer("2017-01-10", before)).held("2017-01-10")).isEmpty();
    assertThat(one.when(transfer("2017-01-10", dayAfter)).held("2017-01-10")).hasSize(1);
  }

  @Test
  void the_path_is_as_it_was_for_the_days_before() {
    Story transferred = one.given(transfer("2017-01-10"));
    assertThat(transferred.file().on(on("2017-01-09")).pins().certification())
        .isEqualTo(REVISED.referentiel().code());
    assertThat(transferred.file().on(on("2017-01-10")).pins().certification())
        .isEqualTo(IN_2016.referentiel().code());
  }

  @Test
  void minutes_annulled_after_the_transfer_take_away_what_was_carried_from_them() {
    Story transferred =
        path(REVISED, CAPITALISATION)
            .given(in(PV, record("CCP1", "2014-03-10")), transfer("2017-01-10"));
    Story annulled = transferred.when(annul(PV, "2017-03-01")).accepted();
    assertThat(annulled.held("2017-03-01")).isEmpty();
  }

  @Test
  void a_carried_ccp_can_be_annulled_by_its_new_code() {
    Story transferred =
        one.given(transfer("2017-01-10", revision("2017-01-10", null, "CCP1", "CCP2")));
    assertThat(transferred.when(annul("CCP2", "2017-03-01")).held("2017-03-01")).isEmpty();
    transferred.when(annul("CCP1", "2017-03-01")).refused(Refused.CCP_NOT_OBTAINED);
  }

  @Test
  void a_path_is_transferred_from_the_day_of_the_revision_and_not_before() {
    Revision revision = alike("2017-01-10");
    one.when(transfer("2017-01-09", revision)).refused(Refused.DATES_OUT_OF_ORDER);
    one.when(transfer("2017-01-10", revision)).accepted();
  }

  @Test
  void a_transfer_does_not_precede_what_was_decided_on_the_path() {
    Story two = one.given(record("CCP2", "2017-01-10"));
    two.when(transfer("2017-01-09"))
        .refused(Refused.DATES_OUT_OF_ORDER, Map.of("lastDecisionOn", on("2017-01-10")));
    two.when(transfer("2017-01-10")).accepted();
  }

  @Test
  void a_path_is_transferred_while_the_successor_is_valid() {
    Revision early = alike("2016-07-01");
    one.when(transfer("2016-07-01", early)).refused(Refused.OUTSIDE_VALIDITY);
    one.when(transfer("2016-07-02", early)).accepted();
  }

  @Test
  void after_the_title_nothing_is_transferred() {
    path(REVISED, TRAINING)
        .given(award("2017-01-10"))
        .when(transfer("2017-02-01"))
        .refused(Refused.PATH_CLOSED);
  }

  @Test
  void a_preview_tells_what_a_transfer_would_do_and_does_it_not() {
    Story two = one.given(record("CCP2", "2015-06-01"));
    Transfer.Preview preview =
        Transfer.preview(
            two.file(),
            REVISED,
            revision("2017-01-10", null, "CCP2", "CCP3"),
            IN_2016,
            on("2017-01-10"));
    assertThat(preview.lost()).isEqualTo(List.of(Given.ccp("CCP1")));
    assertThat(preview.carried()).hasSize(1);
    assertThat(preview.before().running()).contains(Given.span("2014-03-10", "2019-03-10"));
    assertThat(preview.after().running()).contains(Given.span("2015-06-01", "2020-06-01"));
  }
}
