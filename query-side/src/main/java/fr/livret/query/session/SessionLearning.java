package fr.livret.query.session;

import fr.livret.kernel.path.PathId;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.query.learned.Brief;
import fr.livret.query.learned.LearnedAnswer.Subject;
import fr.livret.query.learned.Learning;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Recorded;
import fr.livret.query.session.Decided.DecidedCcp;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What facts change of a session's answer; of one candidate, what does not concern others. */
@Component
final class SessionLearning extends Learning<SessionEvent> {
  private final Sessions sessions;

  SessionLearning(Facts<SessionEvent> facts, Sessions sessions) {
    super(Subject.SESSION, facts);
    this.sessions = sessions;
  }

  @Override
  protected List<UUID> ofCandidate(UUID candidate) {
    return sessions.of(candidate);
  }

  @Override
  protected Predicate<SessionEvent> concerning(List<Recorded<SessionEvent>> all, UUID candidate) {
    Set<PathId> paths =
        all.stream()
            .map(Recorded::event)
            .filter(CandidateEnrolled.class::isInstance)
            .map(event -> ((CandidateEnrolled) event).candidacy())
            .filter(one -> one.candidate().value().equals(candidate))
            .map(one -> one.path())
            .collect(Collectors.toSet());
    return event -> Concern.of(event, paths::contains);
  }

  @Override
  protected Brief brief(List<Recorded<SessionEvent>> known, LocalDate effectiveOn) {
    return brief(known, effectiveOn, _ -> true);
  }

  @Override
  protected Brief brief(List<Recorded<SessionEvent>> known, LocalDate effectiveOn, UUID candidate) {
    return brief(known, effectiveOn, one -> one.candidateId().equals(candidate));
  }

  private static Brief brief(
      List<Recorded<SessionEvent>> known, LocalDate day, Predicate<Contender> whose) {
    @Nullable SessionRow row = null;
    for (Recorded<SessionEvent> one : known) {
      if (Sessions.counts(one.event(), day)) {
        row = SessionRow.evolve(row, one.event(), one.version());
      } else if (row == null) {
        return new Brief();
      }
    }
    return row == null ? new Brief() : brief(row, whose);
  }

  private static Brief brief(SessionRow row, Predicate<Contender> whose) {
    Brief brief = new Brief().with("state", row.status()).with("heldOn", row.heldOn());
    for (Seat seat : row.seats()) {
      String name = "member." + seat.id();
      brief
          .with(name, seat.role())
          .with(
              name + ".convokedOn", seat.convocation() == null ? null : seat.convocation().sentOn())
          .with(name + ".present", seat.present());
    }
    row.contenders().stream().filter(whose).forEach(one -> brief(brief, one));
    if (!row.editions().isEmpty()) {
      EditionRow minutes = row.editions().getLast();
      brief
          .with("minutes.edition", minutes.edition())
          .with("minutes.signedOn", minutes.signedOn())
          .with("minutes.number", minutes.number())
          .with("minutes.registeredOn", minutes.registeredOn())
          .with("minutes.notifiedOn", minutes.notifiedOn());
    }
    for (LaterAct act : row.acts()) {
      String name = act.kind() + "." + act.number();
      brief.with(name, act.on()).with(name + ".outcome", act.outcome());
    }
    return brief;
  }

  private static void brief(Brief brief, Contender one) {
    String name = "candidate." + one.pathId();
    brief
        .with(name + ".enrolledOn", one.enrolledOn())
        .with(name + ".convokedOn", one.convocation() == null ? null : one.convocation().sentOn())
        .with(name + ".result", one.result() == null ? null : brief(one.result()))
        .with(name + ".effect", one.effect() == null ? null : one.effect().state());
  }

  /** As in {@code PARTIAL CCP1}: what was decided, with the CCPs granted. */
  private static String brief(Decided result) {
    return result.ccps().stream()
        .filter(DecidedCcp::granted)
        .map(ccp -> " " + ccp.ccp())
        .sorted()
        .collect(Collectors.joining("", result.decision(), ""));
  }
}
