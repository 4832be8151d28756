package fr.livret.kernel.session;

import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked about a session. */
public sealed interface SessionCommand {
  SessionId session();

  /** The day on which the command is given. */
  LocalDate today();

  /**
   * Plans a session; one held long ago is planned when it is recorded.
   *
   * @param certificationVersion the version of the référentiel that the session pins
   * @param plannedOn absent for the day of the session or that of the command, the earlier one
   */
  record PlanSession(
      SessionId session,
      Plan plan,
      int certificationVersion,
      @Nullable LocalDate plannedOn,
      LocalDate today)
      implements SessionCommand {}

  /**
   * Appoints a member to the jury or the binôme.
   *
   * @param appointedOn absent for the day of the session or that of the command, the earlier one
   */
  record AppointMember(
      SessionId session, Member member, @Nullable LocalDate appointedOn, LocalDate today)
      implements SessionCommand {}

  /**
   * Enrols a candidate.
   *
   * @param pins what the candidate's path pinned
   * @param ccps those sought, at a session of CCPs
   * @param ccs the one sought, at a session of a CCS
   * @param organisations codes or names of where the candidate works, worked or was trained
   * @param enrolledOn absent for the day of the session or that of the command, the earlier one
   */
  record EnrolCandidate(
      SessionId session,
      PathFile.Pins pins,
      Set<CcpCode> ccps,
      @Nullable String ccs,
      Set<String> organisations,
      @Nullable LocalDate enrolledOn,
      LocalDate today)
      implements SessionCommand {
    public EnrolCandidate {
      ccps = Set.copyOf(ccps);
      organisations = Set.copyOf(organisations);
    }
  }

  /** Takes a candidate off the session before its minutes are signed. */
  record WithdrawCandidate(
      SessionId session, PathId path, LocalDate withdrawnOn, String reason, LocalDate today)
      implements SessionCommand {}

  /**
   * Convokes members and candidates.
   *
   * @param derogation why they are convoked later than the law asks, where they are
   */
  record Convoke(
      SessionId session,
      Set<String> members,
      Set<PathId> candidates,
      LocalDate sentOn,
      @Nullable String derogation,
      LocalDate today)
      implements SessionCommand {
    public Convoke {
      members = Set.copyOf(members);
      candidates = Set.copyOf(candidates);
    }
  }

  /** Records which members came on the day. */
  record RecordPresence(SessionId session, Set<String> present, LocalDate today)
      implements SessionCommand {
    public RecordPresence {
      present = Set.copyOf(present);
    }
  }

  /** Records that too few members came, which ends the session. */
  record ReportAbsence(
      SessionId session,
      LocalDate drawnUpOn,
      @Nullable String remarks,
      @Nullable LocalDate newSessionAuthorisedOn,
      LocalDate today)
      implements SessionCommand {}

  /**
   * Records what was decided on a candidate.
   *
   * @param standing of the candidate's path
   */
  record RecordResult(SessionId session, Result result, Standing standing, LocalDate today)
      implements SessionCommand {}

  /**
   * Signs and freezes the minutes.
   *
   * @param signatories the members who signed
   * @param standings of the paths of all candidates
   */
  record SignMinutes(
      SessionId session,
      LocalDate signedOn,
      Set<String> signatories,
      Map<PathId, Standing> standings,
      LocalDate today)
      implements SessionCommand {
    public SignMinutes {
      signatories = Set.copyOf(signatories);
      standings = Map.copyOf(standings);
    }
  }

  /** Records that the authority registered the minutes under a number. */
  record RegisterMinutes(
      SessionId session,
      String number,
      @Nullable String authority,
      LocalDate registeredOn,
      LocalDate today)
      implements SessionCommand {}

  /** Records that the results were notified. */
  record NotifyResults(SessionId session, LocalDate notifiedOn, LocalDate today)
      implements SessionCommand {}

  /**
   * Puts signed minutes right by a reasoned act.
   *
   * @param results what is decided now on the candidates it is about
   * @param standings of their paths
   */
  record RectifyMinutes(
      SessionId session,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      List<Result> results,
      Map<PathId, Standing> standings,
      LocalDate today)
      implements SessionCommand {
    public RectifyMinutes {
      results = List.copyOf(results);
      standings = Map.copyOf(standings);
    }
  }

  /** Annuls the session, and with it whatever its minutes decide. */
  record AnnulSession(
      SessionId session,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      LocalDate today)
      implements SessionCommand {}

  /** Records that the authority refused to annul the session. */
  record RefuseAnnulment(SessionId session, LocalDate decidedOn, String reason, LocalDate today)
      implements SessionCommand {}

  /** Records an appeal against the latest refusal to annul. */
  record AppealRefusal(SessionId session, AppealBody body, LocalDate lodgedOn, LocalDate today)
      implements SessionCommand {}

  /** Records what an appeal came to. */
  record DecideRefusalAppeal(
      SessionId session,
      int appeal,
      LocalDate decidedOn,
      AppealOutcome outcome,
      String reason,
      LocalDate today)
      implements SessionCommand {}

  /**
   * Notes what became of what the minutes decide when it was brought to a path.
   *
   * @param effect what was brought there
   * @param refused what the path refused; empty where all is carried there now
   */
  record NoteEffect(SessionId session, Effect effect, List<Unrecorded> refused, LocalDate today)
      implements SessionCommand {
    public NoteEffect {
      refused = List.copyOf(refused);
    }
  }
}
