package fr.livret.kernel.session;

import fr.livret.kernel.path.PathId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session, whatever has become of it.
 *
 * @param members in the order of their appointment
 * @param candidates in the order of their enrolment
 * @param convokedMembers those to whom a convocation was sent
 * @param convokedCandidates the same
 * @param present the members who came; absent as long as it is not recorded
 * @param results what was decided so far
 */
public record SessionFile(
    Plan plan,
    List<Member> members,
    List<Candidacy> candidates,
    Set<String> convokedMembers,
    Set<PathId> convokedCandidates,
    @Nullable Set<String> present,
    Map<PathId, Result> results) {
  public SessionFile {
    members = List.copyOf(members);
    candidates = List.copyOf(candidates);
    convokedMembers = Set.copyOf(convokedMembers);
    convokedCandidates = Set.copyOf(convokedCandidates);
    present = present == null ? null : Set.copyOf(present);
    results = Map.copyOf(results);
  }

  static SessionFile planned(Plan plan) {
    return new SessionFile(plan, List.of(), List.of(), Set.of(), Set.of(), null, Map.of());
  }

  /** The day what is decided is obtained. */
  public LocalDate heldOn() {
    return plan.heldOn();
  }

  /** The candidate whose path that is. */
  public Optional<Candidacy> candidate(PathId path) {
    return candidates.stream().filter(one -> one.path().equals(path)).findFirst();
  }

  Optional<Member> member(String id) {
    return members.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The members who came, in the order of their appointment. */
  List<Member> sitting() {
    Set<String> came = present == null ? Set.of() : present;
    return members.stream().filter(one -> came.contains(one.id())).toList();
  }

  SessionFile with(Member member) {
    List<Member> all = new ArrayList<>(members);
    all.add(member);
    return new SessionFile(
        plan, all, candidates, convokedMembers, convokedCandidates, present, results);
  }

  SessionFile with(Candidacy candidacy) {
    List<Candidacy> all = new ArrayList<>(candidates);
    all.add(candidacy);
    return new SessionFile(
        plan, members, all, convokedMembers, convokedCandidates, present, results);
  }

  SessionFile without(PathId path) {
    List<Candidacy> left = candidates.stream().filter(one -> !one.path().equals(path)).toList();
    Set<PathId> convoked = new HashSet<>(convokedCandidates);
    convoked.remove(path);
    Map<PathId, Result> decided = new HashMap<>(results);
    decided.remove(path);
    return new SessionFile(plan, members, left, convokedMembers, convoked, present, decided);
  }

  SessionFile convoked(String member) {
    Set<String> all = new HashSet<>(convokedMembers);
    all.add(member);
    return new SessionFile(plan, members, candidates, all, convokedCandidates, present, results);
  }

  SessionFile convoked(PathId path) {
    Set<PathId> all = new HashSet<>(convokedCandidates);
    all.add(path);
    return new SessionFile(plan, members, candidates, convokedMembers, all, present, results);
  }

  SessionFile present(Set<String> came) {
    return new SessionFile(
        plan, members, candidates, convokedMembers, convokedCandidates, came, results);
  }

  SessionFile with(Result result) {
    Map<PathId, Result> all = new HashMap<>(results);
    all.put(result.path(), result);
    return new SessionFile(
        plan, members, candidates, convokedMembers, convokedCandidates, present, all);
  }
}
