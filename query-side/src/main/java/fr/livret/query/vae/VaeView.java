package fr.livret.query.vae;

import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.vae.ExperienceCount;
import fr.livret.kernel.vae.ExperiencePeriod;
import fr.livret.kernel.vae.Recevabilite;
import fr.livret.kernel.vae.Silence;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeEvent.CompletenessRecorded;
import fr.livret.kernel.vae.VaeEvent.LateDecisionRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteGranted;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteRefused;
import fr.livret.kernel.vae.VaeEvent.SilenceReversed;
import fr.livret.kernel.vae.VaeEvent.SupplementRequested;
import fr.livret.kernel.vae.VaeOutcome;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.VaeSituation;
import fr.livret.kernel.vae.VaeStanding;
import fr.livret.kernel.vae.VaeUse;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Basis;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import fr.livret.query.vae.VaeAnswer.AsOf;
import fr.livret.query.vae.VaeAnswer.DecisionShown;
import fr.livret.query.vae.VaeAnswer.ExperienceShown;
import fr.livret.query.vae.VaeAnswer.FactShown;
import fr.livret.query.vae.VaeAnswer.Flag;
import fr.livret.query.vae.VaeAnswer.PeriodShown;
import fr.livret.query.vae.VaeAnswer.QuotaShown;
import fr.livret.query.vae.VaeAnswer.RecevabiliteShown;
import fr.livret.query.vae.VaeAnswer.SilenceShown;
import fr.livret.query.vae.VaeAnswer.SpanShown;
import fr.livret.query.vae.VaeAnswer.SupplementShown;
import fr.livret.query.vae.VaeAnswer.UseShown;
import fr.livret.query.vae.VaeAnswer.WorkedDate;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Derives what an application shows on a day: everything from the facts, under its regime. */
final class VaeView {
  private final KnownVae known;
  private final VaeRegime regime;
  private final Moment moment;
  private final LocalDate day;
  private final VaeStanding standing;

  VaeView(KnownVae known, VaeRegime regime, Moment moment) {
    this.known = known;
    this.regime = regime;
    this.moment = moment;
    this.day = moment.effectiveOn();
    this.standing = VaeStanding.asOf(day, known.file(), regime);
  }

  /**
   * As answered.
   *
   * @param occupation opens what is sealed
   * @param basis of a rule by its full name
   */
  VaeAnswer answer(
      CandidateName candidate,
      VaeQueue.Quota quota,
      Function<ExperiencePeriod, @Nullable String> occupation,
      Function<String, @Nullable Basis> basis) {
    ApplicationFiled filing = known.filing();
    return new VaeAnswer(
        filing.application().value(),
        known.version(),
        filing.candidate().value(),
        candidate,
        filing.certification().value(),
        filing.certificationVersion(),
        regime.id().code(),
        regime.id().edition(),
        regime.title(),
        regime.authority(),
        filing.filedOn(),
        filing.blocs().isEmpty() ? "TITLE" : "CCPS",
        filing.blocs().stream().sorted().map(CcpCode::value).toList(),
        standing.situation(),
        clock(),
        silence(),
        decisions(false).stream().findFirst().orElse(null),
        decisions(true),
        completions(),
        supplements(),
        experience(filing, occupation),
        quota(filing, quota),
        recevabilite(),
        deadline(),
        flags(),
        workedDates(),
        known.facts().stream().map(one -> fact(one, basis)).toList(),
        new AsOf(day, moment.knownAt()));
  }

  private Basis basis(RuleName rule) {
    return Basis.of(regime.basis(rule));
  }

  private ListedVae.@Nullable Clock clock() {
    VaeStanding.@Nullable Delay delay = standing.clock();
    return delay == null || standing.silence() != null
        ? null
        : new ListedVae.Clock(
            delay.from(),
            delay.countedFrom(),
            delay.lastDay(),
            ChronoUnit.DAYS.between(day, delay.lastDay()),
            regime.silence().effect());
  }

  private @Nullable SilenceShown silence() {
    @Nullable Silence silence = standing.silence();
    return silence == null
        ? null
        : new SilenceShown(
            silence.lastDay(),
            silence.effectiveOn(),
            silence.effect(),
            basis(RuleName.VAE_SILENCE));
  }

  private List<DecisionShown> decisions(boolean late) {
    List<DecisionShown> shown = new ArrayList<>();
    for (Recorded<VaeEvent> one : known.facts()) {
      if (one.event().effectiveOn().isAfter(day)) {
        continue;
      }
      if (!late && one.event() instanceof RecevabiliteGranted it) {
        shown.add(shown(it.decidedOn(), VaeOutcome.GRANTED, it.notifiedOn(), it.reason(), one));
      } else if (!late && one.event() instanceof RecevabiliteRefused it) {
        shown.add(shown(it.decidedOn(), VaeOutcome.REFUSED, it.notifiedOn(), it.reason(), one));
      } else if (late && one.event() instanceof LateDecisionRecorded it) {
        shown.add(shown(it.decidedOn(), it.outcome(), it.notifiedOn(), it.reason(), one));
      }
    }
    return shown;
  }

  private static DecisionShown shown(
      LocalDate decidedOn,
      VaeOutcome outcome,
      LocalDate notifiedOn,
      @Nullable String reason,
      Recorded<VaeEvent> one) {
    return new DecisionShown(decidedOn, outcome, notifiedOn, reason, one.recordedAt());
  }

  private List<LocalDate> completions() {
    return effective(CompletenessRecorded.class).stream()
        .map(CompletenessRecorded::completeOn)
        .toList();
  }

  private List<SupplementShown> supplements() {
    return effective(SupplementRequested.class).stream()
        .map(one -> new SupplementShown(one.requestedOn(), one.missing()))
        .toList();
  }

  private <E extends VaeEvent> List<E> effective(Class<E> kind) {
    return known.facts().stream()
        .map(Recorded::event)
        .filter(event -> !event.effectiveOn().isAfter(day))
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private ExperienceShown experience(
      ApplicationFiled filing, Function<ExperiencePeriod, @Nullable String> occupation) {
    ExperienceCount counted = filing.counted();
    Period length = counted.length();
    @Nullable Period required = regime.experience();
    return new ExperienceShown(
        filing.experience().stream()
            .map(one ->
                new PeriodShown(
                    one.from(),
                    one.to(),
                    one.kind(),
                    occupation.apply(one),
                    one.fullTimeShare(),
                    one.related(),
                    one.related() && regime.counting().contains(one.kind())))
            .toList(),
        counted.spans().stream()
            .map(span -> new SpanShown(span.from(), span.to(), span.share()))
            .toList(),
        length.toString(),
        length.getYears(),
        length.getMonths(),
        length.getDays(),
        required == null ? null : required.toString(),
        basis(RuleName.VAE_EXPERIENCE),
        basis(RuleName.VAE_EXPERIENCE_COUNTING));
  }

  private QuotaShown quota(ApplicationFiled filing, VaeQueue.Quota quota) {
    boolean exempt = regime.quota().blocsExempt() && !filing.blocs().isEmpty();
    return new QuotaShown(
        filing.filedOn().getYear(),
        exempt,
        quota.same(),
        regime.quota().perCertification(),
        quota.total(),
        regime.quota().total(),
        basis(exempt ? RuleName.VAE_QUOTA_BLOCS : RuleName.VAE_QUOTA));
  }

  private @Nullable RecevabiliteShown recevabilite() {
    @Nullable Recevabilite granted = standing.recevabilite();
    return granted == null
        ? null
        : new RecevabiliteShown(
            granted.notifiedOn(),
            standing.silence() != null,
            granted.validThrough(),
            granted.startBy(),
            standing.lapsedOn(),
            uses().stream().map(use -> new UseShown(use.kind(), use.path(), use.on())).toList(),
            basis(RuleName.VAE_VALIDITY));
  }

  private List<VaeUse> uses() {
    return known.file().facts().uses().stream().filter(use -> !use.on().isAfter(day)).toList();
  }

  private ListedVae.@Nullable Deadline deadline() {
    @Nullable Recevabilite granted = standing.recevabilite();
    if (granted == null || standing.situation() == VaeSituation.LAPSED) {
      return null;
    }
    VaeUse.Kind needs =
        granted.startBy() == null ? VaeUse.Kind.SESSION_HELD : VaeUse.Kind.PATH_OPENED;
    return granted
        .lastDay()
        .filter(_ -> uses().stream().noneMatch(use -> use.kind() == needs))
        .map(last -> new ListedVae.Deadline(needs, last, ChronoUnit.DAYS.between(day, last)))
        .orElse(null);
  }

  private List<Flag> flags() {
    List<Flag> flags = new ArrayList<>();
    @Nullable Silence silence = standing.silence();
    if (silence != null) {
      flags.add(Flag.DECIDED_BY_SILENCE);
      if (!silence.equals(known.file().announced().silence())) {
        flags.add(Flag.NOT_YET_ANNOUNCED);
      }
    }
    if (!decisions(true).isEmpty()) {
      flags.add(Flag.LATE_DECISION);
    }
    if (!effective(SilenceReversed.class).isEmpty()) {
      flags.add(Flag.SILENCE_REVERSED);
    }
    @Nullable Recevabilite granted = standing.recevabilite();
    if (granted != null && granted.lastDay().isEmpty()) {
      flags.add(Flag.NO_KNOWN_END);
    }
    return flags;
  }

  private List<WorkedDate> workedDates() {
    List<WorkedDate> dates = new ArrayList<>();
    VaeStanding.@Nullable Delay delay = standing.clock();
    if (delay != null) {
      dates.add(worked("DELAY_COUNTED_FROM", delay.countedFrom(), RuleName.VAE_SILENCE));
      dates.add(worked("SILENCE_LAST_DAY", delay.lastDay(), RuleName.VAE_COUNTING));
      dates.add(worked("SILENCE_EFFECT", delay.silence().day(), RuleName.VAE_SILENCE));
    }
    @Nullable Recevabilite granted = standing.recevabilite();
    if (granted != null) {
      dates.add(
          worked(
              "RECEVABILITE_COUNTED_FROM",
              granted.notifiedOn(),
              standing.silence() == null ? RuleName.VAE_VALIDITY : RuleName.VAE_IMPLICIT_GRANT));
      @Nullable LocalDate startBy = granted.startBy();
      @Nullable LocalDate through = granted.validThrough();
      if (startBy != null) {
        dates.add(worked("START_BY", startBy, RuleName.VAE_VALIDITY));
      }
      if (through != null) {
        dates.add(worked("VALID_THROUGH", through, RuleName.VAE_VALIDITY));
      }
    }
    @Nullable LocalDate lapsedOn = standing.lapsedOn();
    if (lapsedOn != null) {
      dates.add(worked("LAPSED_ON", lapsedOn, RuleName.VAE_USE));
    }
    return dates;
  }

  private WorkedDate worked(String name, LocalDate on, RuleName rule) {
    return new WorkedDate(name, on, basis(rule));
  }

  private static FactShown fact(Recorded<VaeEvent> one, Function<String, @Nullable Basis> basis) {
    @Nullable String rule = VaeRules.of(one.event());
    return new FactShown(
        one.version(),
        one.row().type(),
        one.event().effectiveOn(),
        one.recordedAt(),
        one.row().actor(),
        rule == null ? null : basis.apply(rule));
  }
}
