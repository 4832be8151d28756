package fr.livret.query.replay;

import static fr.livret.query.replay.Decided.ccp;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathId;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Decisions are taken again on what there was, and what comes out otherwise is named. */
@QueryTest
class ReplayTest {
  private final World world;
  private final Decided decided;
  private final Replays replays;
  private final PostgresEventStorageEngine engine;
  private final RegimeLibrary regimes;
  private final Http http;
  private final DataSource database;
  private final JdbcClient jdbc;

  ReplayTest(
      World world,
      Decided decided,
      PostgresEventStorageEngine engine,
      RegimeLibrary regimes,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      MovableClock clock,
      Http http,
      DataSource database) {
    this.world = world;
    this.decided = decided;
    this.engine = engine;
    this.regimes = regimes;
    this.replays = new Replays(jdbc, transactions, engine.log(), clock);
    this.http = http;
    this.database = database;
    this.jdbc = jdbc;
  }

  private static Question about(PathId path, String regimes) {
    return new Question(Optional.of(path.value()), Optional.empty(), Optional.empty(), regimes);
  }

  private static Question everything() {
    return new Question(Optional.empty(), Optional.empty(), Optional.empty(), Question.PINNED);
  }

  private List<Verdict> replayed(PathId path, String regimes) {
    return verdicts(carriedOut(about(path, regimes)));
  }

  private UUID carriedOut(Question question) {
    return claimed(
        question, id -> new Replayer(engine.log(), replays, regimes).run(id, () -> false, _ -> {}));
  }

  /** Asks, and works on it here: the worker of the running product may be faster. */
  private UUID claimed(Question question, Consumer<UUID> work) {
    try {
      UUID id;
      do {
        id = replays.ask(question);
      } while (!Claimed.alone(database, id, work(id, work)));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Runnable work(UUID id, Consumer<UUID> work) {
    return () -> work.accept(id);
  }

  private List<Verdict> verdicts(UUID id) {
    assertThat(replays.find(id).orElseThrow().state()).isEqualTo(Replays.State.DONE);
    return replays.verdicts(id, Optional.empty(), 0, 500);
  }

  /** Two CCPs, and the first one again, which is refused. */
  private PathId story() {
    PathId path = decided.path(world.referentielLike("AMIS-2013"), "2014-01-06");
    decided.decide(ccp(path, "CCP1", "2014-03-10"));
    decided.decide(ccp(path, "CCP2", "2016-05-02"));
    decided.decide(ccp(path, "CCP1", "2018-01-15"));
    return path;
  }

  @Test
  void what_nobody_has_touched_comes_to_the_same_accepted_or_refused() {
    List<Verdict> verdicts = replayed(story(), Question.PINNED);
    assertThat(verdicts).extracting(Verdict::kind).containsOnly(Verdict.Kind.SAME);
    assertThat(verdicts)
        .extracting(Verdict::recorded)
        .containsExactly(
            "accepted: PathOpened",
            "accepted: CcpObtained, WindowOpened",
            "accepted: CcpObtained",
            "refused: CCP_ALREADY_HELD (ccp=CCP1, date=2018-01-15, heldSince=2014-03-10)");
    assertThat(verdicts.getFirst().laws()).contains("TP-2006/1");
  }

  @Test
  void a_fact_that_does_not_follow_from_its_command_is_named_with_its_rule() {
    PathId path = decided.path(world.referentielLike("AMIS-2013"), "2014-01-06");
    decided.decide(
        ccp(path, "CCP1", "2014-03-10"),
        facts -> {
          CcpObtained was = (CcpObtained) facts.getFirst();
          facts.set(
              0,
              new CcpObtained(
                  was.path(),
                  was.ccp(),
                  LocalDate.parse("2014-03-11"),
                  was.grantedBy(),
                  was.evaluators(),
                  was.evidence(),
                  was.session(),
                  was.rule(),
                  was.minutes()));
          return facts;
        });
    List<Verdict> verdicts = replayed(path, Question.PINNED);
    assertThat(verdicts)
        .extracting(Verdict::kind)
        .containsExactly(Verdict.Kind.SAME, Verdict.Kind.DIFFERENT);
    assertThat(verdicts.getLast().differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.where()).isEqualTo("CcpObtained.obtainedOn");
          assertThat(difference.recorded()).isEqualTo("2014-03-11");
          assertThat(difference.now()).isEqualTo("2014-03-10");
          assertThat(difference.rule()).startsWith("TP-2006/1#");
        });
  }

  @Test
  void a_fact_left_out_is_named() {
    PathId path = decided.path(world.referentielLike("AMIS-2013"), "2014-01-06");
    decided.decide(
        ccp(path, "CCP1", "2014-03-10"),
        facts -> facts.subList(0, 1),
        entry -> entry.replace("\"facts\":2", "\"facts\":1"));
    assertThat(replayed(path, Question.PINNED).getLast().differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.recorded()).isNull();
          assertThat(difference.now()).isEqualTo("WindowOpened");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"facts\":2 | \"facts\":3 | from which 3 followed; there were 1, and 3 are recorded",
        "\"seen\":1 | \"seen\":7 | it says it met 7 facts",
        "\"form\":1 | \"form\":9 | a decision is read in form 1 only, not 9",
        "\"seen\":1 | \"sean\":1 | what is sean?",
        "\"ccp\": | \"cpc\": | path.RecordCcp revision 1"
      })
  void an_entry_that_cannot_be_true_or_read_is_not_replayed_and_says_why(
      String was, String is, String reason) {
    PathId path = decided.path(world.referentielLike("AMIS-2013"), "2014-01-06");
    decided.decide(ccp(path, "CCP1", "2014-03-10"));
    // Those who follow must not meet it.
    world.settled();
    change("metadata", path, escaped(was), escaped(is));
    try {
      Verdict last = replayed(path, Question.PINNED).getLast();
      assertThat(last.kind()).isEqualTo(Verdict.Kind.NOT_REPLAYED);
      assertThat(last.reason()).contains(reason);
    } finally {
      change("metadata", path, escaped(is), escaped(was));
    }
  }

  /** As it stands in the metadata, a text in a text. */
  private static String escaped(String json) {
    return json.replace("\"", "\\\"");
  }

  private void change(String column, PathId path, String was, String is) {
    jdbc.sql(
            """
            update event_store.event
            set %1$s = convert_to(replace(convert_from(%1$s, 'UTF8'), :was, :is), 'UTF8')
            where stream = :path and sequence = 1
            """
                .formatted(column))
        .param("was", was)
        .param("is", is)
        .param("path", path.toString())
        .update();
  }

  @Test
  void what_rests_on_a_fact_that_cannot_be_read_is_not_replayed() {
    PathId path = story();
    world.settled();
    change("payload", path, "\"obtainedOn\"", "\"obtaimedOn\"");
    List<Verdict> verdicts = replayed(path, Question.PINNED);
    assertThat(verdicts)
        .extracting(Verdict::kind)
        .containsExactly(
            Verdict.Kind.SAME,
            Verdict.Kind.NOT_REPLAYED,
            Verdict.Kind.NOT_REPLAYED,
            Verdict.Kind.NOT_REPLAYED);
    assertThat(verdicts.get(1).reason()).contains("path.CcpObtained");
    assertThat(verdicts.getLast().reason()).isEqualTo("4 facts were seen, and 1 can be used");
    change("payload", path, "\"obtaimedOn\"", "\"obtainedOn\"");
  }

  @Test
  void the_record_of_a_refusal_that_cannot_be_read_is_not_replayed() {
    PathId path = story();
    world.settled();
    rewriteRefusal(path, "{\"target\"", "\"target\"");
    try {
      assertThat(replayed(path, Question.PINNED).getLast().kind())
          .isEqualTo(Verdict.Kind.NOT_REPLAYED);
      assertThat(verdicts(carriedOut(everything())))
          .extracting(Verdict::target)
          .contains(path.toString());
    } finally {
      rewriteRefusal(path, "\"target\"", "{\"target\"");
    }
  }

  private void rewriteRefusal(PathId path, String was, String is) {
    jdbc.sql(
            """
            update event_store.event
            set payload =
              convert_to(replace(convert_from(event.payload, 'UTF8'), :was, :is), 'UTF8')
            from event_store.event_type
            where code = type and event_type.payload = 'audit.CommandRefused'
              and convert_from(event.payload, 'UTF8') like :target
            """)
        .param("was", was)
        .param("is", is)
        .param("target", "%" + path + "%")
        .update();
  }

  @Test
  void facts_without_a_decision_are_counted_and_nothing_is_guessed_of_them() {
    PathId path = decided.path(world.referentielLike("AMIS-2013"), "2014-01-06");
    world.store(
        "path",
        path.toString(),
        Instant.parse("2014-03-10T12:00:00Z"),
        List.of(
            new fr.livret.kernel.path.PathEvent.TitleClosureNoted(
                path, LocalDate.parse("2014-03-10"), "JO")));
    UUID id = carriedOut(about(path, Question.PINNED));
    assertThat(replays.find(id).orElseThrow().tally()).isEqualTo(new Tally(2, 1, 0, 0, 1));
  }

  @Test
  void under_another_regime_it_is_told_who_would_have_been_decided_otherwise_and_why() {
    PathId path = decided.path(world.referentielLike("AMIS-2013"), "2014-01-06");
    decided.decide(ccp(path, "CCP1", "2014-03-10"));
    List<Verdict> verdicts = replayed(path, "RNCP-PRIVATE");
    assertThat(verdicts)
        .extracting(Verdict::kind)
        .containsExactly(Verdict.Kind.SAME, Verdict.Kind.DIFFERENT);
    assertThat(verdicts.getLast().differences())
        .anySatisfy(difference -> assertThat(difference.rule()).isNotBlank());
    assertThat(replayed(path, "TP-2006")).extracting(Verdict::kind).containsOnly(Verdict.Kind.SAME);
  }

  @Test
  void cut_short_after_each_portion_it_goes_on_and_finds_the_same_as_in_one_go() {
    story();
    story();
    Question all = everything();
    UUID once = carriedOut(all);
    AtomicInteger runs = new AtomicInteger();
    UUID often =
        claimed(
            all,
            id -> {
              do {
                new Replayer(engine.log(), replays, regimes, 7).run(id, () -> true, _ -> {});
                runs.incrementAndGet();
              } while (replays.find(id).orElseThrow().state() == Replays.State.RUNNING);
            });
    assertThat(runs).hasValueGreaterThan(2);
    assertThat(replays.find(often).orElseThrow().tally())
        .isEqualTo(replays.find(once).orElseThrow().tally());
    assertThat(replays.find(once).orElseThrow().tally().events())
        .isEqualTo(replays.find(once).orElseThrow().events());
    assertThat(replays.find(once).orElseThrow().tally().same()).isGreaterThanOrEqualTo(8);
    assertThat(verdicts(often)).isEqualTo(verdicts(once));
  }

  @Test
  void a_period_is_about_what_was_recorded_in_it_on_both_of_its_days() {
    PathId path = decided.path(world.referentielLike("AMIS-2013"), "2014-07-01");
    decided.decide(ccp(path, "CCP1", "2014-07-10"));
    decided.decide(ccp(path, "CCP2", "2014-07-11"));
    decided.decide(ccp(path, "CCP2", "2014-07-12"));
    assertThat(inPeriod("2014-07-10", "2014-07-11").tally().same()).isEqualTo(2);
    assertThat(inPeriod("2014-07-01", "2014-07-12").tally().same()).isEqualTo(4);
    assertThat(inPeriod("2014-07-12", "2014-07-12").tally().same()).isEqualTo(1);
    assertThat(inPeriod("2014-07-13", "2014-07-14").tally().same()).isZero();
  }

  private Replays.Replay inPeriod(String from, String to) {
    JsonNode asked =
        http.post("/api/audit/replays", "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
            .json();
    UUID id = UUID.fromString(asked.path("id").stringValue());
    assertThat(asked.path("state").stringValue()).isEqualTo("DONE");
    return replays.find(id).orElseThrow();
  }
}
