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
import fr.livret.kernel.path.PathEvent.InsertionSurveyed;
import fr.livret.kernel.path.PathEvent.LapseReversed;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.PathEvent.TitleClosureNoted;
import fr.livret.kernel.path.PathEvent.TitleProrogationNoted;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import fr.livret.kernel.path.PathFacts.Absence;
import fr.livret.kernel.path.PathFacts.Award;
import fr.livret.kernel.path.PathFacts.Specialised;
import fr.livret.kernel.path.PathFacts.TitleRefusal;
import fr.livret.kernel.path.ReviewEvent.AbsenceAnnulled;
import fr.livret.kernel.path.ReviewEvent.AppealDecided;
import fr.livret.kernel.path.ReviewEvent.AppealLodged;
import fr.livret.kernel.path.ReviewEvent.CcsAnnulled;
import fr.livret.kernel.path.ReviewEvent.CcsCalledIntoQuestion;
import fr.livret.kernel.path.ReviewEvent.CcsWithdrawn;
import fr.livret.kernel.path.ReviewEvent.TitleAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleConfirmed;
import fr.livret.kernel.path.ReviewEvent.TitleRefusalAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleWithdrawn;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ValidityChange;
import fr.livret.kernel.vae.Recevabilite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an opened path is made of, in whatever legal situation it stands: what it pinned, the facts,
 * what was announced of its window, the appeals, and the title it led to before a transfer.
 *
 * @param decisionDays the days of the decisions an appeal may be lodged against
 * @param former absent on a path that was never transferred
 */
public record PathFile(
    Pins pins,
    PathFacts facts,
    Announced announced,
    Set<LocalDate> decisionDays,
    List<Appeal> appeals,
    @Nullable Former former) {
  public PathFile {
    decisionDays = Set.copyOf(decisionDays);
    appeals = List.copyOf(appeals);
  }

  /**
   * What the first event pins for the whole life of the path, or until it is transferred.
   *
   * @param recevabilite what it was opened on; absent where it was on none
   */
  public record Pins(
      PathId path,
      CandidateId candidate,
      ReferentielCode certification,
      int certificationVersion,
      RegimeId regime,
      Route route,
      Access access,
      LocalDate openedOn,
      @Nullable Recevabilite recevabilite) {

    /** The pins of a path as lists show it, whatever it was opened on. */
    public Pins(
        PathId path,
        CandidateId candidate,
        ReferentielCode certification,
        int certificationVersion,
        RegimeId regime,
        Route route,
        Access access,
        LocalDate openedOn) {
      this(
          path,
          candidate,
          certification,
          certificationVersion,
          regime,
          route,
          access,
          openedOn,
          null);
    }

    /** What the path pins once it is transferred. */
    public Pins transferred(PathTransferred event) {
      return new Pins(
          path,
          candidate,
          event.to(),
          event.toVersion(),
          event.regime(),
          route,
          access,
          openedOn,
          recevabilite);
    }
  }

  /**
   * The path as it stood before it was transferred.
   *
   * @param until the first day on which it led to the other title
   */
  public record Former(PathFile file, LocalDate until) {}

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
            event.openedOn(),
            event.recevabilite());
    return new PathFile(
        pins, PathFacts.NONE, Announced.nothingUntil(event.openedOn()), Set.of(), List.of(), null);
  }

  /** The recevabilité it was opened on; absent where it was on none. */
  public @Nullable Recevabilite recevabilite() {
    return pins.recevabilite();
  }

  /** The path as it was on that day: what it led to before a transfer, if the day lies before. */
  public PathFile on(LocalDate day) {
    return former != null && day.isBefore(former.until()) ? former.file().on(day) : this;
  }

  PathFile evolve(PathEvent event) {
    PathFile next =
        switch (event) {
          case PathOpened again ->
              throw new IllegalStateException("path " + again.path() + " was opened twice");
          case CcpObtained got ->
              facts(facts.with(new Obtaining(got.ccp(), got.obtainedOn(), null, got.minutes())));
          case CcpAnnulled it ->
              facts(facts.annulled(it.ccp(), it.obtainedOn(), it.decidedOn()))
                  .announced(announced.withoutLapsesOf(it.ccp(), it.obtainedOn()));
          case TitleRefused it -> facts(facts.with(refusal(it)));
          case TitleAwarded it ->
              facts(facts.with(new Award(it.heldOn(), it.restsOn(), it.minutes(), null)));
          case CandidateAbsent it ->
              facts(facts.with(new Absence(it.heldOn(), it.excused(), it.minutes())));
          case CcsAwarded it ->
              facts(facts.with(new Specialised(it.ccs(), it.obtainedOn(), it.minutes())));
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
          case PathTransferred it -> transferred(it);
          case TitleCalledIntoQuestion _, InsertionSurveyed _ -> this;
          case ReviewEvent review -> reviewed(review);
        };
    return next.announced(next.announced.upTo(event.effectiveOn())).decidedOn(event);
  }

  private PathFile reviewed(ReviewEvent event) {
    return switch (event) {
      case TitleAnnulled _ -> facts(facts.with((Award) null));
      case TitleRefusalAnnulled it -> facts(facts.withoutRefusals(it.minutes()));
      case AbsenceAnnulled it -> facts(facts.withoutAbsences(it.minutes()));
      case CcsAnnulled it -> facts(facts.withoutCcs(it.ccs()));
      case CcsWithdrawn it -> facts(facts.withoutCcs(it.ccs()));
      case TitleWithdrawn it -> facts(facts.titleWithdrawn(it.decidedOn()));
      case AppealLodged it ->
          appeals(and(new Appeal(it.number(), it.against(), it.before(), it.lodgedOn(), null)));
      case AppealDecided it ->
          appeals(
              appeals.stream()
                  .map(one -> one.number() == it.number() ? one.ended(it.outcome()) : one)
                  .toList());
      case TitleConfirmed _, CcsCalledIntoQuestion _ -> this;
    };
  }

  private static TitleRefusal refusal(TitleRefused event) {
    return new TitleRefusal(event.heldOn(), !event.granted().isEmpty(), event.minutes());
  }

  /** What happened stays; what counts from now on is what was carried over. */
  private PathFile transferred(PathTransferred event) {
    List<Obtaining> carried =
        event.carried().stream()
            .map(one -> new Obtaining(one.to(), one.obtainedOn(), null, one.minutes()))
            .toList();
    return new PathFile(
        pins.transferred(event),
        facts.obtainings(carried).validityChanges(List.of()),
        announced.withoutLapses(),
        decisionDays,
        appeals,
        new Former(this, event.decidedOn()));
  }

  private PathFile facts(PathFacts next) {
    return new PathFile(pins, next, announced, decisionDays, appeals, former);
  }

  private PathFile announced(Announced next) {
    return new PathFile(pins, facts, next, decisionDays, appeals, former);
  }

  private PathFile appeals(List<Appeal> next) {
    return new PathFile(pins, facts, announced, decisionDays, next, former);
  }

  private PathFile decidedOn(PathEvent event) {
    if (!decision(event)) {
      return this;
    }
    Set<LocalDate> days = new HashSet<>(decisionDays);
    days.add(event.effectiveOn());
    return new PathFile(pins, facts, announced, days, appeals, former);
  }

  /** Whether it is an act somebody answers for, against which an appeal may be lodged. */
  private static boolean decision(PathEvent event) {
    return switch (event) {
      case CcpObtained _,
          CcpAnnulled _,
          TitleAwarded _,
          TitleRefused _,
          CandidateAbsent _,
          CcsAwarded _,
          TitleAnnulled _,
          TitleRefusalAnnulled _,
          AbsenceAnnulled _,
          CcsAnnulled _,
          TitleWithdrawn _,
          CcsWithdrawn _,
          TitleConfirmed _,
          PathTransferred _ ->
          true;
      case PathOpened _,
          CcpLapsed _,
          LapseReversed _,
          WindowOpened _,
          WindowMoved _,
          WindowFulfilled _,
          WindowClosed _,
          TitleClosureNoted _,
          TitleProrogationNoted _,
          TitleCalledIntoQuestion _,
          CcsCalledIntoQuestion _,
          InsertionSurveyed _,
          AppealLodged _,
          AppealDecided _ ->
          false;
    };
  }

  private List<Appeal> and(Appeal appeal) {
    List<Appeal> all = new ArrayList<>(appeals);
    all.add(appeal);
    return all;
  }
}
