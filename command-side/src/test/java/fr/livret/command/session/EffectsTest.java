package fr.livret.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.command.testing.Crash;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.Sessions;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.session.SessionCommand.NoteEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What minutes bring to the paths: once, in order, whatever comes in between. */
@ExtendWith(SharedNode.class)
class EffectsTest {
  private static final String HELD = "2014-06-12";
  private static final int CANDIDATES = 6;

  private static List<String> trainees(Node node, String title, int count) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      paths.add(node.story().path(title, "TRAINING", "2011-07-02"));
    }
    return paths;
  }

  /** Dies on the so many-th command of that kind that the automation sends. */
  private static void crashOn(Node node, int number, Predicate<Object> command) {
    AtomicInteger sent = new AtomicInteger();
    node.bean(CommandBus.class)
        .registerDispatchInterceptor(_ ->
            (_, message) -> {
              boolean automation =
                  "livret:minutes".equals(String.valueOf(message.getMetaData().get("actor")));
              if (automation
                  && command.test(message.getPayload())
                  && sent.incrementAndGet() >= number) {
                throw new Crash();
              }
              return message;
            });
  }

  private static long errands(Node node) {
    return node.bean(JdbcClient.class)
        .sql("select count(*) from session_errand")
        .query(Long.class)
        .single();
  }

  /** The run dies before the path of a candidate, or before the session hears of it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_run_cut_short_in_the_middle_is_completed_and_doubles_nothing(boolean beforeThePath) {
    String database = TestPostgres.freshDatabaseUrl();
    String session;
    List<String> paths;
    try (Node node = Node.withMinutesEvery("P1D", database)) {
      String title = node.story().title("TP-2006", 3);
      paths = trainees(node, title, CANDIDATES);
      Sessions sessions = new Sessions(node);
      session = sessions.held(title, HELD, "2014-05-12", paths);
      for (String path : paths) {
        sessions.result(session, path, "PARTIAL", ", \"ccps\": [\"CCP1\", \"CCP2\"]").done();
      }
      sessions.sign(session, HELD, "J1", "J2").done();
      Sessions.eventually().until(() -> errands(node) == CANDIDATES);
      crashOn(
          node,
          3,
          command ->
              beforeThePath ? command instanceof PathCommand : command instanceof NoteEffect);
      WhenMinutesSignedThenRecordDecisions run =
          node.bean(WhenMinutesSignedThenRecordDecisions.class);
      assertThatThrownBy(run::run).isInstanceOf(Crash.class);
      assertThat(recorded(node.ledger(), paths)).isEqualTo(beforeThePath ? 2 : 3);
    }
    try (Node node = Node.on(database)) {
      String signed = session;
      Sessions.eventually()
          .until(() ->
              node.ledger().of(signed, "session.DecisionRecorded").size() == CANDIDATES
                  && errands(node) == 0);
      for (String path : paths) {
        assertThat(node.ledger().of(path, "path.TitleRefused")).hasSize(1);
        assertThat(node.ledger().of(path, "path.CcpObtained"))
            .extracting(fact -> fact.text("/ccp"))
            .containsExactly("CCP1", "CCP2");
      }
      assertThat(node.ledger().of(signed, "session.DecisionRecorded")).hasSize(CANDIDATES);
      assertThat(node.ledger().of(signed, "session.DecisionNotRecorded")).isEmpty();
    }
  }

  private static long recorded(Ledger ledger, List<String> paths) {
    return paths.stream().filter(path -> !ledger.of(path, "path.TitleRefused").isEmpty()).count();
  }

  @Test
  void a_rectification_replaces_what_it_changes_and_leaves_the_others(Node node) {
    String title = node.story().title("TP-2006", 3);
    List<String> paths = trainees(node, title, 2);
    Sessions sessions = new Sessions(node);
    String session = sessions.held(title, HELD, "2014-05-12", paths);
    paths.forEach(
        path -> sessions.result(session, path, "PARTIAL", ", \"ccps\": [\"CCP1\"]").done());
    sessions.sign(session, HELD, "J1", "J2").done();
    sessions
        .rectify(
            session,
            "2014-09-01",
            Sessions.resultBody(paths.getFirst(), "TITLE", ""),
            Sessions.resultBody(paths.getLast(), "PARTIAL", ", \"ccps\": [\"CCP1\"]"))
        .done();
    Ledger ledger = node.ledger();
    Sessions.eventually().until(() -> ledger.of(session, "session.DecisionRecorded").size() == 3);
    assertThat(ledger.kinds(paths.getFirst()))
        .containsSubsequence(
            "TitleRefused", "CcpObtained", "CcpAnnulled", "TitleRefusalAnnulled", "TitleAwarded");
    Ledger.Fact award = ledger.of(paths.getFirst(), "path.TitleAwarded").getFirst();
    assertThat(award.text("/minutes/edition")).isEqualTo("2");
    assertThat(ledger.of(paths.getFirst(), "path.CcpAnnulled").getFirst().text("/minutes/edition"))
        .isEqualTo("1");
    assertThat(ledger.kinds(paths.getLast())).doesNotContain("CcpAnnulled");
  }

  @Test
  void an_annulment_undoes_what_the_session_decided_on_every_path(Node node) {
    String title = node.story().title("TP-2006", 3);
    List<String> paths = trainees(node, title, 3);
    Sessions sessions = new Sessions(node);
    String session = sessions.held(title, HELD, "2014-05-12", paths);
    sessions.result(session, paths.get(0), "TITLE", "").done();
    sessions.result(session, paths.get(1), "PARTIAL", ", \"ccps\": [\"CCP1\"]").done();
    sessions.result(session, paths.get(2), "ABSENT", "").done();
    sessions.sign(session, HELD, "J1", "J2").done();
    sessions.annul(session, "2014-10-01").done();
    Ledger ledger = node.ledger();
    Sessions.eventually().until(() -> ledger.of(session, "session.DecisionUndone").size() == 3);
    assertThat(ledger.kinds(paths.get(0))).containsSubsequence("TitleAwarded", "TitleAnnulled");
    // Recorded years later, what was granted lapsed before it was annulled.
    assertThat(ledger.kinds(paths.get(1)))
        .containsSubsequence("CcpObtained", "CcpLapsed", "CcpAnnulled", "TitleRefusalAnnulled");
    assertThat(ledger.kinds(paths.get(2)))
        .containsSubsequence("CandidateAbsent", "AbsenceAnnulled");
    // The candidates can be decided on again.
    Story story = node.story();
    story.title(paths.get(0), "2015-02-02").done();
  }
}
