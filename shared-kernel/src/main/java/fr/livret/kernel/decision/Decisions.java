package fr.livret.kernel.decision;

import fr.livret.kernel.alert.AlertCommand;
import fr.livret.kernel.alert.AlertDecider;
import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.alert.AlertState;
import fr.livret.kernel.candidate.CandidateCommand;
import fr.livret.kernel.candidate.CandidateDecider;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.programme.ProgrammeCommand;
import fr.livret.kernel.programme.ProgrammeDecider;
import fr.livret.kernel.programme.ProgrammeEvent;
import fr.livret.kernel.programme.ProgrammeState;
import fr.livret.kernel.referentiel.ReferentielCommand;
import fr.livret.kernel.referentiel.ReferentielDecider;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielState;
import fr.livret.kernel.session.SessionCommand;
import fr.livret.kernel.session.SessionDecider;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionState;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.training.TrainingDecider;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingState;
import fr.livret.kernel.vae.VaeCommand;
import fr.livret.kernel.vae.VaeDecider;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeRegisterCommand;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import fr.livret.kernel.vae.VaeRegisterDecider;
import fr.livret.kernel.vae.VaeRegisterEvent;
import fr.livret.kernel.vae.VaeRegisterState;
import fr.livret.kernel.vae.VaeState;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Any command decided on the facts of its aggregate, whoever asks: a rehearsal before they are
 * stored, a replay long after.
 */
public final class Decisions {
  private Decisions() {}

  /**
   * What follows from a command.
   *
   * @param facts of the aggregate it is for
   * @param begun the first facts of aggregates that begin by it, under their ids
   */
  public record Decided(List<?> facts, Map<String, List<?>> begun) {
    public Decided {
      facts = List.copyOf(facts);
      begun = Map.copyOf(begun);
    }

    /** A filing gives a fact of the register, and the application itself. */
    public static Decided of(VaeRegisterDecider.Filing filing) {
      return new Decided(
          List.of(filing.counted()),
          Map.of(filing.filed().application().toString(), List.of(filing.filed())));
    }
  }

  /**
   * Pure: the same command on the same facts under the same law gives the same.
   *
   * @param facts of the command's aggregate, in order; those of another kind do not count
   * @throws Refusal when a rule refuses it, or there is no such aggregate
   * @throws IllegalArgumentException when it is no command
   */
  public static Decided decide(Object command, List<?> facts, Laws laws) {
    try {
      return command instanceof VaeRegisterCommand register
          ? register(register, facts, laws)
          : new Decided(alone(command, facts, laws), Map.of());
    } catch (Refusal refusal) {
      throw refusal.code() == Refused.UNKNOWN && isNot(command, facts)
          ? Refusal.of(Refused.UNKNOWN, Map.of("id", Target.of(command)))
          : refusal;
    }
  }

  /** No fact is one of the command's kind of aggregate; a register is always there. */
  private static boolean isNot(Object command, List<?> facts) {
    Package kind = command.getClass().getPackage();
    return !(command instanceof VaeRegisterCommand)
        && facts.stream().noneMatch(fact -> kind.equals(fact.getClass().getPackage()));
  }

  private static List<?> alone(Object command, List<?> facts, Laws laws) {
    return switch (command) {
      case CandidateCommand candidate ->
          CandidateDecider.decide(
              candidate,
              fold(
                  facts,
                  new CandidateState.NotRegistered(),
                  CandidateEvent.class,
                  CandidateState::evolve));
      case PathCommand path -> path(path, facts, laws);
      case SessionCommand session -> session(session, facts, laws);
      case ReferentielCommand referentiel ->
          ReferentielDecider.decide(
              referentiel,
              fold(
                  facts,
                  new ReferentielState.NotPublished(),
                  ReferentielEvent.class,
                  ReferentielState::evolve));
      case ProgrammeCommand programme ->
          ProgrammeDecider.decide(
              programme,
              fold(
                  facts,
                  new ProgrammeState.NoProgramme(),
                  ProgrammeEvent.class,
                  ProgrammeState::evolve));
      case AlertCommand alert ->
          AlertDecider.decide(
              alert, fold(facts, new AlertState.NotRaised(), AlertEvent.class, AlertState::evolve));
      case TrainingCommand training -> training(training, facts, laws);
      case VaeCommand vae -> vae(vae, facts, laws);
      default -> throw new IllegalArgumentException("Nobody decides on " + command.getClass());
    };
  }

  private static List<?> path(PathCommand command, List<?> facts, Laws laws) {
    PathState state = fold(facts, new PathState.NotOpened(), PathEvent.class, PathState::evolve);
    PathLaw law =
        state
            .opened()
            .map(file -> laws.governing(file.pins(), command))
            .orElseGet(() -> laws.forOpening(command));
    return PathDecider.decide(command, state, law);
  }

  private static Decided register(VaeRegisterCommand command, List<?> facts, Laws laws) {
    VaeRegisterState state =
        fold(
            facts,
            new VaeRegisterState.NothingFiled(),
            VaeRegisterEvent.class,
            VaeRegisterState::evolve);
    return switch (command) {
      case FileVaeApplication file ->
          Decided.of(VaeRegisterDecider.decide(file, state, laws.forFiling(file)));
    };
  }

  private static List<?> vae(VaeCommand command, List<?> facts, Laws laws) {
    VaeState state = fold(facts, new VaeState.NotFiled(), VaeEvent.class, VaeState::evolve);
    VaeFile file =
        state
            .filed()
            .orElseThrow(() ->
                Refusal.of(
                    Refused.UNKNOWN, Map.of("vaeApplicationId", command.application().toString())));
    return VaeDecider.decide(command, state, laws.vae(file.pins()));
  }

  private static List<?> training(TrainingCommand command, List<?> facts, Laws laws) {
    TrainingState state =
        fold(facts, new TrainingState.NotStarted(), TrainingEvent.class, TrainingState::evolve);
    return TrainingDecider.decide(command, state, laws.governing(state, command));
  }

  private static List<?> session(SessionCommand command, List<?> facts, Laws laws) {
    SessionState state =
        fold(facts, new SessionState.NotPlanned(), SessionEvent.class, SessionState::evolve);
    return SessionDecider.decide(command, state, law(command, state, laws));
  }

  private static PathLaw law(SessionCommand command, SessionState state, Laws laws) {
    if (state instanceof SessionState.NotPlanned) {
      if (command instanceof SessionCommand.PlanSession plan) {
        return laws.latest(plan.plan().certification(), plan.certificationVersion());
      }
      throw Refusal.of(Refused.UNKNOWN, Map.of("sessionId", command.session().toString()));
    }
    SessionState.Pinned pinned = state.pins().orElseThrow();
    return laws.of(
        state.known().orElseThrow().plan().certification(),
        pinned.certificationVersion(),
        pinned.regime());
  }

  /** The state these facts give; those that are not of this kind are passed over. */
  public static <S, E> S fold(
      List<?> facts,
      S initial,
      Class<E> kind,
      BiFunction<? super S, ? super E, ? extends S> evolve) {
    S state = initial;
    for (Object fact : facts) {
      if (kind.isInstance(fact)) {
        state = evolve.apply(state, kind.cast(fact));
      }
    }
    return state;
  }
}
