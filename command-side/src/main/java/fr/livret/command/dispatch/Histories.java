package fr.livret.command.dispatch;

import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.decision.Decisions;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionState;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingId;
import fr.livret.kernel.training.TrainingState;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeState;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Where an aggregate stands now, from its facts themselves: never behind, unlike a projection. */
@Component
public class Histories {
  private final RecordedFacts facts;

  Histories(RecordedFacts facts) {
    this.facts = facts;
  }

  /** The candidate as of now. */
  public CandidateState candidate(CandidateId id) {
    return fold(
        id.toString(),
        new CandidateState.NotRegistered(),
        CandidateEvent.class,
        CandidateState::evolve);
  }

  /** A session as of now. */
  public SessionState session(SessionId id) {
    return fold(
        id.toString(), new SessionState.NotPlanned(), SessionEvent.class, SessionState::evolve);
  }

  /**
   * A path as so many facts make it.
   *
   * @param facts how many there were
   */
  public record PathThen(PathState state, long facts) {}

  /** A path as of now. */
  public PathThen pathNow(PathId id) {
    List<Object> recorded = facts.of(id.toString());
    return new PathThen(
        Decisions.fold(recorded, new PathState.NotOpened(), PathEvent.class, PathState::evolve),
        recorded.size());
  }

  /** An opened path as of now. */
  public PathFile path(PathId id) {
    return pathNow(id).state().opened().orElseThrow(() -> Unknown.id(id.toString()));
  }

  /** A training as of now. */
  public TrainingState training(TrainingId id) {
    return fold(
        id.toString(), new TrainingState.NotStarted(), TrainingEvent.class, TrainingState::evolve);
  }

  /** A VAE application as of now; empty where none was filed under that id. */
  public Optional<VaeFile> vaeApplication(VaeApplicationId id) {
    return fold(id.toString(), new VaeState.NotFiled(), VaeEvent.class, VaeState::evolve).filed();
  }

  private <S, E> S fold(
      String id, S initial, Class<E> type, BiFunction<? super S, ? super E, ? extends S> evolve) {
    // The id may be another kind's: of this kind nothing is recorded under it then.
    return Decisions.fold(facts.of(id), initial, type, evolve);
  }
}
