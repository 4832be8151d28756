package fr.livret.kernel.path;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Announced.LapseKey;
import fr.livret.kernel.path.PathEvent.CandidateAbsent;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.path.PathEvent.CcpLapsed;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.CcsAwarded;
import fr.livret.kernel.path.PathEvent.LapseReversed;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.PathEvent.TitleClosureNoted;
import fr.livret.kernel.path.PathEvent.TitleProrogationNoted;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ValidityChange;
import java.time.LocalDate;

/**
 * What an opened path is made of, in whatever legal situation it stands: what it pinned, the facts,
 * and what was announced of its window.
 */
public record PathFile(Pins pins, PathFacts facts, Announced announced) {

  /** What the first event pins for the whole life of the path. */
  public record Pins(
      PathId path,
      CandidateId candidate,
      ReferentielCode certification,
      int certificationVersion,
      RegimeId regime,
      Route route,
      Access access,
      LocalDate openedOn) {}

  static PathFile opened(PathOpened event) {
    Pins pins =
        new Pins(
            event.path(),
            event.candidate(),
            event.certification(),
            event.certificationVersion(),
            event.regime(),
            event.route(),
            event.access(),
            event.openedOn());
    return new PathFile(pins, PathFacts.NONE, Announced.nothingUntil(event.openedOn()));
  }

  PathFile evolve(PathEvent event) {
    PathFile next =
        switch (event) {
          case PathOpened again ->
              throw new IllegalStateException("path " + again.path() + " was opened twice");
          case CcpObtained got ->
              facts(facts.with(new Obtaining(got.ccp(), got.obtainedOn(), null)));
          case CcpAnnulled(_, var ccp, var obtainedOn, var decidedOn, _, _, _) ->
              new PathFile(
                  pins,
                  facts.annulled(ccp, obtainedOn, decidedOn),
                  announced.withoutLapsesOf(ccp, obtainedOn));
          case TitleRefused(_, var heldOn, var granted, _) ->
              facts(facts.with(new PathFacts.TitleRefusal(heldOn, !granted.isEmpty())));
          case TitleAwarded award ->
              facts(facts.with(new PathFacts.Award(award.heldOn(), award.restsOn())));
          case TitleClosureNoted(_, var decidedOn, var source) ->
              facts(facts.with(new ValidityChange.Closure(decidedOn, source)));
          case TitleProrogationNoted(_, var decidedOn, var until, var source) ->
              facts(facts.with(new ValidityChange.Prorogation(decidedOn, until, source)));
          case CcpLapsed(_, var ccp, var obtainedOn, var lapsedOn, _, _, _) ->
              announced(announced.lapsed(new LapseKey(ccp, obtainedOn, lapsedOn)));
          case LapseReversed(_, var ccp, var obtainedOn, var lapsedOn, _) ->
              announced(announced.reversed(new LapseKey(ccp, obtainedOn, lapsedOn)));
          case WindowOpened opened -> announced(announced.running(opened.window()));
          case WindowMoved moved -> announced(announced.running(moved.to()));
          case WindowFulfilled fulfilled -> announced(announced.fulfilled(fulfilled.fulfilledOn()));
          case WindowClosed _ -> announced(announced.closed());
          case CandidateAbsent _, TitleCalledIntoQuestion _, CcsAwarded _ -> this;
        };
    return next.announced(next.announced.upTo(event.effectiveOn()));
  }

  private PathFile facts(PathFacts next) {
    return new PathFile(pins, next, announced);
  }

  private PathFile announced(Announced next) {
    return new PathFile(pins, facts, next);
  }
}
