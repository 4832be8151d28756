package fr.livret.kernel.path;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.TitleRule;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.vae.Recevabilite;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a path. {@code rule} is the full name of the rule applied, as in {@code
 * TP-2006/1#window.length}.
 */
public sealed interface PathEvent
    permits ReviewEvent,
        PathEvent.PathOpened,
        PathEvent.CcpObtained,
        PathEvent.CcpAnnulled,
        PathEvent.CcpLapsed,
        PathEvent.LapseReversed,
        PathEvent.WindowOpened,
        PathEvent.WindowMoved,
        PathEvent.WindowFulfilled,
        PathEvent.WindowClosed,
        PathEvent.TitleAwarded,
        PathEvent.TitleRefused,
        PathEvent.CandidateAbsent,
        PathEvent.TitleCalledIntoQuestion,
        PathEvent.CcsAwarded,
        PathEvent.TitleClosureNoted,
        PathEvent.TitleProrogationNoted,
        PathEvent.PathTransferred,
        PathEvent.InsertionSurveyed {
  PathId path();

  /** The day on which it became true. */
  LocalDate effectiveOn();

  /**
   * The first fact: it pins the version of the référentiel and the edition of both regimes.
   *
   * @param vaeApplication id of the application; before recevabilités were kept, a reference
   * @param recevabilite what it was opened on, with the VAE regime; absent on other routes, and
   *     where the path was opened before recevabilités were kept
   */
  record PathOpened(
      PathId path,
      CandidateId candidate,
      ReferentielCode certification,
      int certificationVersion,
      RegimeId regime,
      Route route,
      Access access,
      LocalDate openedOn,
      @Nullable String vaeApplication,
      @Nullable Recevabilite recevabilite)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return openedOn;
    }
  }

  record CcpObtained(
      PathId path,
      CcpCode ccp,
      LocalDate obtainedOn,
      String grantedBy,
      List<Evaluator> evaluators,
      Set<String> evidence,
      @Nullable String session,
      String rule,
      @Nullable MinutesRef minutes)
      implements PathEvent {
    public CcpObtained {
      evaluators = List.copyOf(evaluators);
      evidence = Set.copyOf(evidence);
    }

    @Override
    public LocalDate effectiveOn() {
      return obtainedOn;
    }
  }

  record CcpAnnulled(
      PathId path,
      CcpCode ccp,
      LocalDate obtainedOn,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      String rule,
      @Nullable MinutesRef minutes)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /** A CCP counts no longer (caducité). */
  record CcpLapsed(
      PathId path,
      CcpCode ccp,
      LocalDate obtainedOn,
      LocalDate lapsedOn,
      WindowSpan window,
      String rule,
      Cause cause)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return lapsedOn;
    }
  }

  /** A lapse announced earlier did not happen, by a fact learned since. */
  record LapseReversed(
      PathId path, CcpCode ccp, LocalDate obtainedOn, LocalDate lapsedOn, Cause cause)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return cause.on();
    }
  }

  record WindowOpened(PathId path, WindowSpan window, String rule, Cause cause)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return cause.on();
    }
  }

  record WindowMoved(PathId path, WindowSpan from, WindowSpan to, String rule, Cause cause)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return cause.on();
    }
  }

  /** The window's target is met: what is held is held for good. */
  record WindowFulfilled(PathId path, LocalDate fulfilledOn, String rule, Cause cause)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return fulfilledOn;
    }
  }

  /** No window runs any longer, and no target is met: no CCP counts, or the regime has none. */
  record WindowClosed(PathId path, Cause cause) implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return cause.on();
    }
  }

  record TitleAwarded(
      PathId path,
      LocalDate heldOn,
      TitleRule.RestsOn restsOn,
      Set<String> evidence,
      boolean interviewHeld,
      String rule,
      @Nullable MinutesRef minutes)
      implements PathEvent {
    public TitleAwarded {
      evidence = Set.copyOf(evidence);
    }

    @Override
    public LocalDate effectiveOn() {
      return heldOn;
    }
  }

  /** The jury refused the title; the CCPs it granted follow as events of their own. */
  record TitleRefused(
      PathId path,
      LocalDate heldOn,
      Set<CcpCode> granted,
      String rule,
      @Nullable MinutesRef minutes)
      implements PathEvent {
    public TitleRefused {
      granted = Set.copyOf(granted);
    }

    @Override
    public LocalDate effectiveOn() {
      return heldOn;
    }
  }

  record CandidateAbsent(
      PathId path, LocalDate heldOn, boolean excused, @Nullable MinutesRef minutes)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return heldOn;
    }
  }

  /** A fact learned after the award takes away what it rested on: work for an officer. */
  record TitleCalledIntoQuestion(PathId path, Set<CcpCode> missing, Cause cause)
      implements PathEvent {
    public TitleCalledIntoQuestion {
      missing = Set.copyOf(missing);
    }

    @Override
    public LocalDate effectiveOn() {
      return cause.on();
    }
  }

  record CcsAwarded(
      PathId path,
      String ccs,
      LocalDate obtainedOn,
      Set<String> evidence,
      String rule,
      @Nullable MinutesRef minutes)
      implements PathEvent {
    public CcsAwarded {
      evidence = Set.copyOf(evidence);
    }

    @Override
    public LocalDate effectiveOn() {
      return obtainedOn;
    }
  }

  record TitleClosureNoted(PathId path, LocalDate decidedOn, String source) implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  record TitleProrogationNoted(PathId path, LocalDate decidedOn, LocalDate until, String source)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /**
   * The path leads to the successor of its title from now on, and pins its version and regime. What
   * was held is carried over with its own days; what is not among it counts no longer.
   *
   * @param mark how sure we are of the text the equivalences come from
   */
  record PathTransferred(
      PathId path,
      ReferentielCode from,
      ReferentielCode to,
      int toVersion,
      RegimeId regime,
      LocalDate decidedOn,
      List<Carried> carried,
      String source,
      Mark mark,
      String rule)
      implements PathEvent {
    public PathTransferred {
      carried = List.copyOf(carried);
    }

    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /**
   * A CCP carried over.
   *
   * @param from as it was obtained
   * @param to as it counts now
   */
  record Carried(CcpCode from, CcpCode to, LocalDate obtainedOn, @Nullable MinutesRef minutes) {}

  /** What the title holder answered some time after the award. */
  record InsertionSurveyed(
      PathId path,
      Survey after,
      LocalDate answeredOn,
      boolean employed,
      boolean inOccupation,
      String rule)
      implements PathEvent {
    @Override
    public LocalDate effectiveOn() {
      return answeredOn;
    }
  }
}
