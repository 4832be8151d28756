package fr.livret.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.livret.command.referentiel.LawBook;
import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.command.testing.Tour;
import fr.livret.form.decision.Decision;
import fr.livret.form.decision.Resolver;
import fr.livret.form.event.EventJson;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.audit.AuditEvent;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.audit.AuditEvent.CommandWithoutEffect;
import fr.livret.kernel.candidate.CandidateCommand.RegisterCandidate;
import fr.livret.kernel.decision.Aggregate;
import fr.livret.kernel.decision.Decisions;
import fr.livret.kernel.decision.Decisions.Decided;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every fact and every refusal follows from a decision that is kept with it. */
@ExtendWith(SharedNode.class)
class JournalTest {
  private final Api api;
  private final Ledger ledger;
  private final Story story;
  private final EventStore store;
  private final JdbcClient jdbc;
  private final LawBook laws;
  private final Resolver resolver;
  private final String requestId = "r-" + UUID.randomUUID();

  JournalTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
    this.store = node.bean(EventStore.class);
    this.jdbc = node.bean(JdbcClient.class);
    this.laws = node.bean(LawBook.class);
    this.resolver =
        new Resolver() {
          @Override
          public List<?> facts(String aggregate, long number) {
            return events(aggregate).stream()
                .limit(number)
                .<Object>map(EventMessage::getPayload)
                .toList();
          }

          @Override
          public Laws laws() {
            return laws;
          }
        };
  }

  private List<? extends EventMessage<?>> events(String stream) {
    List<EventMessage<?>> events = new ArrayList<>();
    store.readEvents(stream).forEachRemaining(events::add);
    return events;
  }

  private Decision decision(EventMessage<?> event) {
    String written = (String) event.getMetaData().get(FactMetadata.DECISION);
    assertThat(written).as("the decision behind %s", event.getPayload()).isNotNull();
    return Decision.read(written, resolver);
  }

  private Decided again(Decision decision) {
    return Decisions.decide(
        decision.command(),
        Aggregate.of(resolver.facts(Target.of(decision.command()), decision.seen())),
        decision.laws().in(laws));
  }

  /** Whatever the other tests have stored is looked at as well. */
  @Test
  void whatever_is_stored_is_decided_again_by_its_own_decision() {
    Tour tour = new Tour();
    for (Tour.Request request : tour.go(this::send)) {
      send(request);
    }
    send(tour.erasure());
    send(tour.erasure());
    List<String> streams =
        jdbc.sql(
                """
                select distinct stream from event_store.event_log
                where payload_type not like 'audit.%'
                """)
            .query((row, _) -> row.getString(1))
            .list();
    Map<String, List<?>> begun = new HashMap<>();
    Map<String, List<?>> orphans = new HashMap<>();
    for (String stream : streams) {
      List<? extends EventMessage<?>> events = events(stream);
      int at = 0;
      if (!events.getFirst().getMetaData().containsKey(FactMetadata.DECISION)) {
        orphans.put(stream, List.of(events.getFirst().getPayload()));
        at = 1;
      }
      while (at < events.size()) {
        at += follows(events, at, begun);
      }
    }
    assertThat(orphans).isNotEmpty().isEqualTo(begun);
    assertThat(recordedBeside()).isNotEmpty().allSatisfy(this::standsToday);
  }

  /** What no fact follows from, with its decision. */
  private Map<String, AuditEvent> recordedBeside() {
    Map<String, AuditEvent> found = new HashMap<>();
    jdbc.sql(
            """
            select payload_type, payload,
                   convert_from(metadata, 'UTF8')::jsonb ->> 'decision' as decision
            from event_store.event_log where payload_type like 'audit.%'
            """)
        .query((row, _) ->
            found.put(
                row.getString("decision"),
                (AuditEvent)
                    EventJson.kernel()
                        .read(row.getString("payload_type"), "1", row.getBytes("payload"))))
        .list();
    return found;
  }

  private void standsToday(String written, AuditEvent event) {
    Decision decision = Decision.read(written, resolver);
    switch (event) {
      case CommandRefused refused -> refusedAgain(decision, refused);
      case CommandWithoutEffect _ -> assertThat(again(decision).facts()).isEmpty();
    }
  }

  private Answer send(Tour.Request request) {
    return api.send(
        request.method(), request.address(), request.body().getBytes(StandardCharsets.UTF_8));
  }

  /** How many facts follow from the decision of the one at that place, once they are looked at. */
  private int follows(List<? extends EventMessage<?>> events, int at, Map<String, List<?>> begun) {
    Decision decision = decision(events.get(at));
    Decided decided = again(decision);
    assertThat(decision.seen()).isEqualTo(at);
    assertThat(decision.facts()).isEqualTo(decided.facts().size());
    List<Object> stored = new ArrayList<>();
    events.subList(at, at + decision.facts()).forEach(event -> stored.add(event.getPayload()));
    assertThat(decided.facts()).asList().isEqualTo(stored);
    begun.putAll(decided.begun());
    return decision.facts();
  }

  private void refusedAgain(Decision decision, CommandRefused stored) {
    if (!decision.beside().isEmpty()) {
      assertThat(stored.code()).isEqualTo(Refused.CANDIDATE_ERASED.name());
      return;
    }
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> again(decision));
    assertThat(refusal).as("the refusal of %s", decision.command()).isNotNull();
    assertThat(refusal.code().name()).isEqualTo(stored.code());
    Map<String, String> facts = new TreeMap<>();
    refusal.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
    assertThat(facts).isEqualTo(new TreeMap<>(stored.facts()));
  }

  @Test
  void a_decision_tells_the_law_and_how_much_it_had_seen() {
    String path = story.capitalising();
    story.ccp(path, "CCP1", "2014-03-10").done();
    List<Fact> facts = ledger.of(path);
    assertThat(facts)
        .extracting(fact -> fact.metadata().has("decision"))
        .containsExactly(true, true, false);
    Decision decision = decision(events(path).get(1));
    assertThat(decision.name()).isEqualTo("path.RecordCcp");
    assertThat(decision.seen()).isEqualTo(1);
    assertThat(decision.facts()).isEqualTo(2);
    assertThat(decision.laws().texts()).hasSize(2).first().asString().startsWith("TP-");
  }

  @Test
  void a_refusal_carries_the_command_as_it_was_received() {
    String path = story.capitalising();
    api.post(
            "/api/paths/" + path + "/ccps",
            Story.ccpBody("CCP9", "2014-03-10", Story.BINOME),
            "X-Request-Id",
            requestId)
        .problem(409, "CCP_UNKNOWN");
    Decision decision = decisionOf(requestId);
    assertThat(decision.seen()).isEqualTo(1);
    assertThat(decision.facts()).isZero();
    assertThat(decision.command().toString()).contains("CCP9");
  }

  @Test
  void what_nobody_has_recorded_was_met_by_nothing() {
    api.post(
            "/api/paths/" + UUID.randomUUID() + "/ccps",
            Story.ccpBody("CCP1", "2014-03-10", Story.BINOME),
            "X-Request-Id",
            requestId)
        .problem(404, "UNKNOWN");
    assertThat(decisionOf(requestId).seen()).isZero();
  }

  @Test
  void what_people_ask_without_effect_is_kept_once_for_each_time_they_ask() {
    String code = Story.newCode();
    String body = Story.referentiel(code, "TP-2006", 2, "{\"from\": \"2002-01-01\"}");
    api.put("/api/referentiels/" + code, body).created("/api/referentiels");
    api.put("/api/referentiels/" + code, body, "X-Request-Id", requestId).done();
    api.put("/api/referentiels/" + code, body, "X-Request-Id", requestId).done();
    assertThat(ledger.ofRequest(requestId)).hasSize(2);
    Fact kept = ledger.ofRequest(requestId).getFirst();
    assertThat(kept.type()).isEqualTo("audit.CommandWithoutEffect");
    assertThat(kept.text("/target")).isEqualTo(code);
    assertThat(decisionOf(requestId).name()).isEqualTo("referentiel.PublishReferentiel");
  }

  @Test
  void who_asked_from_where_stands_beside_what_was_accepted_and_what_was_refused() {
    String path = story.capitalising();
    String[] from = {
      "X-Livret-Actor", "b.martin", "User-Agent", "registry/2.1", "X-Request-Id", requestId
    };
    story.ccp(path, "CCP1", "2014-03-10", from).done();
    story.ccp(path, "CCP1", "2014-03-11", from).problem(409, "CCP_ALREADY_HELD");
    List<Fact> kept = ledger.ofRequest(requestId);
    assertThat(kept).extracting(Fact::type).contains("path.CcpObtained", "audit.CommandRefused");
    assertThat(kept)
        .extracting(
            fact -> fact.metadata().path("actor").asString(),
            fact -> fact.metadata().path("client").asString())
        .containsOnly(tuple("b.martin", "registry/2.1"));
  }

  @Test
  void a_repeated_request_is_no_other_decision() {
    String path = story.capitalising();
    String body = Story.ccpBody("CCP1", "2014-03-10", Story.BINOME);
    String key = "again " + requestId;
    api.post("/api/paths/" + path + "/ccps", body, "Idempotency-Key", key).done();
    api.post(
            "/api/paths/" + path + "/ccps", body, "Idempotency-Key", key, "X-Request-Id", requestId)
        .done();
    assertThat(ledger.ofRequest(requestId)).isEmpty();
  }

  @Test
  void an_erased_person_stays_erased_in_what_they_asked() {
    Tour tour = new Tour();
    tour.go(this::send);
    String candidate = tour.id("{candidate}");
    String before = written(candidate);
    send(tour.erasure());
    assertThat(written(candidate)).isEqualTo(before);
    assertThat(decision(events(candidate).getFirst()).command())
        .isInstanceOf(RegisterCandidate.class);
  }

  private String written(String candidate) {
    return String.valueOf(events(candidate).getFirst().getMetaData().get(FactMetadata.DECISION));
  }

  private Decision decisionOf(String request) {
    Fact fact = ledger.ofRequest(request).getFirst();
    return Decision.read(fact.metadata().path("decision").asString(), resolver);
  }
}
