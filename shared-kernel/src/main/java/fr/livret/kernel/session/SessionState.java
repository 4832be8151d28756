package fr.livret.kernel.session;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.session.Effect.Kind;
import fr.livret.kernel.session.Minutes.Appeal;
import fr.livret.kernel.session.Minutes.Edition;
import fr.livret.kernel.session.SessionEvent.AbsenceReported;
import fr.livret.kernel.session.SessionEvent.AnnulmentRefused;
import fr.livret.kernel.session.SessionEvent.CandidateConvoked;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.kernel.session.SessionEvent.CandidateWithdrawn;
import fr.livret.kernel.session.SessionEvent.DecisionNotRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionUndone;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import fr.livret.kernel.session.SessionEvent.MemberConvoked;
import fr.livret.kernel.session.SessionEvent.MinutesRectified;
import fr.livret.kernel.session.SessionEvent.MinutesRegistered;
import fr.livret.kernel.session.SessionEvent.MinutesSigned;
import fr.livret.kernel.session.SessionEvent.PresenceRecorded;
import fr.livret.kernel.session.SessionEvent.RefusalAppealDecided;
import fr.livret.kernel.session.SessionEvent.RefusalAppealed;
import fr.livret.kernel.session.SessionEvent.ResultRecorded;
import fr.livret.kernel.session.SessionEvent.ResultsNotified;
import fr.livret.kernel.session.SessionEvent.SessionAnnulled;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The legal situation of a session. */
public sealed interface SessionState {

  /** Nothing has happened under this id. */
  record NotPlanned() implements SessionState {}

  /** Being prepared or held: its minutes are not signed. */
  record Planned(Pinned pinned, SessionFile file) implements SessionState {}

  /** Too few members came. */
  record NotHeld(Pinned pinned, SessionFile file) implements SessionState {}

  /** The minutes are signed and frozen. */
  record Signed(Pinned pinned, SessionFile file, Minutes minutes) implements SessionState {}

  /**
   * The session is annulled.
   *
   * @param minutes absent where they were never signed
   * @param decidedOn the day of that decision
   */
  record Annulled(
      Pinned pinned,
      SessionFile file,
      @Nullable Minutes minutes,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource)
      implements SessionState {}

  /** The law a session was planned under. */
  record Pinned(int certificationVersion, RegimeId regime) {}

  /** What is known of the session, once planned. */
  default Optional<SessionFile> known() {
    return switch (this) {
      case NotPlanned() -> Optional.empty();
      case Planned(_, var file) -> Optional.of(file);
      case NotHeld(_, var file) -> Optional.of(file);
      case Signed(_, var file, _) -> Optional.of(file);
      case Annulled annulled -> Optional.of(annulled.file());
    };
  }

  /** The law it was planned under. */
  default Optional<Pinned> pins() {
    return switch (this) {
      case NotPlanned() -> Optional.empty();
      case Planned(var pinned, _) -> Optional.of(pinned);
      case NotHeld(var pinned, _) -> Optional.of(pinned);
      case Signed(var pinned, _, _) -> Optional.of(pinned);
      case Annulled annulled -> Optional.of(annulled.pinned());
    };
  }

  /** Its minutes, once signed. */
  default Optional<Minutes> signedMinutes() {
    return switch (this) {
      case NotPlanned() -> Optional.empty();
      case Planned _ -> Optional.empty();
      case NotHeld _ -> Optional.empty();
      case Signed(_, _, var minutes) -> Optional.of(minutes);
      case Annulled annulled -> Optional.ofNullable(annulled.minutes());
    };
  }

  /** The state after one more event. */
  static SessionState evolve(SessionState state, SessionEvent event) {
    return switch (event) {
      case SessionPlanned(_, var plan, var version, var regime, _) ->
          new Planned(new Pinned(version, regime), SessionFile.planned(plan));
      case MemberAppointed(_, var member, _, _) -> file(state, event, file(state).with(member));
      case CandidateEnrolled(_, var one, _) -> file(state, event, file(state).with(one));
      case CandidateWithdrawn(_, var path, _, _) -> file(state, event, file(state).without(path));
      case MemberConvoked convoked -> file(state, event, file(state).convoked(convoked.member()));
      case CandidateConvoked convoked -> file(state, event, file(state).convoked(convoked.path()));
      case PresenceRecorded(_, _, var present, _) ->
          file(state, event, file(state).present(present));
      case ResultRecorded recorded -> file(state, event, file(state).with(recorded.result()));
      case AbsenceReported _ -> new NotHeld(pinned(state), file(state));
      case MinutesSigned signed ->
          new Signed(
              pinned(state), file(state), Minutes.signed(signed.signedOn(), signed.results()));
      case MinutesRegistered registered ->
          minutes(
              state, minutes(state).registered(registered.edition(), registered.registeredOn()));
      case ResultsNotified(_, var edition, var on, _) ->
          minutes(state, minutes(state).notified(edition, on));
      case MinutesRectified act ->
          minutes(
              state,
              minutes(state)
                  .rectified(
                      new Edition(
                          act.edition(),
                          act.decidedOn(),
                          act.reason(),
                          act.legalSource(),
                          act.results(),
                          null,
                          null)));
      case SessionAnnulled(_, var on, var reason, var source, _) ->
          new Annulled(
              pinned(state), file(state), state.signedMinutes().orElse(null), on, reason, source);
      case AnnulmentRefused refused ->
          minutes(state, minutes(state).annulmentRefused(refused.decidedOn()));
      case RefusalAppealed(_, _, var refusal, var body, var on, _) ->
          minutes(state, minutes(state).appealed(new Appeal(refusal, body, on, false)));
      case RefusalAppealDecided decided ->
          minutes(state, minutes(state).appealDecided(decided.appeal()));
      case DecisionRecorded(_, var path, var edition, _) ->
          minutes(state, minutes(state).noted(new Effect(Kind.RECORD, path, edition)));
      case DecisionUndone(_, var path, var edition, _) ->
          minutes(state, minutes(state).noted(new Effect(Kind.UNDO, path, edition)));
      case DecisionNotRecorded not -> minutes(state, minutes(state).noted(not.effect()));
    };
  }

  private static SessionFile file(SessionState state) {
    return state.known().orElseThrow(() -> new IllegalStateException("never planned"));
  }

  private static Pinned pinned(SessionState state) {
    return state.pins().orElseThrow(() -> new IllegalStateException("never planned"));
  }

  private static Minutes minutes(SessionState state) {
    return state.signedMinutes().orElseThrow(() -> new IllegalStateException("never signed"));
  }

  private static Planned file(SessionState state, SessionEvent event, SessionFile next) {
    if (state instanceof Planned(var pinned, _)) {
      return new Planned(pinned, next);
    }
    throw new IllegalStateException("session " + event.session() + " is no longer open");
  }

  private static SessionState minutes(SessionState state, Minutes next) {
    return switch (state) {
      case Signed(var pinned, var file, _) -> new Signed(pinned, file, next);
      case Annulled(var pinned, var file, _, var on, var reason, var source) ->
          new Annulled(pinned, file, next, on, reason, source);
      case NotPlanned _, Planned _, NotHeld _ ->
          throw new IllegalStateException("there are no minutes");
    };
  }
}
