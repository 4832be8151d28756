package fr.livret.kernel.session;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.session.SessionCommand.AnnulSession;
import fr.livret.kernel.session.SessionCommand.AppealRefusal;
import fr.livret.kernel.session.SessionCommand.AppointMember;
import fr.livret.kernel.session.SessionCommand.Convoke;
import fr.livret.kernel.session.SessionCommand.DecideRefusalAppeal;
import fr.livret.kernel.session.SessionCommand.EnrolCandidate;
import fr.livret.kernel.session.SessionCommand.NoteEffect;
import fr.livret.kernel.session.SessionCommand.NotifyResults;
import fr.livret.kernel.session.SessionCommand.PlanSession;
import fr.livret.kernel.session.SessionCommand.RecordPresence;
import fr.livret.kernel.session.SessionCommand.RecordResult;
import fr.livret.kernel.session.SessionCommand.RectifyMinutes;
import fr.livret.kernel.session.SessionCommand.RefuseAnnulment;
import fr.livret.kernel.session.SessionCommand.RegisterMinutes;
import fr.livret.kernel.session.SessionCommand.ReportAbsence;
import fr.livret.kernel.session.SessionCommand.SignMinutes;
import fr.livret.kernel.session.SessionCommand.WithdrawCandidate;
import fr.livret.kernel.session.SessionState.Annulled;
import fr.livret.kernel.session.SessionState.NotHeld;
import fr.livret.kernel.session.SessionState.NotPlanned;
import fr.livret.kernel.session.SessionState.Planned;
import fr.livret.kernel.session.SessionState.Signed;
import java.util.List;
import java.util.Map;

/** What follows from a command about a session: events, or one {@link Refusal}. */
public final class SessionDecider {
  private SessionDecider() {}

  /**
   * Pure: the same command on the same state under the same law gives the same events or the same
   * refusal.
   *
   * @param law the référentiel and the regime the session pinned, or is going to pin
   */
  public static List<SessionEvent> decide(SessionCommand command, SessionState state, PathLaw law) {
    return switch (state) {
      case NotPlanned _ -> unknown(command, law);
      case Planned(_, var file) -> open(command, file, law);
      case NotHeld _ -> over(command, law);
      case Signed(_, var file, var minutes) -> signed(command, new LaterActs(file, minutes, law));
      case Annulled(_, var file, var minutes, _, _, _) ->
          command instanceof NoteEffect note && minutes != null
              ? new LaterActs(file, minutes, law).note(note)
              : over(command, law);
    };
  }

  private static List<SessionEvent> unknown(SessionCommand command, PathLaw law) {
    if (command instanceof PlanSession plan) {
      return Preparation.plan(plan, law);
    }
    throw Refusal.of(Refused.UNKNOWN, id(command));
  }

  private static List<SessionEvent> open(SessionCommand command, SessionFile file, PathLaw law) {
    return switch (command) {
      case PlanSession _ -> throw Refusal.of(Refused.ALREADY_RECORDED, id(command));
      case AppointMember appoint -> Preparation.appoint(appoint, file, law);
      case EnrolCandidate enrol -> Preparation.enrol(enrol, file, law);
      case WithdrawCandidate withdraw -> Preparation.withdraw(withdraw, file);
      case Convoke convoke -> Convocation.decide(convoke, file, law);
      case RecordPresence presence -> Holding.presence(presence, file, law);
      case ReportAbsence report -> Holding.report(report, file, law);
      case RecordResult result -> Holding.result(result, file, law);
      case SignMinutes sign -> Signing.decide(sign, file, law);
      case AnnulSession annul -> LaterActs.annulUnsigned(annul, law);
      case RegisterMinutes _,
          NotifyResults _,
          RectifyMinutes _,
          RefuseAnnulment _,
          AppealRefusal _,
          DecideRefusalAppeal _,
          NoteEffect _ ->
          throw law.regime().refuse(Refused.MINUTES_NOT_SIGNED, id(command));
    };
  }

  private static List<SessionEvent> signed(SessionCommand command, LaterActs acts) {
    return switch (command) {
      case PlanSession _, SignMinutes _ -> throw Refusal.of(Refused.ALREADY_RECORDED, id(command));
      case AppointMember _,
          EnrolCandidate _,
          WithdrawCandidate _,
          Convoke _,
          RecordPresence _,
          ReportAbsence _,
          RecordResult _ ->
          throw acts.frozen(id(command));
      case RegisterMinutes register -> acts.register(register);
      case NotifyResults notify -> acts.notify(notify);
      case RectifyMinutes rectify -> acts.rectify(rectify);
      case AnnulSession annul -> acts.annul(annul);
      case RefuseAnnulment refuse -> acts.refuseAnnulment(refuse);
      case AppealRefusal appeal -> acts.appeal(appeal);
      case DecideRefusalAppeal decide -> acts.decideAppeal(decide);
      case NoteEffect note -> acts.note(note);
    };
  }

  private static List<SessionEvent> over(SessionCommand command, PathLaw law) {
    if (command instanceof PlanSession) {
      throw Refusal.of(Refused.ALREADY_RECORDED, id(command));
    }
    throw law.regime().refuse(Refused.SESSION_OVER, id(command));
  }

  private static Map<String, Object> id(SessionCommand command) {
    return Map.of("sessionId", command.session().toString());
  }
}
