package fr.livret.kernel.session;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.SessionRules.Habilitation;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Ccs;
import fr.livret.kernel.session.SessionCommand.AppointMember;
import fr.livret.kernel.session.SessionCommand.EnrolCandidate;
import fr.livret.kernel.session.SessionCommand.PlanSession;
import fr.livret.kernel.session.SessionCommand.WithdrawCandidate;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.kernel.session.SessionEvent.CandidateWithdrawn;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Planning a session: when, who sits, who is assessed. */
final class Preparation {
  private Preparation() {}

  static List<SessionEvent> plan(PlanSession command, PathLaw law) {
    Plan plan = command.plan();
    Days.requirePossible("heldOn", plan.heldOn());
    LocalDate on = dated("plannedOn", command.plannedOn(), plan.heldOn(), command.today());
    return List.of(
        new SessionPlanned(command.session(), plan, law.version(), law.regime().id(), on));
  }

  static List<SessionEvent> appoint(AppointMember command, SessionFile file, PathLaw law) {
    Member member = command.member();
    LocalDate on = dated("appointedOn", command.appointedOn(), file.heldOn(), command.today());
    if (file.member(member.id()).isPresent()) {
      throw Refusal.of(Refused.ALREADY_RECORDED, Map.of("member", member.id()));
    }
    if (member.chair()) {
      file.members().stream()
          .filter(Member::chair)
          .findFirst()
          .ifPresent(other -> {
            throw Refusal.of(Refused.ALREADY_RECORDED, Map.of("chair", other.id()));
          });
    }
    switch (member.role()) {
      case PROFESSIONAL -> requireHabilitation(member, file, law);
      case TRAINER -> requireTrainerMaySit(member, file, law);
    }
    RuleName rule =
        member.professional()
            ? RuleName.SESSION_HABILITATION
            : file.plan().kind() == SessionKind.CCP
                ? RuleName.SESSION_BINOME
                : RuleName.SESSION_JURY;
    return List.of(
        new MemberAppointed(command.session(), member, on, law.regime().basis(rule).rule()));
  }

  private static void requireHabilitation(Member member, SessionFile file, PathLaw law) {
    Habilitation rule = law.regime().sessions().habilitation();
    int years = member.practiceYears() == null ? 0 : member.practiceYears();
    if (years < rule.practiceYears()) {
      throw law.regime()
          .refuse(
              Refused.MEMBER_PRACTICE_TOO_SHORT,
              Map.of(
                  "member", member.id(),
                  "practiceYears", years,
                  "required", rule.practiceYears()));
    }
    @Nullable LocalDate left = member.leftSectorOn();
    if (left != null && rule.leftAtMost() != null) {
      Days.requirePossible("leftSectorOn", left);
      member
          .maySitThrough(law.regime())
          .map(Reckoning::day)
          .filter(lastDay -> file.heldOn().isAfter(lastDay))
          .ifPresent(lastDay -> {
            throw law.regime()
                .refuse(
                    Refused.MEMBER_LEFT_SECTOR,
                    Map.of(
                        "member",
                        member.id(),
                        "leftSectorOn",
                        left,
                        "lastDay",
                        lastDay,
                        "heldOn",
                        file.heldOn()));
          });
    }
    if (rule.listed() && !listedOn(file.heldOn(), member)) {
      throw law.regime()
          .refuse(
              Refused.MEMBER_NOT_LISTED,
              Map.of(
                  "member", member.id(),
                  "heldOn", file.heldOn(),
                  "listed",
                      (member.listedFrom() == null ? "never" : member.listedFrom().toString())
                          + (member.listedThrough() == null
                              ? ""
                              : " through " + member.listedThrough())));
    }
  }

  private static boolean listedOn(LocalDate day, Member member) {
    return member.listedFrom() != null
        && !day.isBefore(member.listedFrom())
        && (member.listedThrough() == null || !day.isAfter(member.listedThrough()));
  }

  private static void requireTrainerMaySit(Member member, SessionFile file, PathLaw law) {
    Set<EvaluatorRole> roles = law.regime().sessions().roles();
    if (file.plan().kind() != SessionKind.CCP) {
      if (!roles.contains(EvaluatorRole.TRAINER)) {
        throw law.regime()
            .refuse(
                Refused.TRAINER_NOT_ON_JURY,
                Map.of("member", member.id(), "kind", file.plan().kind().name()));
      }
    } else if (!member.specialities().contains(file.plan().certification())) {
      throw law.regime()
          .refuse(
              Refused.TRAINER_OF_OTHER_SPECIALITY,
              Map.of(
                  "member", member.id(),
                  "certification", file.plan().certification().toString(),
                  "specialities",
                      member.specialities().stream().map(Object::toString).sorted().toList()));
    }
  }

  static List<SessionEvent> enrol(EnrolCandidate command, SessionFile file, PathLaw law) {
    var pins = command.pins();
    LocalDate on = dated("enrolledOn", command.enrolledOn(), file.heldOn(), command.today());
    if (file.candidate(pins.path()).isPresent()) {
      throw Refusal.of(Refused.ALREADY_RECORDED, Map.of("pathId", pins.path().toString()));
    }
    if (!pins.certification().equals(file.plan().certification())) {
      throw law.regime()
          .refuse(
              Refused.CANDIDATE_NOT_OF_SESSION,
              Map.of(
                  "pathId", pins.path().toString(),
                  "certification", pins.certification().toString(),
                  "sessionCertification", file.plan().certification().toString()));
    }
    if (pins.openedOn().isAfter(file.heldOn())) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER, Map.of("openedOn", pins.openedOn(), "heldOn", file.heldOn()));
    }
    requireTarget(command, file, law);
    return List.of(
        new CandidateEnrolled(
            command.session(),
            new Candidacy(
                pins.path(),
                pins.candidate(),
                pins.route(),
                command.ccps(),
                command.ccs(),
                command.organisations()),
            on));
  }

  private static void requireTarget(EnrolCandidate command, SessionFile file, PathLaw law) {
    boolean fits =
        switch (file.plan().kind()) {
          case TITLE -> command.ccps().isEmpty() && command.ccs() == null;
          case CCP -> !command.ccps().isEmpty() && command.ccs() == null;
          case CCS -> command.ccps().isEmpty() && command.ccs() != null;
        };
    if (!fits) {
      throw law.regime()
          .refuse(
              Refused.CANDIDATE_NOT_OF_SESSION,
              Map.of(
                  "pathId", command.pins().path().toString(),
                  "kind", file.plan().kind().name()));
    }
    for (CcpCode ccp : command.ccps().stream().sorted().toList()) {
      if (law.referentiel().ccp(ccp).isEmpty()) {
        throw law.regime()
            .refuse(
                Refused.CCP_UNKNOWN,
                Map.of(
                    "ccp", ccp.value(),
                    "certification", law.referentiel().code().toString(),
                    "known", law.referentiel().ccpCodes().toString()));
      }
    }
    @Nullable String ccs = command.ccs();
    if (ccs != null && law.referentiel().ccs().stream().map(Ccs::code).noneMatch(ccs::equals)) {
      throw law.regime()
          .refuse(
              Refused.CCS_UNKNOWN,
              Map.of("ccs", ccs, "certification", law.referentiel().code().toString()));
    }
  }

  static List<SessionEvent> withdraw(WithdrawCandidate command, SessionFile file) {
    Days.requirePast("withdrawnOn", command.withdrawnOn(), command.today());
    if (file.candidate(command.path()).isEmpty()) {
      throw Refusal.of(Refused.UNKNOWN, Map.of("pathId", command.path().toString()));
    }
    return List.of(
        new CandidateWithdrawn(
            command.session(), command.path(), command.withdrawnOn(), command.reason()));
  }

  /** The day stated, or else that of the session or of the command, whichever is earlier. */
  private static LocalDate dated(
      String field, @Nullable LocalDate stated, LocalDate heldOn, LocalDate today) {
    LocalDate day = stated != null ? stated : heldOn.isBefore(today) ? heldOn : today;
    Days.requirePast(field, day, today);
    if (day.isAfter(heldOn)) {
      throw Refusal.of(Refused.DATES_OUT_OF_ORDER, Map.of(field, day, "heldOn", heldOn));
    }
    return day;
  }
}
