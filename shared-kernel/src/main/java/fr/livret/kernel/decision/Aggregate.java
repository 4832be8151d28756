package fr.livret.kernel.decision;

import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.alert.AlertState;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.programme.ProgrammeEvent;
import fr.livret.kernel.programme.ProgrammeState;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielState;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionState;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingState;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeRegisterEvent;
import fr.livret.kernel.vae.VaeRegisterState;
import fr.livret.kernel.vae.VaeState;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Any aggregate, as its facts so far leave it. Its first fact says of which kind it is. */
public final class Aggregate {
  /** One that nothing is recorded of. */
  public static final Aggregate NONE = new Aggregate(null, 0);

  private static final List<Kind<?, ?>> KINDS =
      List.of(
          new Kind<>(
              PathEvent.class, PathState.class, new PathState.NotOpened(), PathState::evolve),
          new Kind<>(
              CandidateEvent.class,
              CandidateState.class,
              new CandidateState.NotRegistered(),
              CandidateState::evolve),
          new Kind<>(
              SessionEvent.class,
              SessionState.class,
              new SessionState.NotPlanned(),
              SessionState::evolve),
          new Kind<>(
              TrainingEvent.class,
              TrainingState.class,
              new TrainingState.NotStarted(),
              TrainingState::evolve),
          new Kind<>(VaeEvent.class, VaeState.class, new VaeState.NotFiled(), VaeState::evolve),
          new Kind<>(
              VaeRegisterEvent.class,
              VaeRegisterState.class,
              new VaeRegisterState.NothingFiled(),
              VaeRegisterState::evolve),
          new Kind<>(
              AlertEvent.class, AlertState.class, new AlertState.NotRaised(), AlertState::evolve),
          new Kind<>(
              ReferentielEvent.class,
              ReferentielState.class,
              new ReferentielState.NotPublished(),
              ReferentielState::evolve),
          new Kind<>(
              ProgrammeEvent.class,
              ProgrammeState.class,
              new ProgrammeState.NoProgramme(),
              ProgrammeState::evolve));

  private final @Nullable Object state;
  private final long facts;

  private Aggregate(@Nullable Object state, long facts) {
    this.state = state;
    this.facts = facts;
  }

  private record Kind<S, E>(
      Class<E> events, Class<S> states, S initial, BiFunction<S, E, ? extends S> evolve) {

    /** What the fact makes of the state; the state itself where one of the two is of another. */
    @Nullable Object after(@Nullable Object state, Object fact) {
      return state == null || states.isInstance(state)
          ? evolve.apply(state == null ? initial : states.cast(state), events.cast(fact))
          : state;
    }
  }

  /** What these facts leave, from the first on. */
  public static Aggregate of(List<?> facts) {
    Aggregate aggregate = NONE;
    for (Object fact : facts) {
      aggregate = aggregate.after(fact);
    }
    return aggregate;
  }

  /** What one more fact leaves; one of another kind leaves all as it was. */
  public Aggregate after(Object fact) {
    for (Kind<?, ?> kind : KINDS) {
      if (kind.events().isInstance(fact)) {
        return new Aggregate(kind.after(state, fact), facts + 1);
      }
    }
    return new Aggregate(state, facts + 1);
  }

  /** How many facts there were. */
  public long facts() {
    return facts;
  }

  /** Whether there is one, of the kind that takes such commands. */
  boolean isOfKindOf(Object command) {
    return state != null && state.getClass().getPackage().equals(command.getClass().getPackage());
  }

  /** Its state; the initial one where nothing is recorded, or of another kind. */
  public <S> S state(Class<S> kind, S initial) {
    return kind.isInstance(state) ? kind.cast(state) : initial;
  }
}
