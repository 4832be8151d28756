package fr.livret.kernel.session;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a session. {@code rule} is the full name of the rule applied, as in {@code
 * TP-2006/1#session.convocation}.
 */
public sealed interface SessionEvent {
  SessionId session();

  /** The day on which it became true. */
  LocalDate effectiveOn();

  /** The first fact: it pins the version of the référentiel and the edition of the regime. */
  record SessionPlanned(
      SessionId session, Plan plan, int certificationVersion, RegimeId regime, LocalDate plannedOn)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return plannedOn;
    }
  }

  record MemberAppointed(SessionId session, Member member, LocalDate appointedOn, String rule)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return appointedOn;
    }
  }

  record CandidateEnrolled(SessionId session, Candidacy candidacy, LocalDate enrolledOn)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return enrolledOn;
    }
  }

  record CandidateWithdrawn(SessionId session, PathId path, LocalDate withdrawnOn, String reason)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return withdrawnOn;
    }
  }

  /**
   * A member is convoked.
   *
   * @param lastDay the last one on which the convocation is in time
   * @param derogation why it was sent later than that
   */
  record MemberConvoked(
      SessionId session,
      String member,
      LocalDate sentOn,
      LocalDate lastDay,
      @Nullable String derogation,
      String rule)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return sentOn;
    }
  }

  /**
   * A candidate is convoked.
   *
   * @param lastDay the last one on which the convocation is in time
   * @param derogation why it was sent later than that
   */
  record CandidateConvoked(
      SessionId session,
      PathId path,
      LocalDate sentOn,
      LocalDate lastDay,
      @Nullable String derogation,
      String rule)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return sentOn;
    }
  }

  /** Which members came on the day. Said again, it corrects what was said before. */
  record PresenceRecorded(
      SessionId session, LocalDate heldOn, Set<String> present, Set<String> absent)
      implements SessionEvent {
    public PresenceRecorded {
      present = Set.copyOf(present);
      absent = Set.copyOf(absent);
    }

    @Override
    public LocalDate effectiveOn() {
      return heldOn;
    }
  }

  /**
   * Too few members came: nobody deliberates (procès-verbal de constatation).
   *
   * @param newSessionAuthorisedOn the day a new session was authorised, where it was
   */
  record AbsenceReported(
      SessionId session,
      LocalDate drawnUpOn,
      Set<String> present,
      @Nullable String remarks,
      @Nullable LocalDate newSessionAuthorisedOn,
      String rule)
      implements SessionEvent {
    public AbsenceReported {
      present = Set.copyOf(present);
    }

    @Override
    public LocalDate effectiveOn() {
      return drawnUpOn;
    }
  }

  /**
   * What was decided on a candidate. It binds nobody before the minutes are signed; said again, it
   * corrects what was said before.
   *
   * @param deliberating the members who took part; nobody on one who did not come
   * @param conflicted those present who could not
   */
  record ResultRecorded(
      SessionId session,
      LocalDate heldOn,
      Result result,
      Set<String> deliberating,
      Set<String> conflicted,
      String rule)
      implements SessionEvent {
    public ResultRecorded {
      deliberating = Set.copyOf(deliberating);
      conflicted = Set.copyOf(conflicted);
    }

    @Override
    public LocalDate effectiveOn() {
      return heldOn;
    }
  }

  /** The minutes are signed by every member present, and frozen. */
  record MinutesSigned(
      SessionId session,
      int edition,
      LocalDate signedOn,
      Set<String> signatories,
      List<Result> results,
      String rule)
      implements SessionEvent {
    public MinutesSigned {
      signatories = Set.copyOf(signatories);
      results = List.copyOf(results);
    }

    @Override
    public LocalDate effectiveOn() {
      return signedOn;
    }
  }

  /** The authority registers and numbers the minutes. */
  record MinutesRegistered(
      SessionId session,
      int edition,
      String number,
      @Nullable String authority,
      LocalDate registeredOn,
      String rule)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return registeredOn;
    }
  }

  record ResultsNotified(SessionId session, int edition, LocalDate notifiedOn, String rule)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return notifiedOn;
    }
  }

  /**
   * The minutes are put right by a later reasoned act: a new edition.
   *
   * @param results of those on whom something else is decided than before, and of them only
   */
  record MinutesRectified(
      SessionId session,
      int edition,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      List<Result> results,
      String rule)
      implements SessionEvent {
    public MinutesRectified {
      results = List.copyOf(results);
    }

    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /** The session is annulled, and with it every decision its minutes carry. */
  record SessionAnnulled(
      SessionId session,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      String rule)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  record AnnulmentRefused(
      SessionId session, int refusal, LocalDate decidedOn, String reason, String rule)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /** An appeal against the latest refusal to annul. */
  record RefusalAppealed(
      SessionId session, int appeal, int refusal, AppealBody body, LocalDate lodgedOn, String rule)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return lodgedOn;
    }
  }

  /** Granted, the refusal to annul falls; the annulment itself is a decision of its own. */
  record RefusalAppealDecided(
      SessionId session, int appeal, LocalDate decidedOn, AppealOutcome outcome, String reason)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /** The path of a candidate carries what an edition of the minutes decides. */
  record DecisionRecorded(SessionId session, PathId path, int edition, LocalDate notedOn)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return notedOn;
    }
  }

  /** What an edition of the minutes decided is taken off the path of a candidate again. */
  record DecisionUndone(SessionId session, PathId path, int edition, LocalDate notedOn)
      implements SessionEvent {
    @Override
    public LocalDate effectiveOn() {
      return notedOn;
    }
  }

  /** The law that governs the path refuses what the minutes decide: work for an officer. */
  record DecisionNotRecorded(
      SessionId session, Effect effect, List<Unrecorded> refused, LocalDate notedOn)
      implements SessionEvent {
    public DecisionNotRecorded {
      refused = List.copyOf(refused);
    }

    @Override
    public LocalDate effectiveOn() {
      return notedOn;
    }
  }
}
