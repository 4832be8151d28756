package fr.livret.query.statistics;

import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.MinutesRef;
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
import fr.livret.query.statistics.Sitting.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the statistics need of one path: how often its candidate was judged and with what outcome,
 * what lapsed, and the title with what became of its holder.
 *
 * @param version of its stream
 */
record CourseRow(
    Pins pins,
    List<Sitting> sittings,
    List<LapsedCcp> lapses,
    @Nullable TitleHeld title,
    long version) {
  CourseRow {
    sittings = List.copyOf(sittings);
    lapses = List.copyOf(lapses);
  }

  static CourseRow opened(PathEvent event, long version) {
    if (event instanceof PathOpened opened) {
      Pins pins =
          new Pins(
              opened.path(),
              opened.candidate(),
              opened.certification(),
              opened.certificationVersion(),
              opened.regime(),
              opened.route(),
              opened.access(),
              opened.openedOn());
      return new CourseRow(pins, List.of(), List.of(), null, version);
    }
    throw new IllegalStateException("path " + event.path() + " was never opened");
  }

  CourseRow evolve(PathEvent event, long now) {
    CourseRow next =
        switch (event) {
          case PathOpened again ->
              throw new IllegalStateException("path " + again.path() + " was opened twice");
          case CcpObtained it -> with(obtained(it));
          case CcpAnnulled it -> withoutCcp(it.ccp().value(), it.obtainedOn());
          case CcpLapsed(_, var ccp, var obtainedOn, var lapsedOn, _, _, _) ->
              lapsed(new LapsedCcp(certification(), ccp.value(), obtainedOn, lapsedOn));
          case LapseReversed(_, var ccp, var obtainedOn, var lapsedOn, _) ->
              reversed(new LapsedCcp(certification(), ccp.value(), obtainedOn, lapsedOn));
          case TitleAwarded it -> awarded(it);
          case TitleRefused it -> with(refused(it));
          case CandidateAbsent it ->
              with(decision(it.heldOn(), Outcome.ABSENT, List.of(), false, it.minutes()));
          case PathTransferred it -> transferred(it);
          case InsertionSurveyed it -> title(title == null ? null : title.answered(it));
          case ReviewEvent review -> reviewed(review);
          case WindowOpened _,
              WindowMoved _,
              WindowFulfilled _,
              WindowClosed _,
              TitleCalledIntoQuestion _,
              CcsAwarded _,
              TitleClosureNoted _,
              TitleProrogationNoted _ ->
              this;
        };
    return new CourseRow(next.pins, next.sittings, next.lapses, next.title, now);
  }

  /** The day of the first CCP obtained, lapsed since or not. */
  @Nullable LocalDate firstCcpOn() {
    return sittings.stream()
        .filter(sitting -> sitting.ccp() != null)
        .map(Sitting::heldOn)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private CourseRow reviewed(ReviewEvent event) {
    return switch (event) {
      case TitleAnnulled it ->
          title(null)
              .without(one ->
                  one.ccp() == null
                      && one.outcome() == Outcome.AWARDED
                      && one.heldOn().equals(it.heldOn()));
      case TitleRefusalAnnulled it ->
          without(one ->
              (one.outcome() == Outcome.REFUSED || one.outcome() == Outcome.PARTIAL)
                  && one.in(it.minutes()));
      case AbsenceAnnulled it ->
          without(one -> one.outcome() == Outcome.ABSENT && one.in(it.minutes()));
      case TitleWithdrawn it -> title(title == null ? null : title.withdrawn(it.decidedOn()));
      case TitleConfirmed _,
          CcsAnnulled _,
          CcsWithdrawn _,
          CcsCalledIntoQuestion _,
          AppealLodged _,
          AppealDecided _ ->
          this;
    };
  }

  private CourseRow awarded(TitleAwarded event) {
    boolean whole = event.restsOn() == RestsOn.SESSION;
    TitleHeld held =
        new TitleHeld(
            certification(), event.heldOn(), session(event.minutes(), null), null, null, null);
    return with(decision(
            event.heldOn(), Outcome.AWARDED, counting(event.heldOn()), whole, event.minutes()))
        .title(held);
  }

  private Sitting refused(TitleRefused event) {
    List<String> granted = event.granted().stream().map(ccp -> ccp.value()).sorted().toList();
    return decision(
        event.heldOn(),
        granted.isEmpty() ? Outcome.REFUSED : Outcome.PARTIAL,
        Stream.concat(counting(event.heldOn()).stream(), granted.stream()).distinct().toList(),
        false,
        event.minutes());
  }

  private Sitting obtained(CcpObtained event) {
    String ccp = event.ccp().value();
    return new Sitting(
        certification(),
        pins.certificationVersion(),
        event.obtainedOn(),
        Outcome.AWARDED,
        ccp,
        List.of(),
        false,
        List.of(ccp),
        true,
        session(event.minutes(), event.session()),
        edition(event.minutes()));
  }

  private Sitting decision(
      LocalDate heldOn,
      Outcome outcome,
      List<String> settled,
      boolean whole,
      @Nullable MinutesRef minutes) {
    return new Sitting(
        certification(),
        pins.certificationVersion(),
        heldOn,
        outcome,
        null,
        settled,
        whole,
        List.of(),
        false,
        session(minutes, null),
        edition(minutes));
  }

  private static @Nullable String session(@Nullable MinutesRef minutes, @Nullable String declared) {
    if (minutes != null) {
      return minutes.session();
    }
    return declared == null ? null : declared.replace('\0', '\uFFFD');
  }

  private static @Nullable Integer edition(@Nullable MinutesRef minutes) {
    return minutes == null ? null : minutes.edition();
  }

  private String certification() {
    return pins.certification().value();
  }

  private List<String> counting(LocalDate day) {
    return sittings.stream()
        .filter(one -> one.counts() && !one.heldOn().isAfter(day))
        .flatMap(one -> one.codes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** An annulled CCP never counted, so that it never lapsed either. */
  private CourseRow withoutCcp(String ccp, LocalDate obtainedOn) {
    List<LapsedCcp> left =
        lapses.stream()
            .filter(one -> !(one.ccp().equals(ccp) && one.obtainedOn().equals(obtainedOn)))
            .toList();
    return new CourseRow(pins, sittings, left, title, version)
        .without(one -> one.is(ccp, obtainedOn));
  }

  private CourseRow lapsed(LapsedCcp lapse) {
    return marked(lapse, false, and(lapses, lapse));
  }

  private CourseRow reversed(LapsedCcp lapse) {
    List<LapsedCcp> left = lapses.stream().filter(one -> !one.equals(lapse)).toList();
    return marked(lapse, true, left);
  }

  private CourseRow marked(LapsedCcp lapse, boolean counts, List<LapsedCcp> all) {
    List<Sitting> marked =
        sittings.stream()
            .map(one -> one.is(lapse.ccp(), lapse.obtainedOn()) ? one.counting(counts) : one)
            .toList();
    return new CourseRow(pins, marked, all, title, version);
  }

  /** What was judged stays what it was; what was carried over stands for CCPs of the successor. */
  private CourseRow transferred(PathTransferred event) {
    List<Sitting> carried =
        sittings.stream()
            .map(one ->
                one.standingFor(
                    event.carried().stream()
                        .filter(it -> one.is(it.from().value(), it.obtainedOn()))
                        .map(it -> it.to().value())
                        .toList()))
            .toList();
    return new CourseRow(pins.transferred(event), carried, lapses, title, version);
  }

  private CourseRow with(Sitting sitting) {
    return new CourseRow(pins, and(sittings, sitting), lapses, title, version);
  }

  private CourseRow without(Predicate<Sitting> gone) {
    List<Sitting> left = sittings.stream().filter(gone.negate()).toList();
    return new CourseRow(pins, left, lapses, title, version);
  }

  private CourseRow title(@Nullable TitleHeld held) {
    return new CourseRow(pins, sittings, lapses, held, version);
  }

  private static <T> List<T> and(List<T> some, T one) {
    List<T> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }
}
