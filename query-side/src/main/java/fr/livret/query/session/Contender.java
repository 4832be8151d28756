package fr.livret.query.session;

import fr.livret.kernel.session.Effect;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.kernel.session.Unrecorded;
import fr.livret.query.session.Seat.Sent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A candidate of a session, as a row keeps it.
 *
 * @param result what is decided now, by the latest edition that says so
 * @param deliberating the members who took part in what was recorded first
 * @param conflicted those present who could not
 * @param effect how far that has come on the path; absent before the minutes are signed
 */
record Contender(
    UUID pathId,
    UUID candidateId,
    String route,
    List<String> ccps,
    @Nullable String ccs,
    List<String> organisations,
    LocalDate enrolledOn,
    @Nullable Sent convocation,
    @Nullable Decided result,
    List<String> deliberating,
    List<String> conflicted,
    @Nullable Reached effect) {

  /** How far a decision has come. */
  enum State {
    /** It is on its way to the path. */
    PENDING,
    /** The path carries it. */
    RECORDED,
    /** The law of the path refused it: work for an officer. */
    NOT_RECORDED,
    /** Its undoing is on its way to the path. */
    UNDOING,
    /** It is taken off the path. */
    UNDONE
  }

  /**
   * How far the decision of an edition has come.
   *
   * @param on the day that was noted
   */
  record Reached(State state, int edition, @Nullable LocalDate on, List<Unrecorded> refused) {}

  static Contender of(CandidateEnrolled event) {
    var one = event.candidacy();
    return new Contender(
        one.path().value(),
        one.candidate().value(),
        one.route().name(),
        one.ccps().stream().sorted().map(Object::toString).toList(),
        one.ccs(),
        one.organisations().stream().sorted().toList(),
        event.enrolledOn(),
        null,
        null,
        List.of(),
        List.of(),
        null);
  }

  Contender convoked(Sent sent) {
    return with(sent, result, deliberating, conflicted, effect);
  }

  Contender decided(Decided now, List<String> by, List<String> notBy) {
    return with(convocation, now, by, notBy, effect);
  }

  /** Decided by an edition of signed minutes. */
  Contender minuted(Decided now, int edition) {
    return with(
        convocation,
        now,
        deliberating,
        conflicted,
        new Reached(State.PENDING, edition, null, List.of()));
  }

  Contender undoing() {
    return effect == null
        ? this
        : reached(new Reached(State.UNDOING, effect.edition(), null, List.of()));
  }

  /** What was noted of an edition matters as long as no later one decides. */
  Contender noted(Effect of, State state, LocalDate on, List<Unrecorded> refused) {
    return effect == null || effect.edition() != of.edition()
        ? this
        : reached(new Reached(state, of.edition(), on, refused));
  }

  private Contender reached(Reached now) {
    return with(convocation, result, deliberating, conflicted, now);
  }

  private Contender with(
      @Nullable Sent sent,
      @Nullable Decided now,
      List<String> by,
      List<String> notBy,
      @Nullable Reached reached) {
    return new Contender(
        pathId,
        candidateId,
        route,
        ccps,
        ccs,
        organisations,
        enrolledOn,
        sent,
        now,
        by,
        notBy,
        reached);
  }
}
