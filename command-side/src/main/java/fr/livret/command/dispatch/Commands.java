package fr.livret.command.dispatch;

import fr.livret.eventstore.EventStoreUnavailableException;
import fr.livret.form.decision.Decision;
import fr.livret.http.VersionConflict;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.law.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/** Sends commands and waits until what follows from them is durable. */
@Component
public class Commands {
  /** Two nodes that meet on one aggregate: each try loses only to a command that won. */
  private static final int TRIES = 20;

  private final CommandBus bus;
  private final MeterRegistry meters;
  private final Journal journal;
  private final RecordedFacts facts;
  private final AggregateCaches.Remembered remembered;
  private final ObjectProvider<Laws> laws;
  private final Map<Measured, Timer> timers = new ConcurrentHashMap<>();

  Commands(
      CommandBus bus,
      MeterRegistry meters,
      Journal journal,
      RecordedFacts facts,
      AggregateCaches.Remembered remembered,
      ObjectProvider<Laws> laws) {
    this.bus = bus;
    this.meters = meters;
    this.journal = journal;
    this.facts = facts;
    this.remembered = remembered;
    this.laws = laws;
  }

  /**
   * Carries out a command; in a {@link Rehearsal}, there only.
   *
   * @return once its facts are durable; that it had no effect is recorded as well
   * @throws Refusal when the rules refuse it; that it was refused is then recorded
   * @throws VersionConflict when the aggregate has another version than the origin's condition
   */
  public Receipt send(Object command, Origin origin) {
    Optional<Rehearsal> rehearsal = Rehearsal.current();
    if (rehearsal.isPresent()) {
      return rehearsal.get().carryOut(command, origin, facts, laws.getObject());
    }
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      Receipt receipt = carryOut(command, origin);
      outcome = "accepted";
      @Nullable Met without = receipt.without();
      if (without != null) {
        journal.withoutEffect(
            Decision.withoutFacts(command, without.facts(), without.laws()), origin);
      }
      return receipt;
    } catch (RefusedOn on) {
      Refusal refusal = on.refusal();
      outcome = refusal.code().name();
      Met met = on.met();
      journal.refused(Decision.withoutFacts(command, met.facts(), met.laws()), refusal, origin);
      throw refusal;
    } catch (VersionConflict conflict) {
      outcome = "conflict";
      throw conflict;
    } finally {
      sample.stop(timers.computeIfAbsent(new Measured(command.getClass(), outcome), this::timer));
    }
  }

  /** What commands of a kind came to. */
  private record Measured(Class<?> command, String outcome) {}

  private Timer timer(Measured of) {
    return meters.timer(
        "livret.commands", "command", of.command().getSimpleName(), "outcome", of.outcome());
  }

  /**
   * Records that a rule refuses a command, which its aggregate alone cannot see; to be thrown.
   *
   * @param other the aggregate whose facts refuse it
   */
  public Refusal refused(Object command, Refusal refusal, String other, Origin origin) {
    if (!Rehearsal.isOn()) {
      Map<String, Long> beside = Map.of(other, facts.count(other));
      journal.refused(
          new Decision(command, 0, 0, Map.of(), beside, LawNames.NONE), refusal, origin);
    }
    return refusal;
  }

  /**
   * Carries it out, without reading where it can: on what is remembered of the aggregate, or on
   * nothing under an id drawn for it. Only facts that are stored prove that this was all there is:
   * what is refused, has no consequence or loses its place is decided again on what is stored.
   */
  private Receipt carryOut(Object command, Origin origin) {
    String target = Target.of(command);
    if (origin.begins() || remembered.has(target)) {
      try {
        Receipt receipt = dispatch(command, origin);
        if (receipt.recorded()) {
          return receipt;
        }
      } catch (RefusedOn
          | VersionConflict
          | ConcurrencyException
          | AggregateStreamCreationException maybeOutdated) {
        // Thrown again below where it holds.
      }
      remembered.forget(target);
    }
    return untilItWins(command, origin.onAnyId());
  }

  private Receipt untilItWins(Object command, Origin origin) {
    for (int tries = 1; ; tries++) {
      try {
        return dispatch(command, origin);
      } catch (ConcurrencyException | AggregateStreamCreationException lost) {
        if (tries == TRIES) {
          // A failure that passes: the sender is told to try again a little later.
          throw new ConcurrencyFailureException("Came second " + TRIES + " times", lost);
        }
      }
    }
  }

  private Receipt dispatch(Object command, Origin origin) {
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    bus.<Object, Object>dispatch(
        new GenericCommandMessage<>(command, origin.onCommand(Target.of(command))),
        (_, result) -> {
          if (result.isExceptional()) {
            answer.completeExceptionally(result.exceptionResult());
          } else {
            answer.complete((Receipt) result.getPayload());
          }
        });
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw unwrapped(failed.getCause(), command);
    }
  }

  private static RuntimeException unwrapped(@Nullable Throwable cause, Object command) {
    return switch (cause) {
      case AggregateNotFoundException _ -> unknown(command);
      // The facts under this id are of another kind of aggregate.
      case IncompatibleAggregateException _ -> unknown(command);
      case EventStoreUnavailableException later ->
          new TransientDataAccessResourceException("Events cannot be stored for now", later);
      case RuntimeException known -> known;
      case null, default -> new IllegalStateException("A command failed", cause);
    };
  }

  private static RefusedOn unknown(Object command) {
    return new RefusedOn(Unknown.target(command), Met.NOTHING);
  }
}
