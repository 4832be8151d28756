package fr.livret.kernel.vae;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapseReversed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapsed;
import fr.livret.kernel.vae.VaeEvent.SilenceReversed;
import fr.livret.kernel.vae.VaeEvent.SilenceTookEffect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The difference between what is derived of an application now and what was announced before. What
 * the passing of days brings about is announced by the clock; what a fact takes back is announced
 * with that fact.
 */
final class VaeAnnouncements {
  private final VaeFile file;
  private final VaeRegime regime;
  private final VaeStanding standing;

  private VaeAnnouncements(VaeFile file, LocalDate today, VaeRegime regime) {
    this.file = file;
    this.regime = regime;
    // Never earlier than a day already spoken of: a clock set back announces nothing.
    this.standing = VaeStanding.asOf(Days.later(today, file.announced().day()), file, regime);
  }

  /**
   * The fact, and what it takes back of what was announced.
   *
   * @param cause the fact itself; absent where it can take nothing back
   */
  static List<VaeEvent> following(
      VaeEvent fact, VaeFile before, LocalDate today, @Nullable VaeCause cause, VaeRegime regime) {
    List<VaeEvent> events = new ArrayList<>();
    events.add(fact);
    if (cause != null) {
      events.addAll(new VaeAnnouncements(before.evolve(fact), today, regime).takenBack(cause));
    }
    return events;
  }

  /** What follows from the mere passing of days. */
  static List<VaeEvent> ofTheDay(VaeFile file, LocalDate today, VaeRegime regime) {
    VaeAnnouncements all = new VaeAnnouncements(file, today, regime);
    List<VaeEvent> events = new ArrayList<>();
    all.silence().ifPresent(events::add);
    all.lapse().ifPresent(events::add);
    return events;
  }

  /** The silence alone, where it was not announced yet. */
  static List<VaeEvent> silenceOf(VaeFile file, LocalDate today, VaeRegime regime) {
    return new VaeAnnouncements(file, today, regime).silence().stream().toList();
  }

  private Optional<VaeEvent> silence() {
    @Nullable Silence silence = standing.silence();
    VaeStanding.@Nullable Delay delay = standing.clock();
    if (silence == null || delay == null || silence.equals(file.announced().silence())) {
      return Optional.empty();
    }
    return Optional.of(
        new SilenceTookEffect(
            file.pins().application(),
            delay.countedFrom(),
            silence.lastDay(),
            silence.effectiveOn(),
            silence.effect(),
            regime.rule(RuleName.VAE_SILENCE)));
  }

  private Optional<VaeEvent> lapse() {
    @Nullable LocalDate lastDay = standing.lapsedAfter();
    @Nullable LocalDate lapsedOn = standing.lapsedOn();
    if (lastDay == null || lapsedOn == null || lastDay.equals(file.announced().lapsedAfter())) {
      return Optional.empty();
    }
    return Optional.of(
        new RecevabiliteLapsed(
            file.pins().application(), lastDay, lapsedOn, regime.rule(RuleName.VAE_VALIDITY)));
  }

  private List<VaeEvent> takenBack(VaeCause cause) {
    List<VaeEvent> events = new ArrayList<>();
    @Nullable LocalDate lapsedAfter = file.announced().lapsedAfter();
    if (lapsedAfter != null && !lapsedAfter.equals(standing.lapsedAfter())) {
      events.add(new RecevabiliteLapseReversed(file.pins().application(), lapsedAfter, cause));
    }
    @Nullable Silence announced = file.announced().silence();
    if (announced != null && !Objects.equals(announced, standing.silence())) {
      events.add(
          new SilenceReversed(
              file.pins().application(), announced.lastDay(), announced.effect(), cause));
    }
    return events;
  }
}
