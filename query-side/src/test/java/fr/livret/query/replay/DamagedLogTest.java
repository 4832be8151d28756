package fr.livret.query.replay;

import static fr.livret.query.replay.Decided.ccp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.StoredEvent;
import fr.livret.form.decision.Decision;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.decision.Aggregate;
import fr.livret.kernel.decision.Decisions;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What other hands did to the log ends no replay: it is told of the aggregate they did it to. */
@QueryTest
class DamagedLogTest {
  private static final Question EVERYTHING =
      new Question(Optional.empty(), Optional.empty(), Optional.empty(), Question.PINNED);

  private final World world;
  private final Decided decided;
  private final PostgresEventStorageEngine engine;
  private final RegimeLibrary regimes;
  private final JdbcClient jdbc;

  DamagedLogTest(
      World world,
      Decided decided,
      PostgresEventStorageEngine engine,
      RegimeLibrary regimes,
      JdbcClient jdbc) {
    this.world = world;
    this.decided = decided;
    this.engine = engine;
    this.regimes = regimes;
    this.jdbc = jdbc;
  }

  private Findings tried(String target) {
    LogFacts facts = new LogFacts(engine.log(), Long.MAX_VALUE);
    Findings findings = new Findings(true);
    new Retrial(facts, new LogLaws(regimes, facts), EVERYTHING, null)
        .of(
            new Life(
                target, engine.log().streams(List.of(target), Long.MAX_VALUE), refusals(target)),
            findings);
    return findings;
  }

  /** The records of what was refused, as the log has them. */
  private List<StoredEvent> refusals(String target) {
    List<StoredEvent> records = new ArrayList<>();
    engine
        .log()
        .read(
            0,
            engine.log().head(),
            event -> {
              if (Scope.isRecord(event)
                  && new String(event.payload(), StandardCharsets.UTF_8).contains(target)) {
                records.add(event);
              }
            });
    return records;
  }

  @Test
  void a_fact_that_cannot_stand_where_it_does_ends_what_can_be_replayed_of_its_path_alone() {
    PathId path = decided.path(world.referentielLike("AMIS-2013"), "2014-01-06");
    decided.decide(ccp(path, "CCP1", "2014-03-10"));
    decided.decide(ccp(path, "CCP2", "2016-05-02"));
    decided.decide(ccp(path, "CCP1", "2018-01-15"));
    // Those who follow must not meet it.
    world.settled();
    Content was = content(path, 1);
    become(path, 1, content(path, 0));
    try {
      List<Verdict> verdicts = tried(path.toString()).verdicts();
      assertThat(verdicts)
          .extracting(Verdict::kind, Verdict::command)
          .containsExactly(
              tuple(Verdict.Kind.SAME, "path.OpenPath"),
              tuple(Verdict.Kind.DIFFERENT, "path.RecordCcp"),
              tuple(Verdict.Kind.NOT_REPLAYED, "?"),
              tuple(Verdict.Kind.NOT_REPLAYED, "path.RecordCcp"));
      assertThat(verdicts.get(2).reason())
          .startsWith("path.PathOpened at position ")
          .endsWith(" cannot follow what stands before it: path " + path + " was opened twice");
      assertThat(verdicts.get(3).reason()).isEqualTo("4 facts were seen, and 1 can be used");
    } finally {
      become(path, 1, was);
    }
  }

  private record Content(int type, byte[] payload) {}

  private Content content(PathId path, int sequence) {
    return jdbc.sql(
            """
            select type, payload from event_store.event
            where stream = :path and sequence = :sequence
            """)
        .param("path", path.toString())
        .param("sequence", sequence)
        .query(Content.class)
        .single();
  }

  private void become(PathId path, int sequence, Content content) {
    jdbc.sql(
            """
            update event_store.event set type = :type, payload = :payload
            where stream = :path and sequence = :sequence
            """)
        .param("path", path.toString())
        .param("sequence", sequence)
        .param("type", content.type())
        .param("payload", content.payload())
        .update();
  }

  @Test
  void an_application_that_cannot_be_read_is_told_where_its_filing_is_taken_again() {
    CandidateId candidate = world.candidate("Perrin", "Anaïs");
    VaeApplicationId application = new VaeApplicationId(UUID.randomUUID());
    LocalDate day = LocalDate.parse("2025-03-10");
    FileVaeApplication filing =
        new FileVaeApplication(
            candidate,
            application,
            world.referentielLike("AMIS-2023"),
            1,
            day,
            Set.of(),
            List.of(),
            List.of(),
            day);
    Laws laws = new LogLaws(regimes, new LogFacts(engine.log(), Long.MAX_VALUE));
    Decisions.Decided filed = Decisions.decide(filing, Aggregate.NONE, laws);
    String register = filing.register().toString();
    world.decided(
        new Decision(
            filing,
            0,
            filed.facts().size(),
            Map.of(application.toString(), 1),
            Map.of(),
            LawNames.of(laws.forFiling(filing))),
        "vae-register",
        register,
        MovableClock.noon("2025-03-10"),
        filed.facts());
    filed
        .begun()
        .forEach((id, facts) ->
            world.store("vae-application", id, MovableClock.noon("2025-03-10"), facts));
    assertThat(tried(register).verdicts())
        .extracting(Verdict::kind)
        .containsExactly(Verdict.Kind.SAME);

    world.settled();
    change(application, "\"filedOn\"", "\"filledOn\"");
    try {
      assertThat(tried(register).verdicts())
          .singleElement()
          .satisfies(verdict -> {
            assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NOT_REPLAYED);
            assertThat(verdict.reason()).contains("vae.ApplicationFiled");
          });
    } finally {
      change(application, "\"filledOn\"", "\"filedOn\"");
    }
  }

  private void change(VaeApplicationId application, String was, String is) {
    jdbc.sql(
            """
            update event_store.event
            set payload = convert_to(replace(convert_from(payload, 'UTF8'), :was, :is), 'UTF8')
            where stream = :application
            """)
        .param("was", was)
        .param("is", is)
        .param("application", application.toString())
        .update();
  }
}
