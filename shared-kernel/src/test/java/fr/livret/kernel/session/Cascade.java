package fr.livret.kernel.session;

import static fr.livret.kernel.session.Words.ANNA;

import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.JuryDecision;
import fr.livret.kernel.path.MinutesRef;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.AnnulMinutes;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathCommand.TransferPath;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.PathFacts;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Revision;
import fr.livret.kernel.referentiel.Revision.Equivalence;
import fr.livret.kernel.session.Effect.Kind;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import fr.livret.kernel.session.SessionEvent.MinutesRectified;
import fr.livret.kernel.session.SessionEvent.MinutesSigned;
import fr.livret.kernel.session.SessionEvent.PresenceRecorded;
import fr.livret.kernel.session.SessionEvent.SessionAnnulled;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Sessions of CCPs and of the title that all touch one path, and beside it a plain account of what
 * was recorded from which minutes.
 */
final class Cascade {

  /** What may happen. */
  enum Act {
    SIGN,
    RECTIFY,
    ANNUL,
    DAYS_PASS,
    TRANSFER
  }

  /** A fact on the path and the minutes it stands in. */
  record Fact(String fact, LocalDate day, MinutesRef minutes) {}

  private record Pending(int session, Effect effect) {}

  private final PathLaw successor;
  private final Map<Integer, SessionState> sessions = new HashMap<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<Fact> account = new ArrayList<>();
  private PathLaw law;
  private PathState path;
  private LocalDate today;

  Cascade(PathLaw law, PathLaw successor) {
    this(law, successor, LocalDate.of(2014, 1, 6));
  }

  Cascade(PathLaw law, PathLaw successor, LocalDate today) {
    this.law = law;
    this.successor = successor;
    this.today = today;
    this.path = new PathState.NotOpened();
    carryOut(Words.open(ANNA, law, Route.CAPITALISATION));
  }

  void happens(Act act, int session, int choice, int days, boolean later) {
    today = today.plusDays(days);
    switch (act) {
      case SIGN -> sign(session, choice);
      case RECTIFY -> rectify(session, choice);
      case ANNUL -> annul(session);
      case DAYS_PASS -> carryOut(new WitnessDay(ANNA, today));
      case TRANSFER -> transfer();
    }
    if (!later) {
      bringAll();
    }
  }

  void bringAll() {
    while (!pending.isEmpty()) {
      bring(pending.removeFirst());
    }
  }

  /** What stands on the path, each fact with the minutes it names. */
  List<Fact> onThePath() {
    PathFacts facts = file().facts();
    List<Fact> standing = new ArrayList<>();
    facts.standingOn(LocalDate.MAX).stream()
        .map(one ->
            new Fact(one.ccp().value(), one.obtainedOn(), Objects.requireNonNull(one.minutes())))
        .forEach(standing::add);
    facts.refusals().stream()
        .map(one -> new Fact("REFUSED", one.heldOn(), Objects.requireNonNull(one.minutes())))
        .forEach(standing::add);
    facts.absences().stream()
        .map(one -> new Fact("ABSENT", one.heldOn(), Objects.requireNonNull(one.minutes())))
        .forEach(standing::add);
    if (facts.title() != null) {
      standing.add(
          new Fact(
              "TITLE", facts.title().heldOn(), Objects.requireNonNull(facts.title().minutes())));
    }
    return standing;
  }

  /** What was recorded from minutes that still stand. */
  List<Fact> ofTheMinutes() {
    return List.copyOf(account);
  }

  /** What follows where all that was undone is undone once more. */
  List<PathEvent> undoneAgain() {
    // What the days alone have brought about is another matter.
    carryOut(new WitnessDay(ANNA, today));
    List<PathEvent> events = new ArrayList<>();
    sessions.forEach((number, state) -> {
      if (state instanceof SessionState.Annulled && state.signedMinutes().isPresent()) {
        int edition = state.signedMinutes().get().latest().number();
        for (PathCommand undo : commands(number, new Effect(Kind.UNDO, ANNA, edition))) {
          events.addAll(PathDecider.decide(undo, path, law));
        }
      }
    });
    return events;
  }

  String certification() {
    return file().pins().certification().value();
  }

  private PathFile file() {
    return path.opened().orElseThrow();
  }

  private void sign(int number, int choice) {
    if (sessions.containsKey(number)) {
      return;
    }
    SessionId id = id(number);
    boolean title = choice >= 6;
    Plan plan =
        new Plan(
            title ? SessionKind.TITLE : SessionKind.CCP,
            law.referentiel().code(),
            today,
            "AFPA",
            null,
            null,
            null);
    Candidacy candidacy =
        new Candidacy(
            ANNA,
            file().pins().candidate(),
            Route.CAPITALISATION,
            title ? Set.of() : sought(),
            null,
            Set.of());
    Stream.of(
            new SessionPlanned(id, plan, 1, law.regime().id(), today),
            new MemberAppointed(id, Words.professional("J1"), today, "x"),
            new MemberAppointed(id, Words.professional("J2"), today, "x"),
            new MemberAppointed(id, Words.trainer("T1", law), today, "x"),
            new CandidateEnrolled(id, candidacy, today),
            new PresenceRecorded(id, today, Set.of("J1", "J2", "T1"), Set.of()),
            new MinutesSigned(
                id, 1, today, Set.of("J1", "J2", "T1"), List.of(result(plan, choice)), "x"))
        .forEach(event -> fold(number, event));
    pending.addLast(new Pending(number, new Effect(Kind.RECORD, ANNA, 1)));
  }

  private void rectify(int number, int choice) {
    if (sessions.get(number) instanceof SessionState.Signed(_, var file, var minutes)) {
      int edition = minutes.latest().number() + 1;
      Result result =
          result(
              file.plan(), file.plan().kind() == SessionKind.TITLE ? 6 + choice % 4 : choice % 6);
      fold(
          number,
          new MinutesRectified(id(number), edition, today, "Erreur", null, List.of(result), "x"));
      pending.addLast(new Pending(number, new Effect(Kind.RECORD, ANNA, edition)));
    }
  }

  private void annul(int number) {
    if (sessions.get(number) instanceof SessionState.Signed signed) {
      fold(number, new SessionAnnulled(id(number), today, "Sujet divulgué", null, "x"));
      int edition = signed.minutes().latest().number();
      pending.addLast(new Pending(number, new Effect(Kind.UNDO, ANNA, edition)));
    }
  }

  private void transfer() {
    if (law.equals(successor)) {
      return;
    }
    List<Equivalence> same =
        law.referentiel().ccpCodes().stream()
            .limit(2)
            .map(ccp -> new Equivalence(ccp, List.of(ccp)))
            .toList();
    Revision revision =
        new Revision(
            successor.referentiel().code(),
            LocalDate.of(2011, 7, 2),
            same,
            null,
            "essai",
            Mark.READING);
    try {
      TransferPath command =
          new TransferPath(
              ANNA, revision.successor(), revision, successor.version(), today, List.of(), today);
      List<PathEvent> events = PathDecider.decide(command, path, law.leadingTo(successor));
      events.forEach(event -> path = PathState.evolve(path, event));
      law = successor;
      carriedOver((PathTransferred) events.getFirst());
    } catch (Refusal _) {
      // Not open to it on that day: the path stays where it is.
    }
  }

  /** Of the CCPs only those carried over stand, under their new codes. */
  private void carriedOver(PathTransferred event) {
    account.removeIf(one -> one.fact().startsWith("CCP"));
    event
        .carried()
        .forEach(one ->
            account.add(
                new Fact(
                    one.to().value(), one.obtainedOn(), Objects.requireNonNull(one.minutes()))));
  }

  private void bring(Pending next) {
    for (PathCommand command : commands(next.session(), next.effect())) {
      if (command instanceof AnnulMinutes annul) {
        account.removeIf(one -> one.minutes().equals(annul.minutes()));
      }
      if (carryOut(command)) {
        account(command);
      }
    }
  }

  private List<PathCommand> commands(int session, Effect effect) {
    return Effects.of(
        id(session),
        effect,
        state(session),
        Words.AMIS_2013,
        new Standing(path, 1, law, new Grounds(Words.CERTIFICATES)),
        today);
  }

  private boolean carryOut(PathCommand command) {
    try {
      for (PathEvent event : PathDecider.decide(command, path, law)) {
        path = PathState.evolve(path, event);
      }
      return true;
    } catch (Refusal _) {
      return false;
    }
  }

  private void account(PathCommand command) {
    switch (command) {
      case RecordCcp ccp ->
          account.add(
              new Fact(ccp.ccp().value(), ccp.obtainedOn(), Objects.requireNonNull(ccp.minutes())));
      case RecordJuryDecision jury ->
          account.add(
              new Fact(
                  switch (jury.decision()) {
                    case JuryDecision.Title _ -> "TITLE";
                    case JuryDecision.Partial _ -> "PARTIAL";
                    case JuryDecision.NotAwarded _ -> "REFUSED";
                    case JuryDecision.Absent _ -> "ABSENT";
                  },
                  jury.heldOn(),
                  Objects.requireNonNull(jury.minutes())));
      default -> {
        // Undoing leaves nothing that stands.
      }
    }
  }

  /** Choices 0 to 5 are of CCPs, 6 to 9 of the title. */
  private static Result result(Plan plan, int choice) {
    if (plan.kind() == SessionKind.TITLE) {
      return switch (choice) {
        case 6, 7 -> Words.title(ANNA);
        case 8 -> Words.outcome(ANNA, Outcome.REFUSED);
        default -> Words.outcome(ANNA, Outcome.ABSENT);
      };
    }
    return switch (choice) {
      case 0 -> Words.ccps(ANNA, "CCP1", "-CCP2", "-CCP3");
      case 1 -> Words.ccps(ANNA, "-CCP1", "CCP2", "-CCP3");
      case 2 -> Words.ccps(ANNA, "-CCP1", "-CCP2", "CCP3");
      case 3 -> Words.ccps(ANNA, "CCP1", "CCP2", "-CCP3");
      case 4 -> Words.ccps(ANNA, "CCP1", "CCP2", "CCP3");
      default -> Words.ccps(ANNA, "-CCP1", "-CCP2", "-CCP3");
    };
  }

  private static Set<CcpCode> sought() {
    return Words.codes("CCP1", "CCP2", "CCP3");
  }

  private void fold(int number, SessionEvent event) {
    sessions.put(number, SessionState.evolve(state(number), event));
  }

  private SessionState state(int number) {
    return sessions.getOrDefault(number, new SessionState.NotPlanned());
  }

  private static SessionId id(int number) {
    return new SessionId(new UUID(7, number));
  }
}
