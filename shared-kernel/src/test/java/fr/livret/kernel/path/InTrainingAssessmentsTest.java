package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.law.Route.VAE;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.AMIS_2023;
import static fr.livret.kernel.path.Given.SST;
import static fr.livret.kernel.path.Given.ccps;
import static fr.livret.kernel.path.Given.grant;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Story.path;
import static fr.livret.kernel.training.TrainingStory.acquired;
import static fr.livret.kernel.training.TrainingStory.notAcquired;
import static fr.livret.kernel.training.TrainingStory.training;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.training.TrainingFile;
import fr.livret.kernel.training.TrainingRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By training the jury's decision rests on the EFAs, which are looked up where there are any. */
class InTrainingAssessmentsTest {
  private static final TrainingRecord TWO =
      recorded(
          training()
              .given(
                  acquired("CCP1", "2014-10-01"),
                  notAcquired("CCP2", "2014-11-03"),
                  acquired("CCP3", "2014-12-01"))
              .file());
  private static final TrainingRecord ALL =
      recorded(
          training()
              .given(
                  acquired("CCP1", "2014-10-01"),
                  acquired("CCP2", "2014-11-03"),
                  acquired("CCP3", "2014-12-01"))
              .file());

  private final Story trained = path(AMIS_2013, TRAINING);

  @Test
  void the_title_needs_the_efa_of_each_ccp_and_the_dossier_and_says_which_is_missing() {
    trained
        .when(title("2015-06-15", TWO, "EFA", "EPREUVE_DE_SYNTHESE"))
        .refused(Refused.TITLE_EVIDENCE_MISSING, Map.of("missing", List.of("EFA CCP2", "DSPP")));
    trained
        .when(title("2015-06-15", TWO, "EPREUVE_DE_SYNTHESE", "DSPP"))
        .refused(Refused.TITLE_EVIDENCE_MISSING, Map.of("missing", List.of("EFA CCP2")));
    trained.when(title("2015-06-15", ALL, "EFA", "EPREUVE_DE_SYNTHESE", "DSPP")).accepted();
  }

  @Test
  void a_decision_still_says_that_it_rests_on_the_efas() {
    trained
        .when(title("2015-06-15", ALL, "EPREUVE_DE_SYNTHESE", "DSPP"))
        .refused(Refused.TITLE_EVIDENCE_MISSING, Map.of("missing", List.of("EFA")));
  }

  @Test
  void an_efa_counts_from_its_own_day() {
    String[] session = {"EFA", "EPREUVE_DE_SYNTHESE", "DSPP"};
    trained.when(title("2014-12-01", ALL, session)).accepted();
    trained
        .when(title("2014-11-30", ALL, session))
        .refused(Refused.TITLE_EVIDENCE_MISSING, Map.of("missing", List.of("EFA CCP3")));
  }

  @Test
  void an_efa_of_an_earlier_training_counts_too() {
    TrainingRecord both =
        new TrainingRecord(
            List.of(
                TWO.trainings().getFirst(),
                training().given(acquired("CCP2", "2015-03-02")).file()));
    trained.when(title("2015-06-15", both, "EFA", "EPREUVE_DE_SYNTHESE", "DSPP")).accepted();
  }

  @Test
  void where_no_training_had_started_by_then_the_elements_named_stand_alone() {
    String[] session = {"EFA", "EPREUVE_DE_SYNTHESE", "DSPP"};
    TrainingRecord none = recorded(training().file());
    trained.when(title("2014-08-31", none, session)).accepted();
    trained.when(title("2014-09-01", none, session)).refused(Refused.TITLE_EVIDENCE_MISSING);
    trained.when(title("2015-06-15", TrainingRecord.NONE, session)).accepted();
  }

  @Test
  void a_partial_decision_rests_on_the_efas_of_what_it_grants() {
    trained
        .when(partial("2015-06-15", TWO, "CCP1", "CCP2"))
        .refused(Refused.EVIDENCE_MISSING, Map.of("missing", List.of("EFA CCP2")));
    trained.when(partial("2015-06-15", TWO, "CCP1", "CCP3")).accepted();
    trained.when(grant("2015-06-15", "CCP1", "CCP2")).accepted();
  }

  @Test
  void once_the_title_rests_on_ccps_no_efa_is_asked_for() {
    trained
        .given(
            grant("2014-10-04", "CCP1"), record("CCP2", "2015-03-02"), record("CCP3", "2015-03-02"))
        .when(title("2015-06-15", TWO))
        .accepted();
  }

  @Test
  void on_the_other_routes_a_training_changes_nothing() {
    path(AMIS_2013, VAE).when(title("2015-06-15", TWO, "DSPP", "EPREUVE_DE_SYNTHESE")).accepted();
    path(AMIS_2013, CAPITALISATION)
        .given(
            record("CCP1", "2014-03-10"),
            record("CCP2", "2014-03-10"),
            record("CCP3", "2014-03-10"))
        .when(title("2015-06-15", TWO))
        .accepted();
  }

  @Test
  void a_title_that_asks_for_no_efa_looks_none_up() {
    path(AMIS_2023, TRAINING)
        .when(title("2025-02-03", TWO, "MISE_EN_SITUATION", "QUESTIONNEMENT"))
        .accepted();
  }

  private static TrainingRecord recorded(TrainingFile file) {
    return new TrainingRecord(List.of(file));
  }

  private static RecordJuryDecision title(
      String heldOn, TrainingRecord training, String... evidence) {
    JuryDecision decision = new JuryDecision.Title(Set.of(evidence), true);
    return jury(heldOn, decision, training);
  }

  private static RecordJuryDecision partial(
      String heldOn, TrainingRecord training, String... granted) {
    return jury(heldOn, new JuryDecision.Partial(ccps(granted)), training);
  }

  private static RecordJuryDecision jury(
      String heldOn, JuryDecision decision, TrainingRecord training) {
    Grounds grounds = new Grounds(List.of(SST), training);
    return new RecordJuryDecision(Given.PATH, on(heldOn), decision, grounds, null, on(heldOn));
  }
}
