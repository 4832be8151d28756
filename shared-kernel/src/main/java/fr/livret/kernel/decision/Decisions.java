package fr.livret.kernel.decision;

import fr.livret.kernel.alert.AlertCommand;
import fr.livret.kernel.alert.AlertDecider;
import fr.livret.kernel.alert.AlertState;
import fr.livret.kernel.candidate.CandidateCommand;
import fr.livret.kernel.candidate.CandidateDecider;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.programme.ProgrammeCommand;
import fr.livret.kernel.programme.ProgrammeDecider;
import fr.livret.kernel.programme.ProgrammeState;
import fr.livret.kernel.referentiel.ReferentielCommand;
import fr.livret.kernel.referentiel.ReferentielDecider;
import fr.livret.kernel.referentiel.ReferentielState;
import fr.livret.kernel.session.SessionCommand;
import fr.livret.kernel.session.SessionDecider;
import fr.livret.kernel.session.SessionState;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.training.TrainingDecider;
import fr.livret.kernel.training.TrainingState;
import fr.livret.kernel.vae.VaeCommand;
import fr.livret.kernel.vae.VaeDecider;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeRegisterCommand;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import fr.livret.kernel.vae.VaeRegisterDecider;
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
   * @param aggregate the one the command is for, as it stood
   * @throws Refusal when a rule refuses it, or there is no such aggregate
   * @throws IllegalArgumentException when it is no command
   */
  public static Decided decide(Object command, Aggregate aggregate, Laws laws) {
    try {
      return command instanceof VaeRegisterCommand register
          ? register(register, aggregate, laws)
          : new Decided(alone(command, aggregate, laws), Map.of());
    } catch (Refusal refusal) {
      throw refusal.code() == Refused.UNKNOWN && isNot(command, aggregate)
          ? Refusal.of(Refused.UNKNOWN, Map.of("id", Target.of(command)))
          : refusal;
    }
  }

  /** Nothing of the command's kind of aggregate is recorded; a register is always there. */
  private static boolean isNot(Object command, Aggregate aggregate) {
    return !(command instanceof VaeRegisterCommand) && !aggregate.isOfKindOf(command);
  }

  private static List<?> alone(Object command, Aggregate of, Laws laws) {
    return switch (command) {
      case CandidateCommand candidate ->
          CandidateDecider.decide(
              candidate, of.state(CandidateState.class, new CandidateState.NotRegistered()));
      case PathCommand path -> path(path, of, laws);
      case SessionCommand session -> session(session, of, laws);
      case ReferentielCommand referentiel ->
          ReferentielDecider.decide(
              referentiel, of.state(ReferentielState.class, new ReferentielState.NotPublished()));
      case ProgrammeCommand programme ->
          ProgrammeDecider.decide(
              programme, of.state(ProgrammeState.class, new ProgrammeState.NoProgramme()));
      case AlertCommand alert ->
          AlertDecider.decide(alert, of.state(AlertState.class, new AlertState.NotRaised()));
      case TrainingCommand training -> training(training, of, laws);
      case VaeCommand vae -> vae(vae, of, laws);
      default -> throw new IllegalArgumentException("Nobody decides on " + command.getClass());
    };
  }

  private static List<?> path(PathCommand command, Aggregate of, Laws laws) {
    PathState state = of.state(PathState.class, new PathState.NotOpened());
    PathLaw law =
        state
            .opened()
            .map(file -> laws.governing(file.pins(), command))
            .orElseGet(() -> laws.forOpening(command));
    return PathDecider.decide(command, state, law);
  }

  private static Decided register(VaeRegisterCommand command, Aggregate of, Laws laws) {
    VaeRegisterState state = of.state(VaeRegisterState.class, new VaeRegisterState.NothingFiled());
    return switch (command) {
      case FileVaeApplication file ->
          Decided.of(VaeRegisterDecider.decide(file, state, laws.forFiling(file)));
    };
  }

  private static List<?> vae(VaeCommand command, Aggregate of, Laws laws) {
    VaeState state = of.state(VaeState.class, new VaeState.NotFiled());
    VaeFile file =
        state
            .filed()
            .orElseThrow(() ->
                Refusal.of(
                    Refused.UNKNOWN, Map.of("vaeApplicationId", command.application().toString())));
    return VaeDecider.decide(command, state, laws.vae(file.pins()));
  }

  private static List<?> training(TrainingCommand command, Aggregate of, Laws laws) {
    TrainingState state = of.state(TrainingState.class, new TrainingState.NotStarted());
    return TrainingDecider.decide(command, state, laws.governing(state, command));
  }

  private static List<?> session(SessionCommand command, Aggregate of, Laws laws) {
    SessionState state = of.state(SessionState.class, new SessionState.NotPlanned());
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
