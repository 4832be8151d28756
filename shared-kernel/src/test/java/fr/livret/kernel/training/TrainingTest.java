package fr.livret.kernel.training;

import static fr.livret.kernel.training.TrainingStory.CANDIDATE;
import static fr.livret.kernel.training.TrainingStory.FRAMED;
import static fr.livret.kernel.training.TrainingStory.PLANNED;
import static fr.livret.kernel.training.TrainingStory.TODAY;
import static fr.livret.kernel.training.TrainingStory.TRAINING;
import static fr.livret.kernel.training.TrainingStory.UNPLANNED;
import static fr.livret.kernel.training.TrainingStory.acquired;
import static fr.livret.kernel.training.TrainingStory.end;
import static fr.livret.kernel.training.TrainingStory.entry;
import static fr.livret.kernel.training.TrainingStory.exit;
import static fr.livret.kernel.training.TrainingStory.followed;
import static fr.livret.kernel.training.TrainingStory.mock;
import static fr.livret.kernel.training.TrainingStory.notAcquired;
import static fr.livret.kernel.training.TrainingStory.on;
import static fr.livret.kernel.training.TrainingStory.start;
import static fr.livret.kernel.training.TrainingStory.test;
import static fr.livret.kernel.training.TrainingStory.testBy;
import static fr.livret.kernel.training.TrainingStory.training;
import static fr.livret.kernel.training.TrainingStory.unstarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.programme.Programmes;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.training.TrainingCommand.RecordMockExam;
import fr.livret.kernel.training.TrainingEvent.EfaAssessed;
import fr.livret.kernel.training.TrainingEvent.EntryTestTaken;
import fr.livret.kernel.training.TrainingEvent.ExitTestTaken;
import fr.livret.kernel.training.TrainingEvent.MockExamTaken;
import fr.livret.kernel.training.TrainingEvent.ModuleFollowed;
import fr.livret.kernel.training.TrainingEvent.TrainingAbandoned;
import fr.livret.kernel.training.TrainingEvent.TrainingCompleted;
import fr.livret.kernel.training.TrainingEvent.TrainingStarted;
import fr.livret.kernel.training.TrainingState.InTraining;
import fr.livret.kernel.training.TrainingState.NotStarted;
import fr.livret.kernel.training.TrainingState.TrainingEnded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may be recorded of a training, and when. */
class TrainingTest {
  private static final CcpCode CCP1 = new CcpCode("CCP1");

  // Its start

  @Test
  void a_training_pins_its_title_and_its_programme_when_it_starts() {
    unstarted(PLANNED)
        .when(start(PLANNED, "2014-09-01"))
        .then(
            new TrainingStarted(
                TRAINING,
                CANDIDATE,
                Referentiels.AMIS_2013.code(),
                1,
                new ProgrammeVersion(Programmes.AMIS.code(), 1),
                on("2014-09-01"),
                "Lille"));
    assertThat(training().state()).isInstanceOf(InTraining.class);
  }

  @Test
  void a_training_starts_without_a_programme_too() {
    TrainingStory started = training(UNPLANNED);
    assertThat(started.file().pins().programme()).isNull();
  }

  @Test
  void a_training_starts_today_at_the_latest() {
    unstarted(PLANNED).when(start(PLANNED, "2014-09-01", on("2014-09-01"))).accepted();
    unstarted(PLANNED)
        .when(start(PLANNED, "2014-09-02", on("2014-09-01")))
        .refused(Refused.DATE_IN_FUTURE, Map.of("field", "startedOn"));
  }

  @Test
  void a_training_starts_once() {
    training().when(start(PLANNED, "2014-09-01")).refused(Refused.ALREADY_RECORDED);
  }

  @Test
  void a_programme_prepares_for_the_title_of_the_training() {
    TrainingLaw other = new TrainingLaw(Referentiels.TMS_2004, Programmes.AMIS);
    unstarted(other)
        .when(start(other, "2014-09-01"))
        .refused(
            Refused.PROGRAMME_OF_ANOTHER_TITLE,
            Map.of("certification", "TMS-2004", "certificationOfProgramme", "AMIS-2013"));
  }

  @Test
  void nothing_is_recorded_of_a_training_nobody_knows() {
    List<TrainingCommand> commands =
        List.of(
            entry("2014-09-01", "CCP1 1/2"),
            exit("2014-09-01", "CCP1 1/2"),
            mock("2014-09-01", "CCP1 1/2"),
            followed("M1", "7", "2014-09-01"),
            acquired("CCP1", "2014-09-01"),
            end("2014-09-01", Outcome.COMPLETED));
    for (TrainingCommand command : commands) {
      unstarted(PLANNED).when(command).refused(Refused.UNKNOWN);
    }
  }

  // Tests

  @Test
  void the_entry_test_is_recorded_once() {
    Qcm taken = test("2014-09-02", "CCP1 7/20", "CCP2 12.5/20");
    TrainingStory tested = training().when(entry("2014-09-02", "CCP1 7.0/20", "CCP2 12.50/20"));
    tested.then(new EntryTestTaken(TRAINING, on("2014-09-02"), "QCM-A", taken.scores()));
    assertThat(tested.file().entryTest()).isEqualTo(taken);
    tested
        .when(entry("2014-09-03", "CCP1 9/20"))
        .refused(Refused.ALREADY_RECORDED, Map.of("takenOn", on("2014-09-02")));
  }

  @Test
  void the_exit_test_is_recorded_once() {
    Qcm taken = test("2015-06-01", "CCP1 17/20");
    TrainingStory tested = training().when(exit("2015-06-01", "CCP1 17/20"));
    tested.then(new ExitTestTaken(TRAINING, on("2015-06-01"), "QCM-A", taken.scores()));
    assertThat(tested.file().exitTest()).isEqualTo(taken);
    tested.when(exit("2015-06-02", "CCP1 18/20")).refused(Refused.ALREADY_RECORDED);
  }

  @Test
  void the_exit_test_is_not_before_the_entry_test_whichever_is_recorded_first() {
    TrainingStory entered = training().given(entry("2014-09-10", "CCP1 7/20"));
    entered.when(exit("2014-09-10", "CCP1 8/20")).accepted();
    entered.when(exit("2014-09-09", "CCP1 8/20")).refused(Refused.DATES_OUT_OF_ORDER);
    TrainingStory left = training().given(exit("2014-09-10", "CCP1 7/20"));
    left.when(entry("2014-09-10", "CCP1 8/20")).accepted();
    left.when(entry("2014-09-11", "CCP1 8/20")).refused(Refused.DATES_OUT_OF_ORDER);
  }

  @Test
  void mock_exams_are_any_number_but_the_same_is_recorded_once() {
    TrainingStory tried = training().when(mock("2015-01-10", "CCP1 7/20"));
    tried.then(
        new MockExamTaken(
            TRAINING, on("2015-01-10"), "QCM-A", test("2015-01-10", "CCP1 7/20").scores()));
    TrainingStory twice = tried.given(mock("2015-01-11", "CCP1 8/20"));
    assertThat(twice.file().mockExams()).hasSize(2);
    twice.when(mock("2015-01-10", "CCP1 9/20")).refused(Refused.ALREADY_RECORDED);
    Qcm other = testBy("QCM-B", "2015-01-10", "CCP1 9/20");
    twice.when(new RecordMockExam(TRAINING, other, TODAY)).accepted();
  }

  @Test
  void points_are_from_0_to_what_they_are_out_of() {
    TrainingStory training = training();
    training.when(entry("2014-09-01", "CCP1 0/20")).accepted();
    training.when(entry("2014-09-01", "CCP1 20/20")).accepted();
    for (String score : List.of("CCP1 20.5/20", "CCP1 -0.5/20", "CCP1 0/0", "CCP1 -1/-2")) {
      training.when(entry("2014-09-01", score)).refused(Refused.POINTS_OUT_OF_RANGE);
      training.when(exit("2014-09-01", score)).refused(Refused.POINTS_OUT_OF_RANGE);
      training.when(mock("2014-09-01", score)).refused(Refused.POINTS_OUT_OF_RANGE);
    }
  }

  @Test
  void a_test_asks_about_ccps_of_the_referentiel_each_once() {
    training()
        .when(entry("2014-09-01", "CCP1 7/20", "CCP9 7/20"))
        .refused(Refused.CCP_UNKNOWN, Map.of("ccp", "CCP9"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test("2014-09-01", "CCP1 7/20", "CCP1 8/20"));
    assertThatIllegalArgumentException().isThrownBy(() -> test("2014-09-01"));
  }

  // Hours

  @Test
  void hours_are_followed_in_a_module_of_the_programme() {
    training()
        .when(followed("M1", "3.50", "2014-09-01"))
        .then(new ModuleFollowed(TRAINING, "M1", new BigDecimal("3.5"), on("2014-09-01")));
    training()
        .when(followed("M9", "3.5", "2014-09-01"))
        .refused(
            Refused.MODULE_UNKNOWN,
            Map.of("module", "M9", "known", List.of("M1", "M2", "M3", "M4", "M5")));
    training().when(followed("BLOC1", "3.5", "2014-09-01")).refused(Refused.MODULE_UNKNOWN);
  }

  @Test
  void where_a_bloc_lists_no_module_its_own_code_takes_the_hours() {
    training(FRAMED).when(followed("BLOC1", "7", "2014-09-01")).accepted();
    training(FRAMED).when(followed("M1", "7", "2014-09-01")).refused(Refused.MODULE_UNKNOWN);
  }

  @Test
  void without_a_programme_the_modules_are_named_freely() {
    training(UNPLANNED).when(followed("ATELIER", "7", "2014-09-01")).accepted();
  }

  @Test
  void a_day_has_24_hours() {
    training().when(followed("M1", "24", "2014-09-01")).accepted();
    training().when(followed("M1", "24.01", "2014-09-01")).refused(Refused.HOURS_OUT_OF_RANGE);
    TrainingStory most = training().given(followed("M1", "20.5", "2014-09-01"));
    most.when(followed("M2", "3.5", "2014-09-01")).accepted();
    most.when(followed("M2", "3.51", "2014-09-01"))
        .refused(Refused.HOURS_OUT_OF_RANGE, Map.of("hoursOfTheDay", new BigDecimal("24.01")));
    most.when(followed("M2", "24", "2014-09-02")).accepted();
  }

  @Test
  void hours_are_more_than_none() {
    training().when(followed("M1", "0.01", "2014-09-01")).accepted();
    training().when(followed("M1", "0", "2014-09-01")).refused(Refused.HOURS_OUT_OF_RANGE);
    training().when(followed("M1", "-1", "2014-09-01")).refused(Refused.HOURS_OUT_OF_RANGE);
  }

  @Test
  void two_half_days_of_one_module_are_two_facts() {
    TrainingStory twice =
        training().given(followed("M1", "3.5", "2014-09-01"), followed("M1", "3.5", "2014-09-01"));
    assertThat(twice.file().hoursOf("M1")).isEqualTo("7");
    assertThat(twice.file().hoursDone()).isEqualTo("7");
    assertThat(twice.file().hoursOf("M2")).isEqualTo("0");
  }

  // EFAs

  @Test
  void an_efa_is_sat_again_until_it_is_acquired() {
    TrainingStory failed = training().when(notAcquired("CCP1", "2014-10-01"));
    failed.then(new EfaAssessed(TRAINING, CCP1, on("2014-10-01"), EfaResult.NOT_ACQUIRED));
    assertThat(failed.file().acquired(CCP1)).isEmpty();
    TrainingStory acquired =
        failed.given(notAcquired("CCP1", "2014-11-01"), acquired("CCP1", "2014-12-01"));
    Efa counts = new Efa(CCP1, on("2014-12-01"), EfaResult.ACQUIRED);
    assertThat(acquired.file().acquired(CCP1)).contains(counts);
    assertThat(acquired.file().latestEfa(CCP1)).contains(counts);
  }

  @Test
  void once_acquired_no_efa_of_that_ccp_follows() {
    TrainingStory acquired = training().given(acquired("CCP1", "2014-12-01"));
    Map<String, LocalDate> facts = Map.of("acquiredOn", on("2014-12-01"));
    acquired.when(notAcquired("CCP1", "2014-12-02")).refused(Refused.EFA_ALREADY_ACQUIRED, facts);
    acquired.when(acquired("CCP1", "2014-12-02")).refused(Refused.EFA_ALREADY_ACQUIRED, facts);
    acquired.when(notAcquired("CCP2", "2014-12-02")).accepted();
    acquired.when(notAcquired("CCP1", "2014-11-30")).accepted();
  }

  @Test
  void nor_is_it_acquired_before_one_that_was_not() {
    TrainingStory failed = training().given(notAcquired("CCP1", "2014-12-01"));
    failed.when(acquired("CCP1", "2014-11-30")).refused(Refused.EFA_ALREADY_ACQUIRED);
    failed.when(notAcquired("CCP1", "2014-11-30")).accepted();
  }

  @Test
  void a_ccp_has_one_efa_on_a_day() {
    TrainingStory failed = training().given(notAcquired("CCP1", "2014-12-01"));
    failed.when(acquired("CCP1", "2014-12-01")).refused(Refused.ALREADY_RECORDED);
    failed.when(acquired("CCP2", "2014-12-01")).accepted();
    failed.when(acquired("CCP9", "2014-12-01")).refused(Refused.CCP_UNKNOWN);
  }

  // Its days

  @Test
  void nothing_happens_before_the_training_starts() {
    String first = "2014-09-01";
    String before = "2014-08-31";
    for (String day : List.of(first, before)) {
      for (TrainingCommand command :
          List.of(
              entry(day, "CCP1 7/20"),
              exit(day, "CCP1 7/20"),
              mock(day, "CCP1 7/20"),
              followed("M1", "7", day),
              acquired("CCP1", day))) {
        TrainingStory story = training().when(command);
        if (day.equals(first)) {
          story.accepted();
        } else {
          story.refused(Refused.OUTSIDE_TRAINING, Map.of("startedOn", on("2014-09-01")));
        }
      }
    }
  }

  @Test
  void what_happened_by_the_last_day_may_be_recorded_after_it() {
    TrainingStory ended = training().given(end("2015-06-30", Outcome.COMPLETED));
    ended.when(followed("M1", "7", "2015-06-30")).accepted();
    ended.when(acquired("CCP1", "2015-06-30")).accepted();
    ended.when(exit("2015-06-30", "CCP1 7/20")).accepted();
    assertThat(ended.when(mock("2015-06-30", "CCP1 7/20")).state())
        .isInstanceOf(TrainingEnded.class);
    for (TrainingCommand after :
        List.of(
            entry("2015-07-01", "CCP1 7/20"),
            exit("2015-07-01", "CCP1 7/20"),
            mock("2015-07-01", "CCP1 7/20"),
            followed("M1", "7", "2015-07-01"),
            acquired("CCP1", "2015-07-01"))) {
      ended.when(after).refused(Refused.OUTSIDE_TRAINING, Map.of("endedOn", on("2015-06-30")));
    }
  }

  @Test
  void nothing_is_recorded_before_its_day() {
    String tomorrow = TODAY.plusDays(1).toString();
    for (TrainingCommand command :
        List.of(
            entry(tomorrow, "CCP1 7/20"),
            exit(tomorrow, "CCP1 7/20"),
            mock(tomorrow, "CCP1 7/20"),
            followed("M1", "7", tomorrow),
            acquired("CCP1", tomorrow),
            end(tomorrow, Outcome.COMPLETED))) {
      training().when(command).refused(Refused.DATE_IN_FUTURE);
    }
    training().when(followed("M1", "7", TODAY.toString())).accepted();
    training().when(end(TODAY.toString(), Outcome.ABANDONED)).accepted();
  }

  // Its end

  @Test
  void a_training_is_completed_or_abandoned() {
    TrainingStory completed = training().when(end("2015-06-30", Outcome.COMPLETED));
    completed.then(new TrainingCompleted(TRAINING, on("2015-06-30")));
    assertThat(completed.state())
        .isEqualTo(new TrainingEnded(completed.file(), on("2015-06-30"), Outcome.COMPLETED));
    TrainingStory abandoned = training().when(end("2015-06-30", Outcome.ABANDONED));
    abandoned.then(new TrainingAbandoned(TRAINING, on("2015-06-30")));
    assertThat(abandoned.state())
        .isEqualTo(new TrainingEnded(abandoned.file(), on("2015-06-30"), Outcome.ABANDONED));
    abandoned.when(end("2015-06-30", Outcome.COMPLETED)).refused(Refused.ALREADY_RECORDED);
  }

  @Test
  void a_training_ends_no_earlier_than_what_happened_in_it() {
    training().when(end("2014-09-01", Outcome.ABANDONED)).accepted();
    training().when(end("2014-08-31", Outcome.ABANDONED)).refused(Refused.DATES_OUT_OF_ORDER);
    for (TrainingCommand last :
        List.of(
            entry("2015-03-02", "CCP1 7/20"),
            exit("2015-03-02", "CCP1 7/20"),
            mock("2015-03-02", "CCP1 7/20"),
            followed("M1", "7", "2015-03-02"),
            acquired("CCP1", "2015-03-02"))) {
      TrainingStory story = training().given(last);
      story.when(end("2015-03-02", Outcome.COMPLETED)).accepted();
      story
          .when(end("2015-03-01", Outcome.COMPLETED))
          .refused(Refused.DATES_OUT_OF_ORDER, Map.of("lastFactOn", on("2015-03-02")));
    }
  }

  @Test
  void a_training_that_never_started_has_no_past() {
    TrainingEvent followed = new ModuleFollowed(TRAINING, "M1", BigDecimal.ONE, on("2014-09-01"));
    assertThatIllegalStateException()
        .isThrownBy(() -> TrainingState.evolve(new NotStarted(), followed));
    assertThatIllegalStateException()
        .isThrownBy(() ->
            TrainingState.evolve(
                training().state(),
                new TrainingStarted(
                    TRAINING,
                    CANDIDATE,
                    Referentiels.AMIS_2013.code(),
                    1,
                    null,
                    on("2014-09-01"),
                    null)));
  }
}
