package fr.livret.query.session;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.session.Effect;
import fr.livret.kernel.session.Plan;
import fr.livret.kernel.session.Result;
import fr.livret.kernel.session.SessionEvent;
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
import fr.livret.kernel.session.SessionId;
import fr.livret.query.session.Contender.State;
import fr.livret.query.session.LaterAct.Kind;
import fr.livret.query.session.Seat.Sent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A session as its events tell it.
 *
 * @param seats in the order of appointment
 * @param contenders in the order of enrolment
 * @param editions of the minutes
 * @param acts what became of it beside
 * @param version of its stream
 */
record SessionRow(
    SessionId id,
    Plan plan,
    int certificationVersion,
    RegimeId regime,
    SessionStatus status,
    List<Seat> seats,
    List<Contender> contenders,
    List<EditionRow> editions,
    List<LaterAct> acts,
    long version) {
  SessionRow {
    seats = List.copyOf(seats);
    contenders = List.copyOf(contenders);
    editions = List.copyOf(editions);
    acts = List.copyOf(acts);
  }

  /** The session after an event that made that version of its stream. */
  static SessionRow evolve(@Nullable SessionRow before, SessionEvent event, long version) {
    if (event instanceof SessionPlanned planned) {
      return new SessionRow(
          planned.session(),
          planned.plan(),
          planned.certificationVersion(),
          planned.regime(),
          SessionStatus.PLANNED,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          version);
    }
    if (before == null) {
      throw new IllegalStateException("session " + event.session() + " was never planned");
    }
    return before.next(event).at(version);
  }

  private SessionRow next(SessionEvent event) {
    return switch (event) {
      case SessionPlanned _ -> throw new IllegalStateException("session " + id + " planned twice");
      case MemberAppointed appointed -> seats(joined(seats, Seat.of(appointed)));
      case CandidateEnrolled enrolled -> contenders(joined(contenders, Contender.of(enrolled)));
      case CandidateWithdrawn(_, var path, _, _) ->
          contenders(
              contenders.stream().filter(one -> !one.pathId().equals(path.value())).toList());
      case MemberConvoked(_, var member, var on, var lastDay, var why, var rule) ->
          seats(
              changed(
                  seats,
                  seat -> seat.id().equals(member),
                  seat -> seat.convoked(new Sent(on, lastDay, why, rule))));
      case CandidateConvoked(_, var path, var on, var lastDay, var why, var rule) ->
          candidate(path, one -> one.convoked(new Sent(on, lastDay, why, rule)));
      case PresenceRecorded(_, _, var present, _) ->
          seats(seats.stream().map(seat -> seat.present(present.contains(seat.id()))).toList())
              .status(SessionStatus.HELD);
      case ResultRecorded result ->
          candidate(
              result.result().path(),
              one ->
                  one.decided(
                      Decided.of(result.result()),
                      result.deliberating().stream().sorted().toList(),
                      result.conflicted().stream().sorted().toList()));
      case AbsenceReported report -> act(notHeld(report)).status(SessionStatus.NOT_HELD);
      case MinutesSigned signed ->
          minuted(signed.results(), signed.edition())
              .edition(
                  new EditionRow(
                      signed.edition(),
                      signed.signedOn(),
                      null,
                      null,
                      signed.signatories().stream().sorted().toList(),
                      null,
                      null,
                      null,
                      null,
                      signed.results().stream().map(Decided::of).toList(),
                      signed.rule()))
              .status(SessionStatus.SIGNED);
      case MinutesRectified act ->
          minuted(act.results(), act.edition())
              .edition(
                  new EditionRow(
                      act.edition(),
                      act.decidedOn(),
                      act.reason(),
                      act.legalSource(),
                      List.of(),
                      null,
                      null,
                      null,
                      null,
                      act.results().stream().map(Decided::of).toList(),
                      act.rule()))
              .status(SessionStatus.SIGNED);
      case MinutesRegistered(_, var edition, var number, var authority, var on, _) ->
          editions(edition, one -> one.registered(number, authority, on))
              .status(SessionStatus.REGISTERED);
      case ResultsNotified(_, var edition, var on, _) ->
          editions(edition, one -> one.notified(on)).status(SessionStatus.NOTIFIED);
      case SessionAnnulled(_, var on, var reason, var source, var rule) ->
          contenders(contenders.stream().map(Contender::undoing).toList())
              .act(new LaterAct(Kind.ANNULMENT, 1, on, null, null, null, reason, source, rule))
              .status(SessionStatus.ANNULLED);
      case AnnulmentRefused(_, var number, var on, var reason, var rule) ->
          act(
              new LaterAct(
                  Kind.ANNULMENT_REFUSAL, number, on, null, null, null, reason, null, rule));
      case RefusalAppealed appeal ->
          act(
              new LaterAct(
                  Kind.APPEAL,
                  appeal.appeal(),
                  appeal.lodgedOn(),
                  appeal.body().name(),
                  null,
                  null,
                  null,
                  null,
                  appeal.rule()));
      case RefusalAppealDecided(_, var number, var on, var outcome, var reason) ->
          acts(
              changed(
                  acts,
                  one -> one.kind() == Kind.APPEAL && one.number() == number,
                  one -> one.decided(on, outcome.name(), reason)));
      case DecisionRecorded(_, var path, var edition, var on) ->
          candidate(
              path,
              one ->
                  one.noted(
                      new Effect(Effect.Kind.RECORD, path, edition),
                      State.RECORDED,
                      on,
                      List.of()));
      case DecisionUndone(_, var path, var edition, var on) ->
          candidate(
              path,
              one ->
                  one.noted(
                      new Effect(Effect.Kind.UNDO, path, edition), State.UNDONE, on, List.of()));
      case DecisionNotRecorded(_, var effect, var refused, var on) ->
          candidate(effect.path(), one -> one.noted(effect, State.NOT_RECORDED, on, refused));
    };
  }

  private static LaterAct notHeld(AbsenceReported report) {
    return new LaterAct(
        Kind.ABSENCE_REPORT,
        1,
        report.drawnUpOn(),
        null,
        null,
        report.newSessionAuthorisedOn(),
        report.remarks(),
        null,
        report.rule());
  }

  private SessionRow minuted(List<Result> results, int edition) {
    SessionRow row = this;
    for (Result result : results) {
      row = row.candidate(result.path(), one -> one.minuted(Decided.of(result), edition));
    }
    return row;
  }

  private SessionRow candidate(PathId path, UnaryOperator<Contender> change) {
    return contenders(changed(contenders, one -> isOf(one, path.value()), change));
  }

  private static boolean isOf(Contender one, UUID path) {
    return one.pathId().equals(path);
  }

  private static <T> List<T> joined(List<T> all, T one) {
    List<T> joined = new ArrayList<>(all);
    joined.add(one);
    return joined;
  }

  private static <T> List<T> changed(List<T> all, Predicate<T> which, UnaryOperator<T> change) {
    return all.stream().map(one -> which.test(one) ? change.apply(one) : one).toList();
  }

  private SessionRow edition(EditionRow edition) {
    return editions(joined(editions, edition));
  }

  private SessionRow editions(int number, UnaryOperator<EditionRow> change) {
    return editions(changed(editions, one -> one.edition() == number, change));
  }

  private SessionRow act(LaterAct act) {
    return acts(joined(acts, act));
  }

  private SessionRow seats(List<Seat> next) {
    return new SessionRow(
        id, plan, certificationVersion, regime, status, next, contenders, editions, acts, version);
  }

  private SessionRow contenders(List<Contender> next) {
    return new SessionRow(
        id, plan, certificationVersion, regime, status, seats, next, editions, acts, version);
  }

  private SessionRow editions(List<EditionRow> next) {
    return new SessionRow(
        id, plan, certificationVersion, regime, status, seats, contenders, next, acts, version);
  }

  private SessionRow acts(List<LaterAct> next) {
    return new SessionRow(
        id, plan, certificationVersion, regime, status, seats, contenders, editions, next, version);
  }

  private SessionRow status(SessionStatus next) {
    return new SessionRow(
        id, plan, certificationVersion, regime, next, seats, contenders, editions, acts, version);
  }

  private SessionRow at(long now) {
    return new SessionRow(
        id, plan, certificationVersion, regime, status, seats, contenders, editions, acts, now);
  }

  /** The day what is decided is obtained. */
  LocalDate heldOn() {
    return plan.heldOn();
  }

  /** How many of what was decided there are. */
  Counts counts() {
    return Counts.of(this);
  }
}
