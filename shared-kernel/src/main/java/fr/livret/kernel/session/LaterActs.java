package fr.livret.kernel.session;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.session.Minutes.Appeal;
import fr.livret.kernel.session.Minutes.Edition;
import fr.livret.kernel.session.SessionCommand.AnnulSession;
import fr.livret.kernel.session.SessionCommand.AppealRefusal;
import fr.livret.kernel.session.SessionCommand.DecideRefusalAppeal;
import fr.livret.kernel.session.SessionCommand.NoteEffect;
import fr.livret.kernel.session.SessionCommand.NotifyResults;
import fr.livret.kernel.session.SessionCommand.RectifyMinutes;
import fr.livret.kernel.session.SessionCommand.RefuseAnnulment;
import fr.livret.kernel.session.SessionCommand.RegisterMinutes;
import fr.livret.kernel.session.SessionEvent.AnnulmentRefused;
import fr.livret.kernel.session.SessionEvent.DecisionNotRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionUndone;
import fr.livret.kernel.session.SessionEvent.MinutesRectified;
import fr.livret.kernel.session.SessionEvent.MinutesRegistered;
import fr.livret.kernel.session.SessionEvent.RefusalAppealDecided;
import fr.livret.kernel.session.SessionEvent.RefusalAppealed;
import fr.livret.kernel.session.SessionEvent.ResultsNotified;
import fr.livret.kernel.session.SessionEvent.SessionAnnulled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may still become of signed minutes: never a change in silence. */
final class LaterActs {
  private final SessionFile file;
  private final Minutes minutes;
  private final PathLaw law;

  LaterActs(SessionFile file, Minutes minutes, PathLaw law) {
    this.file = file;
    this.minutes = minutes;
    this.law = law;
  }

  Refusal frozen(Map<String, Object> session) {
    return law.regime().refuse(Refused.MINUTES_FROZEN, session);
  }

  List<SessionEvent> register(RegisterMinutes command) {
    Edition edition = minutes.latest();
    Holding.requireBetween(
        "registeredOn", command.registeredOn(), edition.decidedOn(), command.today());
    if (edition.registeredOn() != null) {
      throw alreadyRecorded("registeredOn", edition.registeredOn(), edition);
    }
    return List.of(
        new MinutesRegistered(
            command.session(),
            edition.number(),
            command.number(),
            command.authority() == null ? file.plan().authority() : command.authority(),
            command.registeredOn(),
            law.regime().basis(RuleName.SESSION_REGISTRATION).rule()));
  }

  List<SessionEvent> notify(NotifyResults command) {
    Edition edition = minutes.latest();
    @Nullable LocalDate registeredOn = edition.registeredOn();
    if (registeredOn == null) {
      throw law.regime()
          .refuse(
              Refused.MINUTES_NOT_REGISTERED,
              Map.of(
                  "sessionId", command.session().toString(),
                  "edition", edition.number(),
                  "notifiedOn", command.notifiedOn()));
    }
    Holding.requireBetween("notifiedOn", command.notifiedOn(), registeredOn, command.today());
    if (edition.notifiedOn() != null) {
      throw alreadyRecorded("notifiedOn", edition.notifiedOn(), edition);
    }
    return List.of(
        new ResultsNotified(
            command.session(),
            edition.number(),
            command.notifiedOn(),
            law.regime().basis(RuleName.SESSION_REGISTRATION).rule()));
  }

  private static Refusal alreadyRecorded(String field, LocalDate day, Edition edition) {
    return Refusal.of(Refused.ALREADY_RECORDED, Map.of(field, day, "edition", edition.number()));
  }

  List<SessionEvent> rectify(RectifyMinutes command) {
    Holding.requireBetween(
        "decidedOn", command.decidedOn(), minutes.latest().decidedOn(), command.today());
    List<Result> changed = new ArrayList<>();
    Signing.Refusals refusals = new Signing.Refusals();
    int edition = minutes.latest().number() + 1;
    Edition next =
        new Edition(
            edition,
            command.decidedOn(),
            command.reason(),
            command.legalSource(),
            command.results(),
            null,
            null);
    for (Result result : command.results()) {
      Candidacy candidate =
          file.candidate(result.path())
              .orElseThrow(
                  () -> Refusal.of(Refused.UNKNOWN, Map.of("pathId", result.path().toString())));
      Holding.requireOfSession(result, candidate, file, law);
      if (result.equals(current(result))) {
        continue;
      }
      changed.add(result);
      Standing standing = Signing.standing(command.standings(), result.path());
      Minutes rectified = minutes.rectified(next);
      refusals.rehearse(
          result.path(),
          standing,
          it ->
              Effects.recording(
                  new Effect(Effect.Kind.RECORD, result.path(), edition),
                  command.session(),
                  file,
                  rectified,
                  law,
                  it,
                  command.today()));
    }
    refusals.orThrow(law);
    if (changed.isEmpty()) {
      throw Refusal.of(
          Refused.ALREADY_RECORDED,
          Map.of("sessionId", command.session().toString(), "edition", edition - 1));
    }
    return List.of(
        new MinutesRectified(
            command.session(),
            edition,
            command.decidedOn(),
            command.reason(),
            command.legalSource(),
            changed,
            law.regime().basis(RuleName.SESSION_FROZEN).rule()));
  }

  private @Nullable Result current(Result other) {
    return minutes
        .deciding(other.path())
        .flatMap(edition -> edition.resultOf(other.path()))
        .orElse(null);
  }

  static List<SessionEvent> annulUnsigned(AnnulSession command, PathLaw law) {
    Days.requirePast("decidedOn", command.decidedOn(), command.today());
    return List.of(annulled(command, law));
  }

  List<SessionEvent> annul(AnnulSession command) {
    Holding.requireBetween(
        "decidedOn", command.decidedOn(), minutes.latest().decidedOn(), command.today());
    return List.of(annulled(command, law));
  }

  private static SessionAnnulled annulled(AnnulSession command, PathLaw law) {
    return new SessionAnnulled(
        command.session(),
        command.decidedOn(),
        command.reason(),
        command.legalSource(),
        law.regime().basis(RuleName.SESSION_ANNULMENT).rule());
  }

  List<SessionEvent> refuseAnnulment(RefuseAnnulment command) {
    Holding.requireBetween(
        "decidedOn",
        command.decidedOn(),
        minutes.editions().getFirst().decidedOn(),
        command.today());
    return List.of(
        new AnnulmentRefused(
            command.session(),
            minutes.refusals().size() + 1,
            command.decidedOn(),
            command.reason(),
            law.regime().basis(RuleName.SESSION_ANNULMENT).rule()));
  }

  List<SessionEvent> appeal(AppealRefusal command) {
    int refusal = minutes.refusals().size();
    if (refusal == 0) {
      throw law.regime()
          .refuse(Refused.ANNULMENT_NOT_REFUSED, Map.of("sessionId", command.session().toString()));
    }
    Holding.requireBetween(
        "lodgedOn", command.lodgedOn(), minutes.refusals().getLast(), command.today());
    boolean lodged =
        minutes.appeals().stream()
            .anyMatch(one -> one.refusal() == refusal && one.body() == command.body());
    if (lodged) {
      throw Refusal.of(
          Refused.ALREADY_RECORDED, Map.of("refusal", refusal, "body", command.body().name()));
    }
    return List.of(
        new RefusalAppealed(
            command.session(),
            minutes.appeals().size() + 1,
            refusal,
            command.body(),
            command.lodgedOn(),
            law.regime().basis(RuleName.SESSION_APPEAL).rule()));
  }

  List<SessionEvent> decideAppeal(DecideRefusalAppeal command) {
    int number = command.appeal();
    Appeal appeal =
        Optional.of(minutes.appeals())
            .filter(all -> number >= 1 && number <= all.size())
            .map(all -> all.get(number - 1))
            .orElseThrow(() -> Refusal.of(Refused.UNKNOWN, Map.of("appeal", number)));
    Holding.requireBetween("decidedOn", command.decidedOn(), appeal.lodgedOn(), command.today());
    if (appeal.decided()) {
      throw Refusal.of(Refused.ALREADY_RECORDED, Map.of("appeal", number));
    }
    return List.of(
        new RefusalAppealDecided(
            command.session(), number, command.decidedOn(), command.outcome(), command.reason()));
  }

  /** Noted once; what is noted again has nothing more to say. */
  List<SessionEvent> note(NoteEffect command) {
    Effect effect = command.effect();
    if (minutes.noted().contains(effect)) {
      return List.of();
    }
    if (minutes.edition(effect.edition()).flatMap(it -> it.resultOf(effect.path())).isEmpty()) {
      throw Refusal.of(
          Refused.UNKNOWN, Map.of("pathId", effect.path().toString(), "edition", effect.edition()));
    }
    SessionId session = command.session();
    LocalDate on = command.today();
    if (!command.refused().isEmpty()) {
      return List.of(new DecisionNotRecorded(session, effect, command.refused(), on));
    }
    return List.of(
        switch (effect.kind()) {
          case RECORD -> new DecisionRecorded(session, effect.path(), effect.edition(), on);
          case UNDO -> new DecisionUndone(session, effect.path(), effect.edition(), on);
        });
  }
}
