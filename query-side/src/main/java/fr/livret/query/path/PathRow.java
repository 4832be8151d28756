package fr.livret.query.path;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathEvent;
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
import fr.livret.kernel.path.PathFacts.Award;
import fr.livret.kernel.path.PathFile.Pins;
import fr.livret.kernel.path.ReviewEvent;
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
import fr.livret.kernel.path.Window;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.query.projection.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A path as its events announced it: what lists and searches show.
 *
 * @param pins what it pinned when it opened
 * @param windowless whether its regime has no window
 * @param span the running window
 * @param fulfilledOn the day its window's target was met
 * @param standing the CCPs that count, in the order of recording
 * @param title its award
 * @param titleWithdrawnOn the day it was taken back, if it was
 * @param inQuestion whether a fact learned since takes away what the title rested on
 * @param version of its stream
 */
record PathRow(
    Pins pins,
    boolean windowless,
    @Nullable WindowSpan span,
    @Nullable LocalDate fulfilledOn,
    List<Standing> standing,
    @Nullable Award title,
    @Nullable LocalDate titleWithdrawnOn,
    boolean inQuestion,
    long version) {

  /** A CCP that counts. */
  record Standing(String ccp, LocalDate obtainedOn) {}

  PathRow {
    standing = List.copyOf(standing);
  }

  static PathRow opened(Fact<PathEvent> fact, Predicate<RegimeId> windowless) {
    if (fact.event() instanceof PathOpened event) {
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
      return new PathRow(
          pins,
          windowless.test(event.regime()),
          null,
          null,
          List.of(),
          null,
          null,
          false,
          fact.version());
    }
    throw new IllegalStateException("path " + fact.event().path() + " was never opened");
  }

  PathRow evolve(Fact<PathEvent> fact, Predicate<RegimeId> withoutWindow) {
    PathRow next =
        switch (fact.event()) {
          case PathOpened again ->
              throw new IllegalStateException("path " + again.path() + " was opened twice");
          case CcpObtained it -> with(it.ccp(), it.obtainedOn());
          case CcpAnnulled it -> without(it.ccp(), it.obtainedOn());
          case CcpLapsed(_, var ccp, var obtainedOn, _, _, _, _) -> without(ccp, obtainedOn);
          case LapseReversed(_, var ccp, var obtainedOn, _, _) -> with(ccp, obtainedOn);
          case WindowOpened opened -> window(opened.window(), null);
          case WindowMoved moved -> window(moved.to(), null);
          case WindowFulfilled fulfilled -> window(null, fulfilled.fulfilledOn());
          case WindowClosed _ -> window(null, null);
          case TitleAwarded award ->
              title(new Award(award.heldOn(), award.restsOn(), award.minutes(), null), null);
          case TitleCalledIntoQuestion _ -> inQuestion(true);
          case PathTransferred transferred -> transferred(transferred, withoutWindow);
          case ReviewEvent review -> reviewed(review);
          case TitleRefused _,
              CandidateAbsent _,
              CcsAwarded _,
              InsertionSurveyed _,
              TitleClosureNoted _,
              TitleProrogationNoted _ ->
              this;
        };
    return next.at(fact.version());
  }

  /** Where its window stands, as announced. */
  Window.State windowState() {
    if (fulfilledOn != null) {
      return Window.State.FULFILLED;
    }
    if (span != null) {
      return Window.State.OPEN;
    }
    return windowless ? Window.State.UNLIMITED : Window.State.NONE;
  }

  PathStatus status() {
    if (title == null) {
      return PathStatus.OPEN;
    }
    return titleWithdrawnOn == null ? PathStatus.TITLE_AWARDED : PathStatus.TITLE_WITHDRAWN;
  }

  private PathRow reviewed(ReviewEvent event) {
    return switch (event) {
      case TitleAnnulled _ -> title(null, null).inQuestion(false);
      case TitleWithdrawn it -> title(title, it.decidedOn()).inQuestion(false);
      case TitleConfirmed _ -> inQuestion(false);
      case TitleRefusalAnnulled _,
          AbsenceAnnulled _,
          CcsAnnulled _,
          CcsWithdrawn _,
          CcsCalledIntoQuestion _,
          AppealLodged _,
          AppealDecided _ ->
          this;
    };
  }

  private PathRow transferred(PathTransferred event, Predicate<RegimeId> without) {
    return new PathRow(
        pins.transferred(event),
        without.test(event.regime()),
        span,
        fulfilledOn,
        event.carried().stream()
            .map(one -> new Standing(one.to().value(), one.obtainedOn()))
            .toList(),
        title,
        titleWithdrawnOn,
        inQuestion,
        version);
  }

  private PathRow with(CcpCode ccp, LocalDate obtainedOn) {
    List<Standing> all = new ArrayList<>(standing);
    all.add(new Standing(ccp.value(), obtainedOn));
    return standing(all);
  }

  private PathRow without(CcpCode ccp, LocalDate obtainedOn) {
    List<Standing> all = new ArrayList<>(standing);
    all.remove(new Standing(ccp.value(), obtainedOn));
    return standing(all);
  }

  private PathRow standing(List<Standing> all) {
    return new PathRow(
        pins, windowless, span, fulfilledOn, all, title, titleWithdrawnOn, inQuestion, version);
  }

  private PathRow window(@Nullable WindowSpan running, @Nullable LocalDate fulfilled) {
    return new PathRow(
        pins,
        windowless,
        running,
        fulfilled,
        standing,
        title,
        titleWithdrawnOn,
        inQuestion,
        version);
  }

  private PathRow title(@Nullable Award award, @Nullable LocalDate withdrawnOn) {
    return new PathRow(
        pins, windowless, span, fulfilledOn, standing, award, withdrawnOn, inQuestion, version);
  }

  private PathRow inQuestion(boolean open) {
    return new PathRow(
        pins, windowless, span, fulfilledOn, standing, title, titleWithdrawnOn, open, version);
  }

  private PathRow at(long now) {
    return new PathRow(
        pins, windowless, span, fulfilledOn, standing, title, titleWithdrawnOn, inQuestion, now);
  }
}
