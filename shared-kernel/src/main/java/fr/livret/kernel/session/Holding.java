package fr.livret.kernel.session;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.session.Result.CcpResult;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionCommand.RecordPresence;
import fr.livret.kernel.session.SessionCommand.RecordResult;
import fr.livret.kernel.session.SessionCommand.ReportAbsence;
import fr.livret.kernel.session.SessionEvent.AbsenceReported;
import fr.livret.kernel.session.SessionEvent.PresenceRecorded;
import fr.livret.kernel.session.SessionEvent.ResultRecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The day of the session: who came, and what was decided on whom. */
final class Holding {
  private Holding() {}

  static List<SessionEvent> presence(RecordPresence command, SessionFile file, PathLaw law) {
    Days.requirePast("heldOn", file.heldOn(), command.today());
    Set<String> appointed = file.members().stream().map(Member::id).collect(Collectors.toSet());
    command.present().stream()
        .filter(id -> !appointed.contains(id))
        .sorted()
        .findFirst()
        .ifPresent(id -> {
          throw Refusal.of(Refused.UNKNOWN, Map.of("member", id));
        });
    List<String> unconvoked =
        command.present().stream()
            .filter(id -> !file.convokedMembers().contains(id))
            .sorted()
            .toList();
    if (!unconvoked.isEmpty()) {
      throw law.regime().refuse(Refused.NOT_CONVOKED, Map.of("members", unconvoked));
    }
    Set<String> absent =
        appointed.stream()
            .filter(id -> !command.present().contains(id))
            .collect(Collectors.toSet());
    return List.of(
        new PresenceRecorded(command.session(), file.heldOn(), command.present(), absent));
  }

  static List<SessionEvent> report(ReportAbsence command, SessionFile file, PathLaw law) {
    Set<String> present = required(file.present(), command.session(), law);
    requireBetween("drawnUpOn", command.drawnUpOn(), file.heldOn(), command.today());
    int quorum = law.regime().sessions().quorum();
    boolean canDeliberate =
        present.size() >= quorum
            && (file.candidates().isEmpty()
                || file.candidates().stream()
                    .anyMatch(one -> Deliberation.on(one, file, law).quorum()));
    if (canDeliberate) {
      throw law.regime()
          .refuse(
              Refused.QUORUM_MET,
              Map.of("present", present.stream().sorted().toList(), "quorum", quorum));
    }
    @Nullable LocalDate authorised = command.newSessionAuthorisedOn();
    if (authorised != null) {
      requireBetween("newSessionAuthorisedOn", authorised, command.drawnUpOn(), command.today());
    }
    return List.of(
        new AbsenceReported(
            command.session(),
            command.drawnUpOn(),
            present,
            command.remarks(),
            authorised,
            law.regime().basis(RuleName.SESSION_QUORUM).rule()));
  }

  static List<SessionEvent> result(RecordResult command, SessionFile file, PathLaw law) {
    Result result = command.result();
    Candidacy candidate = requireAdmitted(result, file, law);
    Deliberation deliberation = Deliberation.on(candidate, file, law);
    boolean absent = result.outcome() == Outcome.ABSENT;
    requireDecided(result, candidate, file, law);
    Effects.rehearse(
        Effects.deciding(
            result,
            candidate,
            command.session(),
            1,
            file,
            law,
            command.standing(),
            command.today()),
        command.standing());
    return List.of(
        new ResultRecorded(
            command.session(),
            file.heldOn(),
            result,
            absent ? Set.of() : deliberation.takingIds(),
            absent ? Set.of() : deliberation.conflictedIds(),
            law.regime()
                .basis(absent ? RuleName.SESSION_ABSENCE : RuleName.SESSION_QUORUM)
                .rule()));
  }

  private static Candidacy requireAdmitted(Result result, SessionFile file, PathLaw law) {
    PathId path = result.path();
    Candidacy candidate =
        file.candidate(path)
            .orElseThrow(() -> Refusal.of(Refused.UNKNOWN, Map.of("pathId", path.toString())));
    if (!file.convokedCandidates().contains(path)) {
      throw law.regime().refuse(Refused.NOT_CONVOKED, Map.of("pathId", path.toString()));
    }
    return candidate;
  }

  /**
   * Refuses what this session cannot decide, and what those who deliberated could not have decided.
   */
  static void requireDecided(Result result, Candidacy candidate, SessionFile file, PathLaw law) {
    required(file.present(), null, law);
    requireOfSession(result, candidate, file, law);
    if (result.outcome() == Outcome.ABSENT) {
      return;
    }
    Deliberation deliberation = Deliberation.on(candidate, file, law);
    deliberation.require();
    if (result.votes() != null) {
      deliberation.require(result.votes());
    }
  }

  /** Refuses what a session of that kind cannot decide on that candidate. */
  static void requireOfSession(Result result, Candidacy candidate, SessionFile file, PathLaw law) {
    SessionKind kind = file.plan().kind();
    List<CcpCode> decided = result.ccps().stream().map(CcpResult::ccp).sorted().toList();
    boolean none = decided.isEmpty();
    boolean fits =
        switch (result.outcome()) {
          case TITLE -> kind == SessionKind.TITLE && none;
          case PARTIAL -> kind == SessionKind.TITLE && !none && allGranted(result);
          case REFUSED -> kind != SessionKind.CCP && none;
          case ABSENT -> none;
          case CCPS -> kind == SessionKind.CCP && decided.equals(sorted(candidate.ccps()));
          case CCS -> kind == SessionKind.CCS && none;
        };
    boolean absenceFits = result.absence() == null || result.outcome() == Outcome.ABSENT;
    boolean votesFit = result.votes() == null || result.outcome() != Outcome.ABSENT;
    if (!fits || !absenceFits || !votesFit) {
      throw law.regime()
          .refuse(
              Refused.RESULT_NOT_OF_SESSION,
              Map.of(
                  "pathId", candidate.path().toString(),
                  "kind", kind.name(),
                  "outcome", result.outcome().name(),
                  "ccps", decided.stream().map(CcpCode::value).toList(),
                  "sought", sorted(candidate.ccps()).stream().map(CcpCode::value).toList()));
    }
  }

  private static boolean allGranted(Result result) {
    return result.granted().size() == result.ccps().size();
  }

  private static List<CcpCode> sorted(Set<CcpCode> ccps) {
    return ccps.stream().sorted().toList();
  }

  /** The members who came; refuses where that is not recorded. */
  static Set<String> required(
      @Nullable Set<String> present, @Nullable SessionId session, PathLaw law) {
    if (present == null) {
      throw law.regime()
          .refuse(
              Refused.PRESENCE_UNKNOWN,
              session == null
                  ? Map.of("quorum", law.regime().sessions().quorum())
                  : Map.of("sessionId", session.toString()));
    }
    return present;
  }

  /** Refuses a day that is in the future or before what it must follow. */
  static void requireBetween(String field, LocalDate day, LocalDate earliest, LocalDate today) {
    Days.requirePast(field, day, today);
    if (day.isBefore(earliest)) {
      throw Refusal.of(Refused.DATES_OUT_OF_ORDER, Map.of(field, day, "notBefore", earliest));
    }
  }
}
