package fr.livret.query.session;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.session.Member;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import fr.livret.kernel.session.SessionProofs;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.proof.Proving;
import fr.livret.query.reading.Logged;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Streams;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Every day a session claims, proved. */
@Component
public final class ProvenSessions {
  private final Streams streams;
  private final RegimeLibrary regimes;

  ProvenSessions(Streams streams, RegimeLibrary regimes) {
    this.streams = streams;
    this.regimes = regimes;
  }

  /** What is claimed at that moment; empty where no session was known and planned. */
  Optional<ProofsAnswer> at(Moment moment, UUID session) {
    return of(streams.of(session.toString(), SessionEvent.class), regimes::regime, moment);
  }

  /**
   * The same from facts however they were read.
   *
   * @param logged the facts of one session, in order
   */
  public static Optional<ProofsAnswer> of(
      List<Logged<SessionEvent>> logged,
      Function<RegimeId, CapitalisationRegime> regimes,
      Moment moment) {
    List<Logged<SessionEvent>> known =
        moment.knownOf(logged).stream()
            .filter(fact -> !fact.event().effectiveOn().isAfter(moment.effectiveOn()))
            .toList();
    return events(known, SessionPlanned.class).stream()
        .findFirst()
        .map(planned ->
            ProofsAnswer.of(
                planned.session().toString(),
                known.getLast().version(),
                moment,
                Proving.withoutFacts()
                    .and(known, SessionProofs::anchors)
                    .shown(
                        SessionProofs.of(
                            planned.plan(), members(known), regimes.apply(planned.regime())))));
  }

  private static List<Member> members(List<Logged<SessionEvent>> known) {
    return events(known, MemberAppointed.class).stream().map(MemberAppointed::member).toList();
  }

  private static <E extends SessionEvent> List<E> events(
      List<Logged<SessionEvent>> known, Class<E> kind) {
    return known.stream().map(Logged::event).filter(kind::isInstance).map(kind::cast).toList();
  }
}
