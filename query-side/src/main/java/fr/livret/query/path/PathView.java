package fr.livret.query.path;

import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.CapitalisationWindow;
import fr.livret.kernel.path.Obtaining;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.PathFacts;
import fr.livret.kernel.path.PathFacts.Specialised;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.Resitting;
import fr.livret.kernel.path.ReviewEvent.TitleConfirmed;
import fr.livret.kernel.path.ReviewEvent.TitleWithdrawn;
import fr.livret.kernel.path.Window;
import fr.livret.kernel.path.Window.Holding;
import fr.livret.kernel.path.Window.Lapse;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.kernel.referentiel.Ccp;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.training.TrainingRecord;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.path.PathAnswer.AsOf;
import fr.livret.query.path.PathAnswer.CcpShown;
import fr.livret.query.path.PathAnswer.CcpStatus;
import fr.livret.query.path.PathAnswer.LimitShown;
import fr.livret.query.path.PathAnswer.ResitShown;
import fr.livret.query.path.PathAnswer.TitleShown;
import fr.livret.query.path.PathAnswer.TransferShown;
import fr.livret.query.path.PathAnswer.VaeShown;
import fr.livret.query.path.PathAnswer.WindowShown;
import fr.livret.query.reading.Moment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Derives what a path shows on a day: everything from the facts, under the law it pinned. */
final class PathView {
  /** Four dates of a CCP are told apart; the window and all that follows rest on this one. */
  private static final String OBTAINED = "OBTAINED";

  private final KnownPath path;
  private final PathFile file;
  private final PathLaw law;
  private final Moment moment;
  private final LocalDate day;
  private final Window window;

  PathView(KnownPath path, PathLaw law, Moment moment) {
    this.path = path;
    this.file = path.file().on(moment.effectiveOn());
    this.law = law;
    this.moment = moment;
    this.day = moment.effectiveOn();
    this.window = CapitalisationWindow.asOf(day, file.facts(), law);
  }

  PathAnswer answer(CandidateName candidate) {
    PathFile.Pins pins = file.pins();
    Optional<TitleShown> title = title();
    return new PathAnswer(
        pins.path().value(),
        path.version(),
        pins.candidate().value(),
        candidate,
        pins.certification().value(),
        pins.certificationVersion(),
        law.referentiel().title(),
        pins.route(),
        pins.access(),
        pins.regime().code(),
        pins.regime().edition(),
        pins.openedOn(),
        status(title),
        law.referentiel().ccps().stream().map(this::ccp).toList(),
        window(),
        title.orElse(null),
        resit().orElse(null),
        file.appeals().stream()
            .filter(appeal -> !appeal.lodgedOn().isAfter(day))
            .map(PathAnswer.AppealShown::of)
            .toList(),
        transfer().orElse(null),
        file.recevabilite() == null ? null : VaeShown.of(file.recevabilite()),
        OBTAINED,
        new AsOf(day, moment.knownAt()));
  }

  /** The same path as a list shows it. */
  ListedPath listed(CandidateName candidate) {
    PathFile.Pins pins = file.pins();
    Optional<TitleShown> title = title();
    WindowShown shown = window();
    List<CcpCode> codes = law.referentiel().ccpCodes();
    return new ListedPath(
        pins.path().value(),
        path.version(),
        pins.candidate().value(),
        candidate,
        pins.certification().value(),
        pins.certificationVersion(),
        pins.route(),
        pins.access(),
        pins.regime().code(),
        pins.regime().edition(),
        pins.openedOn(),
        status(title),
        title.map(TitleShown::inQuestion).orElse(false),
        title.map(TitleShown::awardedOn).orElse(null),
        new ListedPath.ListedWindow(
            shown.state(),
            shown.anchor(),
            shown.lastDay(),
            shown.governedBy(),
            shown.fulfilledOn()),
        codes.stream().filter(window::holds).map(CcpCode::value).toList(),
        window.missing(codes).stream().map(CcpCode::value).toList());
  }

  /** The same path as a row, derived where a row is as announced. */
  PathRow row() {
    boolean open = window.state() == Window.State.OPEN;
    Optional<PathFacts.Award> title = file.facts().titleBy(day);
    return new PathRow(
        file.pins(),
        law.regime().windowRule().isEmpty(),
        open ? window.span() : null,
        window.fulfilledOn(),
        law.referentiel().ccpCodes().stream()
            .flatMap(code ->
                window
                    .latestHolding(code)
                    .filter(holding -> !holding.byTitle())
                    .map(holding -> new PathRow.Standing(code.value(), holding.obtainedOn()))
                    .stream())
            .toList(),
        title.orElse(null),
        title
            .filter(award -> award.withdrawnBy(day))
            .map(PathFacts.Award::withdrawnOn)
            .orElse(null),
        title.isPresent() && inQuestion(),
        path.version());
  }

  private static PathStatus status(Optional<TitleShown> title) {
    return title
        .map(one ->
            one.withdrawnOn() == null ? PathStatus.TITLE_AWARDED : PathStatus.TITLE_WITHDRAWN)
        .orElse(PathStatus.OPEN);
  }

  private CcpShown ccp(Ccp ccp) {
    CcpCode code = ccp.code();
    @Nullable LocalDate lapsedOn =
        window.lapses().stream()
            .filter(lapse -> lapse.ccp().equals(code))
            .map(Lapse::lapsedOn)
            .max(Comparator.naturalOrder())
            .orElse(null);
    Optional<Holding> held = window.latestHolding(code);
    if (held.isPresent()) {
      Holding holding = held.get();
      return new CcpShown(
          code.value(),
          ccp.title(),
          CcpStatus.HELD,
          holding.obtainedOn(),
          lapsedOn,
          null,
          holding.byTitle() ? true : null);
    }
    Optional<Obtaining> last = file.facts().lastObtained(code, day);
    @Nullable LocalDate annulledOn = last.map(Obtaining::annulledOn).orElse(null);
    return new CcpShown(
        code.value(),
        ccp.title(),
        status(last, annulledOn),
        last.map(Obtaining::obtainedOn).orElse(null),
        lapsedOn,
        annulledOn,
        null);
  }

  private static CcpStatus status(Optional<Obtaining> last, @Nullable LocalDate annulledOn) {
    if (last.isEmpty()) {
      return CcpStatus.MISSING;
    }
    return annulledOn != null ? CcpStatus.ANNULLED : CcpStatus.LAPSED;
  }

  private WindowShown window() {
    @Nullable WindowSpan span = window.span();
    return new WindowShown(
        window.state(),
        span == null ? null : span.anchor(),
        span == null ? null : span.lastDay(),
        span == null ? null : ChronoUnit.DAYS.between(day, span.lastDay()),
        law.regime().target(),
        span == null ? null : span.governedBy(),
        window.fulfilledOn(),
        window.limits().stream().map(PathView::limit).toList());
  }

  private static LimitShown limit(Window.Limit limit) {
    return new LimitShown(
        limit.rule(),
        limit.lastDay(),
        limit.basis().citation(),
        limit.basis().source(),
        limit.basis().mark().sign(),
        limit.basis().rule(),
        limit.basis().origin());
  }

  private Optional<TitleShown> title() {
    return file.facts()
        .titleBy(day)
        .map(award ->
            new TitleShown(
                award.heldOn(),
                award.restsOn(),
                award.minutes(),
                inQuestion(),
                award.withdrawnBy(day) ? award.withdrawnOn() : null,
                specialisations()));
  }

  private boolean inQuestion() {
    boolean inQuestion = false;
    for (PathEvent event : path.events()) {
      if (!event.effectiveOn().isAfter(day)) {
        inQuestion =
            event instanceof TitleCalledIntoQuestion
                || (inQuestion
                    && !(event instanceof TitleConfirmed || event instanceof TitleWithdrawn));
      }
    }
    return inQuestion;
  }

  private List<String> specialisations() {
    return file.facts().specialisations().stream()
        .filter(one -> !one.obtainedOn().isAfter(day))
        .map(Specialised::ccs)
        .toList();
  }

  /** How often the candidate may still sit, where a series of sessions runs. */
  private Optional<ResitShown> resit() {
    return title().isPresent()
        ? Optional.empty()
        : Resitting.on(day, file.facts(), TrainingRecord.NONE, law)
            .map(series ->
                new ResitShown(
                    series.firstOn(),
                    series.sat(),
                    series.allowed(),
                    series.lastDay(),
                    series.possibleFrom().orElse(null),
                    law.regime().basis(RuleName.RESIT).rule()));
  }

  private Optional<TransferShown> transfer() {
    PathFile.@Nullable Former former = file.former();
    return former == null
        ? Optional.empty()
        : Optional.of(
            new TransferShown(
                former.file().pins().certification().value(),
                former.file().pins().regime().text(),
                former.until()));
  }
}
