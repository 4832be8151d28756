package fr.livret.query.replay;

import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.form.decision.Decision;
import fr.livret.form.event.FactMetadata;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.decision.Aggregate;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.decision.Outcome;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.MovableClock;
import fr.livret.query.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Decides on paths and stores each decision with its facts, as the command side does. */
@Component
final class Decided {
  private final World world;
  private final EventStore events;
  private final PostgresEventStorageEngine engine;
  private final RegimeLibrary regimes;

  Decided(
      World world, EventStore events, PostgresEventStorageEngine engine, RegimeLibrary regimes) {
    this.world = world;
    this.events = events;
    this.engine = engine;
    this.regimes = regimes;
  }

  /** A path to that title, opened on that day. */
  PathId path(ReferentielCode title, String openedOn) {
    PathId path = new PathId(UUID.randomUUID());
    decide(open(path, title, openedOn));
    return path;
  }

  static OpenPath open(PathId path, ReferentielCode title, String openedOn) {
    LocalDate day = LocalDate.parse(openedOn);
    return new OpenPath(
        path,
        new CandidateId(UUID.randomUUID()),
        title,
        1,
        Route.CAPITALISATION,
        Access.impliedBy(Route.CAPITALISATION),
        day,
        null,
        List.of(),
        day);
  }

  static RecordCcp ccp(PathId path, String ccp, String obtainedOn) {
    LocalDate day = LocalDate.parse(obtainedOn);
    return new RecordCcp(
        path,
        new CcpCode(ccp),
        day,
        List.of(
            new Evaluator(null, null, EvaluatorRole.PROFESSIONAL, false),
            new Evaluator(null, null, EvaluatorRole.TRAINER, false)),
        Set.of("MISE_EN_SITUATION", "DSPP"),
        null,
        null,
        day);
  }

  Outcome decide(PathCommand command) {
    return decide(command, facts -> facts);
  }

  /** Stores what follows as somebody changed it. */
  Outcome decide(PathCommand command, UnaryOperator<List<Object>> changed) {
    return decide(command, changed, UnaryOperator.identity());
  }

  /** Stores what follows, and the entry, as somebody changed them. */
  Outcome decide(
      PathCommand command, UnaryOperator<List<Object>> changed, UnaryOperator<String> entry) {
    String id = command.path().toString();
    Aggregate before = Aggregate.of(world.stream(id));
    Laws laws = new LogLaws(regimes, new LogFacts(engine.log(), Long.MAX_VALUE));
    PathState state = before.state(PathState.class, new PathState.NotOpened());
    LawNames names =
        LawNames.of(
            state
                .opened()
                .map(file -> laws.governing(file.pins(), command))
                .orElseGet(() -> laws.forOpening(command)));
    Outcome outcome = Outcome.of(command, before, laws);
    switch (outcome) {
      case Outcome.Accepted(List<?> facts) -> {
        Decision decision =
            new Decision(command, before.facts(), facts.size(), Map.of(), Map.of(), names);
        store(
            id,
            before.facts(),
            changed.apply(new ArrayList<>(facts)),
            entry.apply(decision.written()),
            MovableClock.noon(command.today().toString()));
      }
      case Outcome.Refused refused ->
          events.publish(refusal(command, refused, before.facts(), names));
    }
    return outcome;
  }

  private EventMessage<?> refusal(
      PathCommand command, Outcome.Refused refused, long seen, LawNames names) {
    return new GenericEventMessage<>(
        UUID.randomUUID().toString(),
        new CommandRefused(
            command.path().toString(),
            command.getClass().getSimpleName(),
            refused.code(),
            refused.rule(),
            refused.facts(),
            command.today()),
        MetaData.with(FactMetadata.DECISION, Decision.withoutFacts(command, seen, names).written()),
        MovableClock.noon(command.today().toString()));
  }

  private void store(String id, long seen, List<Object> facts, String entry, Instant at) {
    List<DomainEventMessage<?>> messages = new ArrayList<>();
    for (Object fact : facts) {
      messages.add(
          new GenericDomainEventMessage<>(
              "path",
              id,
              seen + messages.size(),
              fact,
              messages.isEmpty()
                  ? MetaData.with(FactMetadata.DECISION, entry)
                  : MetaData.emptyInstance(),
              UUID.randomUUID().toString(),
              at));
    }
    events.publish(messages);
  }
}
