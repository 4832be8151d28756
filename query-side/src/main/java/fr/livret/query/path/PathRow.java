package fr.livret.query.path;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathEvent;
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
import fr.livret.kernel.path.PathFacts.Award;
import fr.livret.kernel.path.PathFile.Pins;
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
          false,
          fact.version());
    }
    throw new IllegalStateException("path " + fact.event().path() + " was never opened");
  }

  PathRow evolve(Fact<PathEvent> fact) {
    PathRow next =
        switch (fact.event()) {
          case PathOpened again ->
              throw new IllegalStateException("path " + again.path() + " was opened twice");
          case CcpObtained(_, var ccp, var obtainedOn, _, _, _, _, _) -> with(ccp, obtainedOn);
          case CcpAnnulled(_, var ccp, var obtainedOn, _, _, _, _) -> without(ccp, obtainedOn);
          case CcpLapsed(_, var ccp, var obtainedOn, _, _, _, _) -> without(ccp, obtainedOn);
          case LapseReversed(_, var ccp, var obtainedOn, _, _) -> with(ccp, obtainedOn);
          case WindowOpened opened -> window(opened.window(), null);
          case WindowMoved moved -> window(moved.to(), null);
          case WindowFulfilled fulfilled -> window(null, fulfilled.fulfilledOn());
          case WindowClosed _ -> window(null, null);
          case TitleAwarded award -> awarded(new Award(award.heldOn(), award.restsOn()));
          case TitleCalledIntoQuestion _ -> calledIntoQuestion();
          case TitleRefused _,
              CandidateAbsent _,
              CcsAwarded _,
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
    return title == null ? PathStatus.OPEN : PathStatus.TITLE_AWARDED;
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
    return new PathRow(pins, windowless, span, fulfilledOn, all, title, inQuestion, version);
  }

  private PathRow window(@Nullable WindowSpan running, @Nullable LocalDate fulfilled) {
    return new PathRow(pins, windowless, running, fulfilled, standing, title, inQuestion, version);
  }

  private PathRow awarded(Award award) {
    return new PathRow(pins, windowless, span, fulfilledOn, standing, award, inQuestion, version);
  }

  private PathRow calledIntoQuestion() {
    return new PathRow(pins, windowless, span, fulfilledOn, standing, title, true, version);
  }

  private PathRow at(long now) {
    return new PathRow(pins, windowless, span, fulfilledOn, standing, title, inQuestion, now);
  }
}
