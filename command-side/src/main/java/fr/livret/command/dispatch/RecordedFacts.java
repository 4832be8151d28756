package fr.livret.command.dispatch;

import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.training.TrainingEvent.TrainingStarted;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The facts of an aggregate as a decision sees them now: those stored, never behind as a projection
 * may be, and in a {@link Rehearsal} those rehearsed on top.
 */
@Component
public class RecordedFacts {
  private final EventStore store;

  RecordedFacts(EventStore store) {
    this.store = store;
  }

  /** The facts of an aggregate, in order; none where nothing is recorded under the id. */
  public List<Object> of(String id) {
    return withCommands(id).stream().map(RecordedFact::event).toList();
  }

  /** How many facts of an aggregate are stored. */
  public long count(String id) {
    return store.lastSequenceNumberFor(id).map(last -> last + 1).orElse(0L);
  }

  /** Whether some of what {@link #of} gives is rehearsed only. */
  public boolean rehearsed(String id) {
    return Rehearsal.current().filter(rehearsal -> !rehearsal.added(id).isEmpty()).isPresent();
  }

  /** The trainings of a candidate that are rehearsed only; no index has them. */
  public List<TrainingStarted> rehearsedTrainings(CandidateId candidate) {
    return Rehearsal.current().map(it -> it.trainings(candidate)).orElse(List.of());
  }

  /**
   * A fact, and what it follows from.
   *
   * @param command the id of the command; absent where its sender gave none
   */
  record RecordedFact(Object event, @Nullable String command) {}

  List<RecordedFact> withCommands(String id) {
    List<RecordedFact> facts = new ArrayList<>();
    var stored = store.readEvents(id);
    while (stored.hasNext()) {
      var message = stored.next();
      facts.add(
          new RecordedFact(
              message.getPayload(), (String) message.getMetaData().get(FactMetadata.COMMAND)));
    }
    Rehearsal.current().ifPresent(rehearsal -> facts.addAll(rehearsal.added(id)));
    return facts;
  }
}
