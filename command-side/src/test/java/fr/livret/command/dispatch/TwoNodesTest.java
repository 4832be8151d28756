package fr.livret.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.path.Sweep;
import fr.livret.command.testing.Answer;
import fr.livret.command.testing.AtOnce;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.eventstore.testing.TestPostgres;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes on one database, begun at the same moment, that know nothing of each other. */
@ExtendWith(SharedNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
  private static final int WRITERS = 16;
  private static final String KEY = "Idempotency-Key";

  private final List<Node> nodes;
  private final Ledger ledger;
  private final Story story;

  TwoNodesTest() {
    String database = TestPostgres.freshDatabaseUrl();
    nodes = AtOnce.ask(2, _ -> Node.on(database));
    ledger = nodes.getFirst().ledger();
    story = nodes.getFirst().story();
  }

  @AfterAll
  void stop() {
    nodes.forEach(Node::close);
  }

  /** Half of the requests go to one node, half to the other. */
  private Node node(int number) {
    return nodes.get(number % 2);
  }

  private Answer post(int number, String address, String body, String... headers) {
    return node(number).api().post(address, body, headers);
  }

  private static String certificate(int year) {
    return """
    {"kind": "SST", "obtainedOn": "%1$d-01-15", "validThrough": "%1$d-12-31"}\
    """
        .formatted(year);
  }

  @Test
  void begun_together_on_an_empty_database_they_publish_each_title_once() {
    for (String title : List.of("TMS-2004", "AMIS-2013", "AICMP-2022", "AMIS-2023")) {
      assertThat(ledger.kinds(title)).containsExactly("ReferentielPublished");
    }
  }

  @Test
  void of_many_writers_on_one_version_exactly_one_writes() {
    String candidate = story.candidate();
    String address = "/api/candidates/" + candidate + "/certificates";
    List<Answer> answers =
        AtOnce.ask(WRITERS, i -> post(i, address, certificate(1980 + i), "If-Match", "\"1\""));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(WRITERS - 1);
    assertThat(ledger.of(candidate)).hasSize(2);
  }

  @Test
  void of_many_applications_filed_on_both_nodes_no_more_are_accepted_than_the_quota_lets() {
    String candidate = story.candidate();
    List<String> titles = IntStream.range(0, 5).mapToObj(_ -> story.title("TP-2016", 1)).toList();
    List<Answer> answers =
        AtOnce.ask(10, i -> node(i).story().file(candidate, titles.get(i % 5), "2025-02-01"));
    List<Answer> accepted = answers.stream().filter(one -> one.status() == 201).toList();
    assertThat(accepted).hasSize(3);
    assertThat(accepted)
        .allSatisfy(one -> assertThat(ledger.kinds(one.id())).containsExactly("ApplicationFiled"));
    assertThat(answers).filteredOn(one -> one.status() == 409).hasSize(7);
  }

  @Test
  void without_a_version_no_writer_loses() {
    String title = story.title("RNCP-PRIVATE", WRITERS);
    String path = story.path(title, "TRAINING", "2014-01-06");
    List<Answer> answers =
        AtOnce.ask(WRITERS, i -> node(i).story().ccp(path, "CCP" + (i + 1), "2014-03-10"));
    answers.forEach(Answer::done);
    assertThat(answers).extracting(Answer::version).doesNotHaveDuplicates();
    assertThat(ledger.of(path, "path.CcpObtained"))
        .extracting(fact -> fact.text("/ccp"))
        .hasSize(WRITERS)
        .doesNotHaveDuplicates();
  }

  @Test
  void of_one_ccp_recorded_on_both_at_once_one_is_refused() {
    String path = story.capitalising();
    List<Answer> answers = AtOnce.ask(2, i -> node(i).story().ccp(path, "CCP1", "2014-03-10"));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    assertThat(ledger.of(path, "path.CcpObtained")).hasSize(1);
  }

  @RepeatedTest(10)
  void one_key_creates_one_candidate(RepetitionInfo repetition) {
    String body =
        """
        {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"}\
        """;
    String key = "candidate " + repetition.getCurrentRepetition();
    assertOneEffect("/api/candidates", body, key);
  }

  @RepeatedTest(10)
  void one_key_opens_one_path(RepetitionInfo repetition) {
    String body =
        """
        {"candidateId": "%s", "certification": "AMIS-2013", "route": "TRAINING",
         "openedOn": "2014-01-06"}\
        """
            .formatted(story.candidate());
    assertOneEffect("/api/paths", body, "path " + repetition.getCurrentRepetition());
  }

  @RepeatedTest(10)
  void one_key_records_one_ccp(RepetitionInfo repetition) {
    String address = "/api/paths/" + story.withCcps("2025-03-10") + "/ccps";
    String body = Story.ccpBody("CCP2", "2025-05-12", Story.BINOME);
    assertOneEffect(address, body, "ccp " + repetition.getCurrentRepetition());
  }

  private void assertOneEffect(String address, String body, String key) {
    List<Answer> answers =
        ledger.adding(1, () -> AtOnce.ask(4, i -> post(i, address, body, KEY, key)));
    Answer first = answers.getFirst();
    assertThat(first.status()).as(first.body()).isIn(200, 201);
    answers.forEach(answer -> answer.isAgain(first));
  }

  @Test
  void what_one_answered_the_other_answers_again() {
    String body = certificate(2001);
    String address = "/api/candidates/" + story.candidate() + "/certificates";
    Answer first = post(0, address, body, KEY, "k 1").done();
    ledger.untouchedBy(() -> post(1, address, body, KEY, "k 1")).isAgain(first);
    post(1, address, certificate(2002), KEY, "k 1").problem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void swept_on_both_at_once_a_day_lapses_each_ccp_once() {
    MovableClock.on("2015-01-05");
    List<String> paths = story.pathsWithCcp1(24, "2014-03-10");
    paths.forEach(path -> Sweep.awaitDue(nodes.getFirst(), path, "2019-03-11"));
    MovableClock.on("2020-01-06");
    AtOnce.ask(
        2,
        i -> {
          Sweep.on(node(i));
          return true;
        });
    assertThat(paths).allSatisfy(path -> assertThat(ledger.of(path, "path.CcpLapsed")).hasSize(1));
  }

  @Test
  void a_closure_told_by_both_is_noted_once() {
    String title = story.title("TP-2006", 1);
    String candidate = story.candidate();
    List<String> paths =
        AtOnce.ask(
            12,
            i ->
                node(i)
                    .story()
                    .open(candidate, title, "TRAINING", "2014-01-06")
                    .created("/api/paths")
                    .id());
    nodes.getLast().story().close(title, "2026-10-01").done();
    Sweep.eventually()
        .untilAsserted(() ->
            assertThat(paths)
                .allSatisfy(path ->
                    assertThat(ledger.kinds(path))
                        .containsExactly("PathOpened", "TitleClosureNoted")));
  }
}
