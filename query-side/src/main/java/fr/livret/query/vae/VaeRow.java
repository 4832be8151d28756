package fr.livret.query.vae;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.vae.Recevabilite;
import fr.livret.kernel.vae.Silence;
import fr.livret.kernel.vae.SilenceRule.CountsFrom;
import fr.livret.kernel.vae.VaeCause;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeEvent.CompletenessRecorded;
import fr.livret.kernel.vae.VaeEvent.LateDecisionRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteGranted;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapseReversed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapsed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteRefused;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteUsed;
import fr.livret.kernel.vae.VaeEvent.SilenceReversed;
import fr.livret.kernel.vae.VaeEvent.SilenceTookEffect;
import fr.livret.kernel.vae.VaeEvent.SupplementRequested;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.VaeSituation;
import fr.livret.kernel.vae.VaeStanding;
import fr.livret.kernel.vae.VaeUse;
import fr.livret.query.projection.Fact;
import fr.livret.query.reading.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An application as its events announced it: what the queue shows.
 *
 * @param exempt whether it takes no place in the quota
 * @param delay the one that runs; absent where none does
 * @param silentSince since when silence has decided
 * @param decided whether a decision notified in time has
 * @param lateDecision whether a decision came after silence
 * @param supplements how many times something was asked for
 * @param granted what was granted; absent where nothing is
 * @param version of its stream
 */
record VaeRow(
    Filed filed,
    boolean exempt,
    VaeSituation situation,
    @Nullable Delay delay,
    @Nullable LocalDate silentSince,
    boolean decided,
    boolean lateDecision,
    long supplements,
    @Nullable Granted granted,
    long version) {

  /** What its first event says of it. */
  record Filed(
      UUID id,
      UUID candidate,
      String certification,
      int certificationVersion,
      RegimeId regime,
      LocalDate filedOn,
      List<String> blocs) {
    Filed {
      blocs = List.copyOf(blocs);
    }
  }

  /** A delay that runs. */
  record Delay(LocalDate countedFrom, LocalDate lastDay) {}

  /** What was granted. */
  record Granted(
      LocalDate notifiedOn,
      @Nullable LocalDate validThrough,
      @Nullable LocalDate startBy,
      @Nullable LocalDate usedOn) {

    /** The use that keeps it from lapsing. */
    VaeUse.Kind asksFor() {
      return startBy == null ? VaeUse.Kind.SESSION_HELD : VaeUse.Kind.PATH_OPENED;
    }

    @Nullable LocalDate lastDay() {
      return startBy == null ? validThrough : startBy;
    }

    Granted usedOn(LocalDate day) {
      return new Granted(notifiedOn, validThrough, startBy, day);
    }
  }

  static VaeRow filed(ApplicationFiled event, long version, VaeRegime regime) {
    List<String> blocs = event.blocs().stream().sorted().map(CcpCode::value).toList();
    VaeRow row =
        new VaeRow(
            new Filed(
                event.application().value(),
                event.candidate().value(),
                event.certification().value(),
                event.certificationVersion(),
                event.regime(),
                event.filedOn(),
                blocs),
            regime.quota().blocsExempt() && !blocs.isEmpty(),
            VaeSituation.FILED,
            null,
            null,
            false,
            false,
            0,
            null,
            version);
    return regime.silence().from() == CountsFrom.FILING
        ? row.counting(event.filedOn(), regime)
        : row;
  }

  /** As derived for a day from all that is known, also what no clock has announced. */
  static VaeRow asOf(LocalDate day, KnownVae known, VaeRegime regime) {
    VaeRow filed = filed(known.filing(), known.version(), regime);
    VaeStanding standing = VaeStanding.asOf(day, known.file(), regime);
    VaeStanding.@Nullable Delay clock = standing.clock();
    @Nullable Silence silence = standing.silence();
    List<VaeEvent> events =
        known.facts().stream()
            .map(Recorded::event)
            .filter(event -> !event.effectiveOn().isAfter(day))
            .toList();
    return new VaeRow(
        filed.filed,
        filed.exempt,
        standing.situation(),
        clock == null || silence != null ? null : new Delay(clock.countedFrom(), clock.lastDay()),
        silence == null ? null : silence.effectiveOn(),
        standing.decision() != null,
        events.stream().anyMatch(LateDecisionRecorded.class::isInstance),
        events.stream().filter(SupplementRequested.class::isInstance).count(),
        granted(standing.recevabilite(), events),
        known.version());
  }

  private static @Nullable Granted granted(@Nullable Recevabilite what, List<VaeEvent> events) {
    if (what == null) {
      return null;
    }
    Granted granted = new Granted(what.notifiedOn(), what.validThrough(), what.startBy(), null);
    return events.stream()
        .filter(RecevabiliteUsed.class::isInstance)
        .map(event -> ((RecevabiliteUsed) event).use())
        .filter(use -> use.kind() == granted.asksFor())
        .findFirst()
        .map(use -> granted.usedOn(use.on()))
        .orElse(granted);
  }

  VaeRow evolve(Fact<VaeEvent> fact, Function<RegimeId, VaeRegime> regimes) {
    VaeRegime regime = regimes.apply(filed.regime());
    boolean fromCompleteness = regime.silence().from() == CountsFrom.COMPLETENESS;
    VaeRow next =
        switch (fact.event()) {
          case ApplicationFiled again ->
              throw new IllegalStateException(
                  "application " + again.application() + " was filed twice");
          case CompletenessRecorded(_, var on, _) ->
              fromCompleteness
                  ? now(VaeSituation.COMPLETE).counting(on, regime)
                  : now(VaeSituation.COMPLETE);
          case SupplementRequested _ -> asked(fromCompleteness);
          case RecevabiliteGranted it ->
              now(VaeSituation.GRANTED)
                  .settled(
                      true,
                      null,
                      new Granted(it.notifiedOn(), it.validThrough(), it.startBy(), null));
          case RecevabiliteRefused _ -> now(VaeSituation.REFUSED).settled(true, null, null);
          case SilenceTookEffect it -> silent(it, regime);
          case SilenceReversed it -> reversed(it, regime);
          case LateDecisionRecorded _ -> flagged();
          case RecevabiliteUsed(_, var use, _) -> used(use);
          case RecevabiliteLapsed _ -> now(VaeSituation.LAPSED);
          case RecevabiliteLapseReversed _ -> now(VaeSituation.GRANTED);
        };
    return next.at(fact.version());
  }

  private VaeRow silent(SilenceTookEffect event, VaeRegime regime) {
    LocalDate since = event.effectiveOn();
    return switch (event.effect()) {
      case GRANTED -> now(VaeSituation.GRANTED).settled(false, since, granted(since, regime));
      case REFUSED -> now(VaeSituation.REFUSED).settled(false, since, null);
    };
  }

  private static Granted granted(LocalDate since, VaeRegime regime) {
    Reckoning notified = regime.notified(since);
    return new Granted(
        since,
        regime.validThrough(notified, null).map(Reckoning::day).orElse(null),
        regime.startBy(notified).map(Reckoning::day).orElse(null),
        null);
  }

  /** A decision that reverses it has said what stands; after a supplement request nothing does. */
  private VaeRow reversed(SilenceReversed event, VaeRegime regime) {
    if (event.cause().kind() == VaeCause.Kind.DECISION_NOTIFIED) {
      return settled(true, null, granted);
    }
    VaeRow open = now(VaeSituation.SUPPLEMENT_REQUESTED).settled(false, null, null);
    return regime.silence().from() == CountsFrom.FILING
        ? open.counting(filed.filedOn(), regime)
        : open;
  }

  private VaeRow used(VaeUse use) {
    @Nullable Granted of = granted;
    return of == null || of.usedOn() != null || use.kind() != of.asksFor()
        ? this
        : with(
            situation, delay, silentSince, decided, lateDecision, supplements, of.usedOn(use.on()));
  }

  private VaeRow asked(boolean fromCompleteness) {
    return with(
        VaeSituation.SUPPLEMENT_REQUESTED,
        fromCompleteness ? null : delay,
        silentSince,
        decided,
        lateDecision,
        supplements + 1,
        granted);
  }

  private VaeRow flagged() {
    return with(situation, delay, silentSince, decided, true, supplements, granted);
  }

  private VaeRow now(VaeSituation next) {
    return with(next, delay, silentSince, decided, lateDecision, supplements, granted);
  }

  private VaeRow counting(LocalDate from, VaeRegime regime) {
    Delay running = new Delay(from, regime.lastDayToAnswer(from).day());
    return with(situation, running, silentSince, decided, lateDecision, supplements, granted);
  }

  private VaeRow settled(boolean byDecision, @Nullable LocalDate since, @Nullable Granted what) {
    return with(situation, null, since, byDecision, lateDecision, supplements, what);
  }

  private VaeRow with(
      VaeSituation next,
      @Nullable Delay running,
      @Nullable LocalDate since,
      boolean byDecision,
      boolean late,
      long asked,
      @Nullable Granted what) {
    return new VaeRow(filed, exempt, next, running, since, byDecision, late, asked, what, version);
  }

  private VaeRow at(long now) {
    return new VaeRow(
        filed,
        exempt,
        situation,
        delay,
        silentSince,
        decided,
        lateDecision,
        supplements,
        granted,
        now);
  }
}
