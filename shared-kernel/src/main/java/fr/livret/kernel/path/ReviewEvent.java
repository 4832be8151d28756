package fr.livret.kernel.path;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An act that comes back on what was decided: annulment, withdrawal, confirmation, appeal. */
public sealed interface ReviewEvent extends PathEvent {

  /** The title never counted: the minutes that awarded it were annulled or replaced. */
  record TitleAnnulled(
      PathId path,
      LocalDate heldOn,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      MinutesRef minutes,
      String rule)
      implements ReviewEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /** The refusal of the title never counted; CCPs granted with it are annulled beside. */
  record TitleRefusalAnnulled(
      PathId path,
      LocalDate heldOn,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      MinutesRef minutes,
      String rule)
      implements ReviewEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  record AbsenceAnnulled(
      PathId path,
      LocalDate heldOn,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      MinutesRef minutes,
      String rule)
      implements ReviewEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  record CcsAnnulled(
      PathId path,
      String ccs,
      LocalDate obtainedOn,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      MinutesRef minutes,
      String rule)
      implements ReviewEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /** The title is taken back: it was held until that day, and is no longer. */
  record TitleWithdrawn(
      PathId path, LocalDate heldOn, LocalDate decidedOn, String reason, String rule)
      implements ReviewEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /** The officer's answer to a title called into question: it stands. */
  record TitleConfirmed(PathId path, LocalDate decidedOn, String reason, String rule)
      implements ReviewEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  record CcsWithdrawn(
      PathId path,
      String ccs,
      LocalDate obtainedOn,
      LocalDate decidedOn,
      String reason,
      String rule)
      implements ReviewEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /** The title these CCS specialise stands no longer: work for an officer. */
  record CcsCalledIntoQuestion(PathId path, Set<String> ccs, Cause cause) implements ReviewEvent {
    public CcsCalledIntoQuestion {
      ccs = Set.copyOf(ccs);
    }

    @Override
    public LocalDate effectiveOn() {
      return cause.on();
    }
  }

  /**
   * @param number of the appeal on this path, from 1
   * @param against the day of the decision appealed against
   */
  record AppealLodged(
      PathId path,
      int number,
      LocalDate against,
      Appeal.Before before,
      LocalDate lodgedOn,
      String rule)
      implements ReviewEvent {
    @Override
    public LocalDate effectiveOn() {
      return lodgedOn;
    }
  }

  record AppealDecided(
      PathId path,
      int number,
      LocalDate decidedOn,
      Appeal.Outcome outcome,
      String reason,
      String rule)
      implements ReviewEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }
}
