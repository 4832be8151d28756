package fr.livret.kernel.session;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Granting;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.SessionRules;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.session.Result.Votes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who deliberates on one candidate: those present, but for members of a company or organisation the
 * candidate belongs or belonged to, and for the candidate's own trainers where they may not.
 */
final class Deliberation {
  private final SessionFile file;
  private final Candidacy candidate;
  private final CapitalisationRegime regime;
  private final List<Member> taking = new ArrayList<>();
  private final List<Member> ofSameOrganisation = new ArrayList<>();
  private final List<Member> ownTrainers = new ArrayList<>();

  private Deliberation(SessionFile file, Candidacy candidate, PathLaw law) {
    this.file = file;
    this.candidate = candidate;
    this.regime = law.regime();
    Set<String> organisations = compared(candidate.organisations());
    for (Member member : file.sitting()) {
      if (compared(member.organisations()).stream().anyMatch(organisations::contains)) {
        ofSameOrganisation.add(member);
      } else if (trainersExcluded() && member.trained().contains(candidate.path())) {
        ownTrainers.add(member);
      } else {
        taking.add(member);
      }
    }
  }

  static Deliberation on(Candidacy candidate, SessionFile file, PathLaw law) {
    return new Deliberation(file, candidate, law);
  }

  /** From the binôme in every case, from the jury of a VAE candidate where it is ruled. */
  private boolean trainersExcluded() {
    return file.plan().kind() == SessionKind.CCP
        || rules().vaeJuryOn(file.heldOn(), candidate.route()).isPresent();
  }

  List<Member> taking() {
    return taking;
  }

  Set<String> takingIds() {
    return Set.copyOf(ids(taking));
  }

  Set<String> conflictedIds() {
    List<String> all = new ArrayList<>(ids(ofSameOrganisation));
    all.addAll(ids(ownTrainers));
    return Set.copyOf(all);
  }

  /** Whether enough members may deliberate. */
  boolean quorum() {
    return taking.size() >= rules().quorum();
  }

  /** Refuses where those who may deliberate are too few, or not those who must. */
  void require() {
    if (!quorum()) {
      throw tooFew();
    }
    if (file.plan().kind() == SessionKind.CCP) {
      requireSeats();
    }
    if (file.plan().kind() == SessionKind.TITLE) {
      requireVaeJury();
    }
  }

  private RuntimeException tooFew() {
    if (!ownTrainers.isEmpty()) {
      return regime.refuse(Refused.EVALUATOR_CONFLICT, facts());
    }
    return regime.refuse(
        ofSameOrganisation.isEmpty() ? Refused.QUORUM_NOT_MET : Refused.MEMBER_CONFLICT, facts());
  }

  /** Whether the law lets anyone grant a CCP on that day and route is for the path to say. */
  private void requireSeats() {
    List<Granting> possible = regime.grantingOn(file.heldOn(), candidate.route());
    if (possible.isEmpty() || possible.stream().anyMatch(one -> seated(one.seats()))) {
      return;
    }
    if (!ownTrainers.isEmpty()) {
      throw regime.refuse(Refused.EVALUATOR_CONFLICT, facts());
    }
    Map<String, Object> facts = facts();
    facts.put(
        "required",
        possible.stream().map(one -> one.body() + " " + new TreeMap<>(one.seats())).toList());
    throw regime.refuse(Refused.EVALUATORS_INCOMPLETE, facts);
  }

  private boolean seated(Map<EvaluatorRole, Integer> seats) {
    return seats.entrySet().stream()
        .allMatch(seat ->
            taking.stream().filter(one -> one.role() == seat.getKey()).count() >= seat.getValue());
  }

  private void requireVaeJury() {
    long professionals = taking.stream().filter(Member::professional).count();
    rules()
        .vaeJuryOn(file.heldOn(), candidate.route())
        .filter(rule -> !rule.satisfiedBy(professionals, taking.size()))
        .ifPresent(rule -> {
          Map<String, Object> facts = facts();
          facts.put("professionals", professionals);
          facts.put("required", rule.professionals());
          facts.put("oneIn", rule.oneIn());
          throw regime.refuse(Refused.VAE_JURY_INCOMPLETE, facts);
        });
  }

  /** Refuses votes that do not carry the decision they are about. */
  void require(Votes votes) {
    Map<String, Object> facts = facts();
    facts.put("inFavour", votes.inFavour());
    facts.put("against", votes.against());
    boolean equal = votes.inFavour() == votes.against();
    if (votes.castingVote() && equal && votes.inFavour() > 0) {
      boolean chairThere = taking.stream().anyMatch(Member::chair);
      if (!chairThere || !rules().chairDecidesOn(file.heldOn(), candidate.route())) {
        facts.put("heldOn", file.heldOn());
        facts.put("route", candidate.route().name());
        facts.put("chairDeliberates", chairThere);
        throw regime.refuse(Refused.CASTING_VOTE_NOT_PROVIDED, facts);
      }
    } else if (votes.castingVote() || votes.inFavour() <= votes.against()) {
      throw regime.refuse(Refused.VOTES_DO_NOT_CARRY, facts);
    }
    if (votes.inFavour() + votes.against() > taking.size()) {
      throw regime.refuse(Refused.VOTES_DO_NOT_CARRY, facts);
    }
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("pathId", candidate.path().toString());
    facts.put("deliberating", ids(taking));
    facts.put("conflicted", conflictedIds().stream().sorted().toList());
    facts.put("quorum", rules().quorum());
    return facts;
  }

  private SessionRules rules() {
    return regime.sessions();
  }

  private static List<String> ids(List<Member> members) {
    return members.stream().map(Member::id).toList();
  }

  /** Names of organisations without regard to case, accents and spaces. */
  private static Set<String> compared(Set<String> organisations) {
    return organisations.stream()
        .map(name ->
            Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip())
        .collect(Collectors.toSet());
  }
}
