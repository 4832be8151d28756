package fr.livret.command.session;

import fr.livret.command.dispatch.Unknown;
import fr.livret.command.referentiel.LawBook;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.session.SessionCommand;
import fr.livret.kernel.session.SessionCommand.PlanSession;
import fr.livret.kernel.session.SessionState;

/** The law that governs a session: what it pinned, or what it is going to pin. */
final class SessionLaw {
  private SessionLaw() {}

  static PathLaw of(SessionState state, SessionCommand command, LawBook laws) {
    return state
        .pins()
        .map(pinned ->
            laws.of(
                state.known().orElseThrow().plan().certification(),
                pinned.certificationVersion(),
                pinned.regime()))
        .orElseGet(() -> {
          if (command instanceof PlanSession plan) {
            return laws.latest(plan.plan().certification(), plan.certificationVersion());
          }
          throw Unknown.id(command.session().toString());
        });
  }

  /** Of a session that is planned. */
  static PathLaw of(SessionState planned, LawBook laws) {
    SessionState.Pinned pinned = planned.pins().orElseThrow();
    return laws.of(
        planned.known().orElseThrow().plan().certification(),
        pinned.certificationVersion(),
        pinned.regime());
  }
}
