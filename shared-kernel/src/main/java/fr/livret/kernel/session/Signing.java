package fr.livret.kernel.session;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.session.SessionCommand.SignMinutes;
import fr.livret.kernel.session.SessionEvent.MinutesSigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The minutes: a decision on each candidate, the signature of each member present. */
final class Signing {
  private Signing() {}

  static List<SessionEvent> decide(SignMinutes command, SessionFile file, PathLaw law) {
    Set<String> present = Holding.required(file.present(), command.session(), law);
    Holding.requireBetween("signedOn", command.signedOn(), file.heldOn(), command.today());
    requireQuorum(command, present, law);
    List<Result> results = requireResults(command, file, law);
    requireSignatures(command, present, file, law);
    Refusals refusals = new Refusals();
    for (Result result : results) {
      Candidacy candidate = file.candidate(result.path()).orElseThrow();
      // Who was present may have been put right since the result was recorded.
      Holding.requireDecided(result, candidate, file, law);
      Standing standing = standing(command.standings(), result.path());
      refusals.rehearse(
          result.path(),
          standing,
          it ->
              Effects.deciding(
                  result, candidate, command.session(), 1, file, law, it, command.today()));
    }
    refusals.orThrow(law);
    return List.of(
        new MinutesSigned(
            command.session(),
            1,
            command.signedOn(),
            command.signatories(),
            results,
            law.regime().basis(RuleName.SESSION_MINUTES).rule()));
  }

  private static void requireQuorum(SignMinutes command, Set<String> present, PathLaw law) {
    int quorum = law.regime().sessions().quorum();
    if (present.size() < quorum) {
      throw law.regime()
          .refuse(
              Refused.QUORUM_NOT_MET,
              Map.of(
                  "sessionId", command.session().toString(),
                  "present", present.stream().sorted().toList(),
                  "quorum", quorum));
    }
  }

  private static List<Result> requireResults(SignMinutes command, SessionFile file, PathLaw law) {
    List<String> missing =
        file.candidates().stream()
            .map(Candidacy::path)
            .filter(path -> !file.results().containsKey(path))
            .map(PathId::toString)
            .toList();
    if (!missing.isEmpty() || file.candidates().isEmpty()) {
      throw law.regime()
          .refuse(
              Refused.RESULTS_MISSING,
              Map.of(
                  "sessionId", command.session().toString(),
                  "missing", missing,
                  "candidates", file.candidates().size()));
    }
    List<Result> results = new ArrayList<>();
    for (Candidacy candidate : file.candidates()) {
      Result result = file.results().get(candidate.path());
      if (result != null) {
        results.add(result);
      }
    }
    return results;
  }

  private static void requireSignatures(
      SignMinutes command, Set<String> present, SessionFile file, PathLaw law) {
    List<String> missing =
        present.stream().filter(id -> !command.signatories().contains(id)).sorted().toList();
    if (!missing.isEmpty()) {
      throw law.regime()
          .refuse(
              Refused.SIGNATURES_MISSING,
              Map.of("sessionId", command.session().toString(), "missing", missing));
    }
    List<String> others =
        command.signatories().stream().filter(id -> !present.contains(id)).sorted().toList();
    if (!others.isEmpty()) {
      throw others.stream().anyMatch(id -> file.member(id).isEmpty())
          ? Refusal.of(Refused.UNKNOWN, Map.of("members", others))
          : law.regime().refuse(Refused.SIGNATORY_NOT_PRESENT, Map.of("members", others));
    }
  }

  static Standing standing(Map<PathId, Standing> standings, PathId path) {
    Standing standing = standings.get(path);
    if (standing == null) {
      throw new IllegalArgumentException("the command brings no standing of path " + path);
    }
    return standing;
  }

  /** What the law of the candidates' own paths refuses, each candidate named. */
  static final class Refusals {
    private final List<Map<String, Object>> refused = new ArrayList<>();

    void rehearse(PathId path, Standing standing, Function<Standing, List<PathCommand>> commands) {
      try {
        Effects.rehearse(commands.apply(standing), standing);
      } catch (Refusal refusal) {
        Map<String, Object> facts = new TreeMap<>(refusal.facts());
        facts.put("pathId", path.toString());
        facts.put("code", refusal.code().name());
        refused.add(facts);
      }
    }

    void orThrow(PathLaw law) {
      if (!refused.isEmpty()) {
        throw law.regime().refuse(Refused.DECISIONS_REFUSED, Map.of("refused", refused));
      }
    }
  }
}
