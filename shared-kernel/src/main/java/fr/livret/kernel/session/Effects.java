package fr.livret.kernel.session;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.path.JuryDecision;
import fr.livret.kernel.path.MinutesRef;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.AnnulMinutes;
import fr.livret.kernel.path.PathCommand.AwardCcs;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.session.Minutes.Edition;
import fr.livret.kernel.session.Result.Absence;
import fr.livret.kernel.session.Result.CcpResult;
import fr.livret.kernel.session.SessionState.Annulled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What signed minutes, their rectification and their annulment ask of the candidates' paths. */
public final class Effects {
  private Effects() {}

  /**
   * The commands that bring an effect of a session to the path, in their order; none where nothing
   * is to be recorded there.
   *
   * @param law of the session
   * @param standing of the path as it is now
   */
  public static List<PathCommand> of(
      SessionId session,
      Effect effect,
      SessionState state,
      PathLaw law,
      Standing standing,
      LocalDate today) {
    SessionFile file = state.known().orElseThrow();
    Minutes minutes = state.signedMinutes().orElseThrow();
    return switch (effect.kind()) {
      case RECORD -> recording(effect, session, file, minutes, law, standing, today);
      case UNDO -> {
        if (!(state instanceof Annulled annulled)) {
          throw new IllegalArgumentException("session " + session + " is not annulled");
        }
        yield minutes.editions().stream()
            .filter(edition ->
                edition.number() <= effect.edition() && edition.resultOf(effect.path()).isPresent())
            .<PathCommand>map(edition ->
                new AnnulMinutes(
                    effect.path(),
                    new MinutesRef(session.toString(), edition.number()),
                    annulled.decidedOn(),
                    annulled.reason(),
                    annulled.legalSource(),
                    today))
            .toList();
      }
    };
  }

  /** What an edition decides, after what the edition before it decided is undone. */
  static List<PathCommand> recording(
      Effect effect,
      SessionId session,
      SessionFile file,
      Minutes minutes,
      PathLaw law,
      Standing standing,
      LocalDate today) {
    PathId path = effect.path();
    Edition edition = minutes.edition(effect.edition()).orElseThrow();
    Result result = edition.resultOf(path).orElseThrow();
    Candidacy candidate = file.candidate(path).orElseThrow();
    List<PathCommand> commands = new ArrayList<>();
    minutes
        .decidingBefore(path, edition.number())
        .ifPresent(before ->
            commands.add(
                new AnnulMinutes(
                    path,
                    new MinutesRef(session.toString(), before.number()),
                    edition.decidedOn(),
                    edition.reason() == null ? "" : edition.reason(),
                    edition.legalSource(),
                    today)));
    commands.addAll(
        deciding(result, candidate, session, edition.number(), file, law, standing, today));
    return commands;
  }

  /** What one decision asks of the path. */
  static List<PathCommand> deciding(
      Result result,
      Candidacy candidate,
      SessionId session,
      int edition,
      SessionFile file,
      PathLaw law,
      Standing standing,
      LocalDate today) {
    PathId path = result.path();
    LocalDate heldOn = file.heldOn();
    MinutesRef minutes = new MinutesRef(session.toString(), edition);
    return switch (result.outcome()) {
      case TITLE ->
          List.of(
              jury(
                  path,
                  heldOn,
                  new JuryDecision.Title(result.evidence(), result.interviewHeld()),
                  standing,
                  minutes,
                  today));
      case PARTIAL ->
          List.of(
              jury(
                  path, heldOn, new JuryDecision.Partial(codes(result)), standing, minutes, today));
      case REFUSED ->
          file.plan().kind() == SessionKind.TITLE
              ? List.of(jury(path, heldOn, new JuryDecision.NotAwarded(), standing, minutes, today))
              : List.of();
      case ABSENT ->
          file.plan().kind() == SessionKind.TITLE
              ? List.of(
                  jury(
                      path,
                      heldOn,
                      new JuryDecision.Absent(excused(result.absence())),
                      standing,
                      minutes,
                      today))
              : List.of();
      case CCPS -> ccps(result, candidate, minutes, session, file, law, today);
      case CCS ->
          candidate.ccs() == null
              ? List.of()
              : List.of(
                  new AwardCcs(path, candidate.ccs(), heldOn, result.evidence(), minutes, today));
    };
  }

  private static boolean excused(@Nullable Absence absence) {
    return absence != null && absence.excused();
  }

  private static Set<CcpCode> codes(Result result) {
    return result.granted().stream().map(CcpResult::ccp).collect(Collectors.toSet());
  }

  private static PathCommand jury(
      PathId path,
      LocalDate heldOn,
      JuryDecision decision,
      Standing standing,
      MinutesRef minutes,
      LocalDate today) {
    return new RecordJuryDecision(path, heldOn, decision, standing.grounds(), minutes, today);
  }

  private static List<PathCommand> ccps(
      Result result,
      Candidacy candidate,
      MinutesRef minutes,
      SessionId session,
      SessionFile file,
      PathLaw law,
      LocalDate today) {
    List<Evaluator> evaluators =
        Deliberation.on(candidate, file, law).taking().stream()
            .map(one -> new Evaluator(one.id(), one.name(), one.role(), false))
            .toList();
    return result.granted().stream()
        .sorted(Comparator.comparing(CcpResult::ccp))
        .<PathCommand>map(one ->
            new RecordCcp(
                result.path(),
                one.ccp(),
                file.heldOn(),
                evaluators,
                one.evidence(),
                session.toString(),
                minutes,
                today))
        .toList();
  }

  /** Has the path decide on these commands in turn, and forgets what it decided. */
  static void rehearse(List<PathCommand> commands, Standing standing) {
    PathState state = standing.state();
    for (PathCommand command : commands) {
      try {
        for (PathEvent event : PathDecider.decide(command, state, standing.law())) {
          state = PathState.evolve(state, event);
        }
      } catch (Refusal refusal) {
        throw naming(command.path(), refusal);
      }
    }
  }

  private static Refusal naming(PathId path, Refusal refusal) {
    Map<String, Object> facts = new TreeMap<>(refusal.facts());
    facts.put("pathId", path.toString());
    return refusal
        .basis()
        .map(basis -> Refusal.of(refusal.code(), facts, basis))
        .orElseGet(() -> Refusal.of(refusal.code(), facts));
  }
}
