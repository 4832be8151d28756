package fr.livret.query.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.training.EfaResult;
import fr.livret.kernel.training.Outcome;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Schooling;
import fr.livret.query.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a training centre and a jury see of a training. */
@QueryTest
class TrainingReadTest {
  private final World world;
  private final Http http;

  TrainingReadTest(World world, Http http) {
    this.world = world;
    this.http = http;
  }

  private JsonNode read(Schooling training, String query) {
    world.settled();
    return http.json("/api/trainings/" + training.id() + query);
  }

  private Schooling amis() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    ProgrammePublished programme = Schooling.programme(world, "AMIS-12-MOIS", code);
    CandidateId candidate = world.candidate("Ferhat", "Inès");
    return Schooling.start(world, candidate, code, programme, "2024-09-02", "Lille");
  }

  @Test
  void each_bloc_shows_hours_done_and_planned() {
    Schooling training =
        amis()
            .followed("M01", "7", "2024-09-03")
            .followed("M01", "3.5", "2024-09-04")
            .followed("M02", "7", "2024-09-05")
            .followed("M14", "7", "2024-09-06");
    JsonNode answer = read(training, "");
    assertThat(answer.at("/hours/done").decimalValue()).isEqualByComparingTo("24.5");
    assertThat(answer.at("/hours/planned").asInt()).isEqualTo(455);
    assertThat(Http.each(answer.path("blocs"), "/bloc"))
        .containsExactly("BLOC1", "BLOC2", "BLOC3", "TRANSVERSAL", "ACCOMPAGNEMENT");
    assertThat(Http.each(answer.path("blocs"), "/hoursPlanned"))
        .containsExactly("135", "95", "65", "20", "140");
    assertThat(answer.at("/blocs/0/hoursDone").decimalValue()).isEqualByComparingTo("17.5");
    assertThat(answer.at("/blocs/0/modules/0/hoursDone").decimalValue())
        .isEqualByComparingTo("10.5");
    assertThat(answer.at("/blocs/1/hoursDone").asInt()).isZero();
    assertThat(answer.at("/blocs/4/transversal").asBoolean()).isTrue();
    assertThat(answer.at("/programme/months").toString()).isEqualTo("[12]");
    assertThat(answer.at("/candidate/name").asString()).isEqualTo("Ferhat Inès");
    assertThat(answer.path("status").asString()).isEqualTo("IN_TRAINING");
    assertThat(answer.path("centre").asString()).isEqualTo("Lille");
  }

  @Test
  void the_entry_test_says_where_to_begin_the_weakest_first_and_the_threshold_is_no_priority() {
    JsonNode answer =
        read(amis().entry("2024-09-03", "QCM-A", "CCP1 8/20", "CCP2 10/20", "CCP3 3/20"), "");
    JsonNode positioning = answer.path("positioning");
    assertThat(positioning.path("priorityBelow").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(positioning.path("mark").asString()).isEqualTo("R");
    JsonNode priorities = positioning.path("priorities");
    assertThat(Http.each(priorities, "/ccp")).containsExactly("CCP3", "CCP1");
    assertThat(priorities.at("/0/percent").decimalValue()).isEqualByComparingTo("15");
    assertThat(Http.each(priorities.at("/0/modules"), "/module")).containsExactly("M07", "M08");
    assertThat(answer.at("/blocs/0/ccps/0/priority").asBoolean()).isTrue();
    assertThat(answer.at("/blocs/1/ccps/0/priority").asBoolean()).isFalse();
  }

  @Test
  void the_gain_is_shown_for_each_bloc_and_says_when_it_compares_two_instruments() {
    Schooling training =
        amis()
            .entry("2024-09-03", "QCM-A", "CCP1 8/20", "CCP2 10/20")
            .exit("2025-06-02", "QCM-A", "CCP1 15/20", "CCP2 9/20", "CCP3 12/20");
    JsonNode same = read(training, "");
    assertThat(same.at("/blocs/0/ccps/0/gain").decimalValue()).isEqualByComparingTo("35");
    assertThat(same.at("/blocs/1/ccps/0/gain").decimalValue()).isEqualByComparingTo("-5");
    assertThat(same.at("/blocs/2/ccps/0").has("gain")).isFalse();
    assertThat(same.at("/gain/sameInstrument").asBoolean()).isTrue();
    assertThat(same.path("remarks")).isEmpty();
    Schooling other =
        amis().entry("2024-09-03", "QCM-A", "CCP1 8/20").exit("2025-06-02", "QCM-B", "CCP1 30/40");
    JsonNode differing = read(other, "");
    assertThat(differing.at("/blocs/0/ccps/0/gain").decimalValue()).isEqualByComparingTo("35");
    assertThat(differing.at("/gain/sameInstrument").asBoolean()).isFalse();
    assertThat(Http.each(differing.path("remarks"), "/code")).containsExactly("INSTRUMENTS_DIFFER");
  }

  @Test
  void mock_exams_and_efas_are_shown_and_the_latest_efa_counts() {
    Schooling training =
        amis()
            .mock("2025-01-13", "CCP1 9/20")
            .mock("2025-03-10", "CCP1 12/20")
            .efa("CCP1", "2025-02-03", EfaResult.NOT_ACQUIRED)
            .efa("CCP1", "2025-04-07", EfaResult.ACQUIRED)
            .end("2025-06-30", Outcome.COMPLETED);
    JsonNode answer = read(training, "");
    assertThat(Http.each(answer.path("mockExams"), "/takenOn"))
        .containsExactly("2025-01-13", "2025-03-10");
    assertThat(Http.each(answer.path("efas"), "/result"))
        .containsExactly("NOT_ACQUIRED", "ACQUIRED");
    assertThat(answer.at("/blocs/0/ccps/0/efa/result").asString()).isEqualTo("ACQUIRED");
    assertThat(answer.path("status").asString()).isEqualTo("COMPLETED");
    assertThat(answer.path("endedOn").asString()).isEqualTo("2025-06-30");
  }

  @Test
  void a_training_is_read_as_of_a_day_and_as_known_at_a_moment() {
    Schooling training =
        amis()
            .followed("M01", "7", "2024-09-03")
            .followed("M01", "7", "2024-09-10", "2025-01-06")
            .efa("CCP1", "2025-02-03", EfaResult.ACQUIRED)
            .end("2025-03-31", Outcome.ABANDONED);
    assertThat(read(training, "").at("/hours/done").asInt()).isEqualTo(14);
    JsonNode before = read(training, "?effectiveOn=2025-02-02");
    assertThat(before.path("efas")).isEmpty();
    assertThat(before.path("status").asString()).isEqualTo("IN_TRAINING");
    assertThat(before.at("/hours/done").asInt()).isEqualTo(14);
    assertThat(read(training, "?effectiveOn=2025-02-03").path("efas")).hasSize(1);
    assertThat(read(training, "?effectiveOn=2025-03-30").path("status").asString())
        .isEqualTo("IN_TRAINING");
    assertThat(read(training, "?effectiveOn=2025-03-31").path("status").asString())
        .isEqualTo("ABANDONED");
    JsonNode known = read(training, "?knownAt=2025-01-05");
    assertThat(known.at("/hours/done").asInt()).isEqualTo(7);
    assertThat(known.path("version").asInt()).isEqualTo(2);
    assertThat(read(training, "?knownAt=2025-01-06").at("/hours/done").asInt()).isEqualTo(14);
    http.get("/api/trainings/" + training.id() + "?effectiveOn=2024-09-01").problem(404, "UNKNOWN");
    http.get("/api/trainings/" + training.id() + "?knownAt=2024-09-01").problem(404, "UNKNOWN");
  }

  @Test
  void without_a_programme_the_answer_says_what_it_cannot_show() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Schooling training =
        Schooling.start(world, world.candidate("Ly", "An"), code, null, "2014-09-01", null)
            .entry("2014-09-02", "QCM-A", "CCP1 1/20")
            .followed("ATELIER", "7", "2014-09-03");
    JsonNode answer = read(training, "");
    assertThat(answer.has("programme")).isFalse();
    assertThat(answer.has("positioning")).isFalse();
    assertThat(answer.at("/hours").has("planned")).isFalse();
    assertThat(Http.each(answer.path("blocs"), "/bloc")).containsExactly("CCP1", "CCP2", "CCP3");
    assertThat(answer.at("/blocs/0/ccps/0/entry/percent").decimalValue()).isEqualByComparingTo("5");
    assertThat(Http.each(answer.path("otherModules"), "/module")).containsExactly("ATELIER");
    assertThat(Http.each(answer.path("remarks"), "/code")).containsExactly("NO_PROGRAMME");
  }

  @Test
  void a_training_keeps_the_version_of_the_programme_it_started_with() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    ProgrammePublished first = Schooling.programme(world, "AMIS-500-700", code);
    Schooling training =
        Schooling.start(world, world.candidate("Roy", "Eva"), code, first, "2024-09-02", null)
            .followed("BLOC1", "7", "2024-09-03");
    ProgrammePublished next =
        Schooling.programme(world, "AMIS-500-700", code, ",\"documentation\":\"revu\"");
    assertThat(next.version()).isEqualTo(2);
    JsonNode answer = read(training, "");
    assertThat(answer.at("/programme/version").asInt()).isEqualTo(1);
    assertThat(answer.at("/hours/plannedAtLeast").asInt()).isEqualTo(500);
    assertThat(answer.at("/hours/plannedAtMost").asInt()).isEqualTo(700);
    assertThat(answer.at("/blocs/0/hoursDone").asInt()).isEqualTo(7);
    assertThat(answer.at("/blocs/0").has("hoursPlanned")).isFalse();
  }

  @Test
  void a_training_is_found_by_its_candidate_title_status_centre_name_and_id() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    CandidateId zoe = world.candidate("Guérin-Ødegård", "Zoé");
    CandidateId other = world.candidate("Martin", "Paul");
    Schooling over =
        Schooling.start(world, zoe, code, null, "2014-09-01", "Évry-Courcouronnes")
            .followed("A", "3.5", "2014-09-02")
            .efa("CCP2", "2014-12-01", EfaResult.ACQUIRED)
            .end("2015-06-30", Outcome.COMPLETED);
    Schooling begun = Schooling.start(world, other, code, null, "2014-10-01", "Lyon");
    world.settled();
    String all = "?certification=" + code;
    assertThat(ids(all)).containsExactly(begun.id(), over.id());
    assertThat(ids("?candidateId=" + zoe)).containsExactly(over.id());
    assertThat(ids(all + "&status=COMPLETED")).containsExactly(over.id());
    assertThat(ids(all + "&centre=" + Http.in("evry-courcouronnes"))).containsExactly(over.id());
    assertThat(ids(all + "&centre=Evry")).isEmpty();
    assertThat(ids(all + "&q=zoe%20guerin")).containsExactly(over.id());
    assertThat(ids("?q=" + begun.id().substring(0, 13))).containsExactly(begun.id());
    JsonNode page = http.json("/api/trainings" + all + "&limit=1");
    assertThat(page.path("total").asInt()).isEqualTo(2);
    String next = page.path("next").asString();
    JsonNode last = http.json("/api/trainings" + all + "&limit=1&after=" + next);
    assertThat(last.path("next").isNull()).isTrue();
    JsonNode item = last.at("/items/0");
    assertThat(item.path("id").asString()).isEqualTo(over.id());
    assertThat(item.path("hoursDone").decimalValue()).isEqualByComparingTo("3.5");
    assertThat(item.path("efasAcquired").toString()).isEqualTo("[\"CCP2\"]");
    assertThat(item.path("endedOn").asString()).isEqualTo("2015-06-30");
  }

  @Test
  void the_list_is_as_it_was_known_and_as_of_a_day() {
    Schooling training =
        amis()
            .followed("M01", "7", "2024-09-03", "2024-10-01")
            .followed("M02", "3.5", "2024-09-05", "2024-10-02")
            .efa("CCP1", "2024-11-04", EfaResult.ACQUIRED)
            .end("2025-01-31", Outcome.ABANDONED);
    world.settled();
    String of = "?q=" + training.id();
    assertThat(hours(of)).isEqualTo("ABANDONED 10.5");
    // Recorded at noon in Paris, which is 10:00 UTC: exactly then it is known.
    assertThat(hours(of + "&knownAt=2024-10-02T09:59:59.999999Z")).isEqualTo("IN_TRAINING 7");
    assertThat(hours(of + "&knownAt=2024-10-02T10:00:00Z")).isEqualTo("IN_TRAINING 10.5");
    assertThat(hours(of + "&effectiveOn=2024-09-04")).isEqualTo("IN_TRAINING 7");
    assertThat(hours(of + "&effectiveOn=2024-09-05&knownAt=2024-10-01")).isEqualTo("IN_TRAINING 7");
    assertThat(ids(of + "&effectiveOn=2024-09-01")).isEmpty();
    assertThat(ids(of + "&knownAt=2024-09-01")).isEmpty();
    assertThat(ids(of + "&status=IN_TRAINING&effectiveOn=2025-01-30")).hasSize(1);
    assertThat(ids(of + "&status=IN_TRAINING&effectiveOn=2025-01-31")).isEmpty();
    assertThat(http.json("/api/trainings" + of + "&knownAt=2100-01-01"))
        .isEqualTo(http.json("/api/trainings" + of));
  }

  private String hours(String query) {
    JsonNode item = http.json("/api/trainings" + query).at("/items/0");
    return item.path("status").asString() + " " + item.path("hoursDone").asString();
  }

  private List<String> ids(String query) {
    return Http.each(http.json("/api/trainings" + query).path("items"), "/id");
  }

  @Test
  void what_is_no_training_is_unknown_and_a_version_to_come_is_waited_for() {
    http.get("/api/trainings/" + UUID.randomUUID()).problem(404, "UNKNOWN");
    http.get("/api/trainings/abc").problem(404, "UNKNOWN");
    Schooling training = amis();
    assertThat(http.get("/api/trainings/" + training.id(), "X-After-Version", "1").header("ETag"))
        .isEqualTo("\"1\"");
    assertThat(http.get("/api/trainings/" + training.id(), "X-After-Version", "2").status())
        .isEqualTo(503);
  }
}
