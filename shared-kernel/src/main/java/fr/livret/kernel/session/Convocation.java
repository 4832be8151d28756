package fr.livret.kernel.session;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.session.SessionCommand.Convoke;
import fr.livret.kernel.session.SessionEvent.CandidateConvoked;
import fr.livret.kernel.session.SessionEvent.MemberConvoked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Convoking to a session, so long before it. The notice is counted back from the day of the
 * session, the day so reached included.
 */
final class Convocation {
  private Convocation() {}

  static List<SessionEvent> decide(Convoke command, SessionFile file, PathLaw law) {
    Days.requirePast("sentOn", command.sentOn(), command.today());
    if (command.sentOn().isAfter(file.heldOn())) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER, Map.of("sentOn", command.sentOn(), "heldOn", file.heldOn()));
    }
    LocalDate lastDay = file.plan().kind().lastDayToConvoke(file.heldOn(), law.regime()).day();
    boolean late = command.sentOn().isAfter(lastDay);
    if (late && command.derogation() == null) {
      throw law.regime()
          .refuse(
              Refused.CONVOCATION_TOO_LATE,
              Map.of(
                  "sentOn", command.sentOn(),
                  "lastDay", lastDay,
                  "heldOn", file.heldOn(),
                  "kind", file.plan().kind().name()));
    }
    @Nullable String derogation = late ? command.derogation() : null;
    String rule = law.regime().basis(RuleName.SESSION_CONVOCATION).rule();
    List<SessionEvent> events = new ArrayList<>();
    for (String member : command.members().stream().sorted().toList()) {
      if (file.member(member).isEmpty()) {
        throw Refusal.of(Refused.UNKNOWN, Map.of("member", member));
      }
      if (file.convokedMembers().contains(member)) {
        throw Refusal.of(Refused.ALREADY_RECORDED, Map.of("member", member));
      }
      events.add(
          new MemberConvoked(
              command.session(), member, command.sentOn(), lastDay, derogation, rule));
    }
    for (PathId path :
        command.candidates().stream().sorted(Comparator.comparing(PathId::toString)).toList()) {
      if (file.candidate(path).isEmpty()) {
        throw Refusal.of(Refused.UNKNOWN, Map.of("pathId", path.toString()));
      }
      if (file.convokedCandidates().contains(path)) {
        throw Refusal.of(Refused.ALREADY_RECORDED, Map.of("pathId", path.toString()));
      }
      events.add(
          new CandidateConvoked(
              command.session(), path, command.sentOn(), lastDay, derogation, rule));
    }
    return events;
  }
}
