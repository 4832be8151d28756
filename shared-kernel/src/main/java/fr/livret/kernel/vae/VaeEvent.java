package fr.livret.kernel.vae;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an application. {@code rule} is the full name of the rule applied, as in {@code
 * VAE-2002/1#vae.silence}.
 */
public sealed interface VaeEvent {
  VaeApplicationId application();

  /** The day on which it became true. */
  LocalDate effectiveOn();

  /**
   * The first fact: it pins the edition of the regime and the version of the référentiel.
   *
   * @param blocs the CCPs asked for; empty where the whole title is
   * @param counted what of the experience counts
   */
  record ApplicationFiled(
      VaeApplicationId application,
      CandidateId candidate,
      ReferentielCode certification,
      int certificationVersion,
      RegimeId regime,
      LocalDate filedOn,
      Set<CcpCode> blocs,
      List<ExperiencePeriod> experience,
      ExperienceCount counted,
      String rule)
      implements VaeEvent {
    public ApplicationFiled {
      blocs = Set.copyOf(blocs);
      experience = List.copyOf(experience);
    }

    @Override
    public LocalDate effectiveOn() {
      return filedOn;
    }
  }

  /** The file is complete; where the delay counts from that, it begins anew. */
  record CompletenessRecorded(VaeApplicationId application, LocalDate completeOn, String rule)
      implements VaeEvent {
    @Override
    public LocalDate effectiveOn() {
      return completeOn;
    }
  }

  /** Something is missing; where the delay counts from a complete file, it stops. */
  record SupplementRequested(
      VaeApplicationId application, LocalDate requestedOn, List<String> missing, String rule)
      implements VaeEvent {
    public SupplementRequested {
      missing = List.copyOf(missing);
    }

    @Override
    public LocalDate effectiveOn() {
      return requestedOn;
    }
  }

  /**
   * The recevabilité is granted by a decision notified in time.
   *
   * @param validThrough the last day on which a session may be held on it, where one is set
   * @param startBy the last day on which a path may be opened on it, where one is set
   */
  record RecevabiliteGranted(
      VaeApplicationId application,
      LocalDate decidedOn,
      LocalDate notifiedOn,
      @Nullable String reason,
      @Nullable LocalDate validThrough,
      @Nullable LocalDate startBy,
      String rule)
      implements VaeEvent {
    @Override
    public LocalDate effectiveOn() {
      return notifiedOn;
    }
  }

  /** The recevabilité is refused by a decision notified in time. */
  record RecevabiliteRefused(
      VaeApplicationId application,
      LocalDate decidedOn,
      LocalDate notifiedOn,
      @Nullable String reason,
      String rule)
      implements VaeEvent {
    @Override
    public LocalDate effectiveOn() {
      return notifiedOn;
    }
  }

  /**
   * No answer came within the delay.
   *
   * @param countedFrom the day the delay counted from
   * @param lastDay of the delay, included
   * @param effectiveOn the day after it
   */
  record SilenceTookEffect(
      VaeApplicationId application,
      LocalDate countedFrom,
      LocalDate lastDay,
      LocalDate effectiveOn,
      VaeOutcome effect,
      String rule)
      implements VaeEvent {}

  /** There was no silence, by a fact of the delay learned after it. */
  record SilenceReversed(
      VaeApplicationId application, LocalDate lastDay, VaeOutcome effect, VaeCause cause)
      implements VaeEvent {
    @Override
    public LocalDate effectiveOn() {
      return cause.on();
    }
  }

  /** A decision notified once silence had decided: it is recorded and changes nothing. */
  record LateDecisionRecorded(
      VaeApplicationId application,
      LocalDate decidedOn,
      LocalDate notifiedOn,
      VaeOutcome outcome,
      @Nullable String reason,
      VaeOutcome standing,
      LocalDate silentSince,
      String rule)
      implements VaeEvent {
    @Override
    public LocalDate effectiveOn() {
      return notifiedOn;
    }
  }

  record RecevabiliteUsed(VaeApplicationId application, VaeUse use, String rule)
      implements VaeEvent {
    @Override
    public LocalDate effectiveOn() {
      return use.on();
    }
  }

  /**
   * The recevabilité ended unused.
   *
   * @param lastDay its last day, included
   */
  record RecevabiliteLapsed(
      VaeApplicationId application, LocalDate lastDay, LocalDate lapsedOn, String rule)
      implements VaeEvent {
    @Override
    public LocalDate effectiveOn() {
      return lapsedOn;
    }
  }

  /** The recevabilité did not lapse, by a fact learned since. */
  record RecevabiliteLapseReversed(VaeApplicationId application, LocalDate lastDay, VaeCause cause)
      implements VaeEvent {
    @Override
    public LocalDate effectiveOn() {
      return cause.on();
    }
  }
}
