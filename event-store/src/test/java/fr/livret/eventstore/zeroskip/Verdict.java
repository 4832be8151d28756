package fr.livret.eventstore.zeroskip;

import fr.livret.eventstore.zeroskip.Append.Answer;
import fr.livret.eventstore.zeroskip.Finding.Kind;
import fr.livret.eventstore.zeroskip.Gates.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what everybody was told with what the database says. */
final class Verdict {
  private final boolean ordered;
  private final long head;
  private final List<Placed> committed;
  private final Map<String, Long> positions = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Judges by the database.
   *
   * @param ordered whether dense positions in the order of commits were promised
   * @param head the last position before
   * @param committed all that was committed since, by position
   */
  Verdict(boolean ordered, long head, List<Placed> committed) {
    this.ordered = ordered;
    this.head = head;
    this.committed = committed;
    committed.forEach(event -> positions.put(event.id(), event.position()));
  }

  List<Finding> on(List<Append> appends, List<Reader> readers) {
    if (ordered) {
      density();
    }
    appends.forEach(this::append);
    conflicts(appends);
    for (int index = 0; index < readers.size(); index++) {
      reader("reader " + index, readers.get(index));
    }
    return findings;
  }

  private void found(Kind kind, String what, Object... about) {
    findings.add(new Finding(kind, what.formatted(about)));
  }

  private void density() {
    long next = head + 1;
    for (Placed event : committed) {
      if (event.position() != next) {
        found(Kind.GAP, "%d is followed by %d", next - 1, event.position());
      }
      next = event.position() + 1;
    }
  }

  private void append(Append append) {
    List<String> ids = append.ids();
    List<Long> places = ids.stream().filter(positions::containsKey).map(positions::get).toList();
    if (append.answer() == Answer.STORED && places.size() < ids.size()) {
      found(Kind.LOST, "%s: %d of %d events are there", append, places.size(), ids.size());
    }
    if (append.answer() != Answer.STORED && !places.isEmpty()) {
      found(Kind.STORED_THOUGH_REFUSED, "%s: %s, %d there", append, append.answer(), places.size());
    }
    for (int index = 1; ordered && index < places.size(); index++) {
      if (places.get(index) != places.get(index - 1) + 1) {
        found(Kind.TORN, "%s: %s", append, places);
      }
    }
  }

  /** Of those who claim the same place exactly one gets it, unless something else ends it. */
  private void conflicts(List<Append> appends) {
    Map<String, List<Append>> claims = new LinkedHashMap<>();
    for (Append append : appends) {
      claims.computeIfAbsent(append.claim(), _ -> new ArrayList<>()).add(append);
    }
    for (List<Append> claimants : claims.values()) {
      long stored = claimants.stream().filter(one -> one.answer() == Answer.STORED).count();
      for (Append one : claimants) {
        if (one.fails != Append.SOUND && one.answer() == Answer.STORED) {
          found(Kind.WRONG_ANSWER, "%s was rolled back, and was told it is stored", one);
        }
        if (one.fails == Append.SOUND && !one.disturbed) {
          Answer right =
              stored == 0 || one.answer() == Answer.STORED ? Answer.STORED : Answer.CONFLICT;
          if (one.answer() != right) {
            found(Kind.WRONG_ANSWER, "%s was told %s instead of %s", one, one.answer(), right);
          }
        }
      }
      if (stored > 1) {
        found(Kind.WRONG_ANSWER, "%d appends were stored in one place: %s", stored, claimants);
      }
    }
  }

  private void reader(String name, Reader reader) {
    Set<String> once = new HashSet<>();
    for (Placed event : reader.seen()) {
      if (!once.add(event.id())) {
        found(Kind.DOUBLED, "%s saw %s twice", name, event);
      }
      if (!positions.containsKey(event.id())) {
        found(Kind.UNCOMMITTED, "%s saw %s", name, event);
      }
    }
    List<Placed> expected =
        committed.stream().filter(event -> !reader.before.contains(event.id())).toList();
    for (Placed event : expected) {
      if (!once.contains(event.id())) {
        found(
            reader.late ? Kind.SKIPPED_FROM_THE_HEAD : Kind.SKIPPED,
            "%s never saw %s",
            name,
            event);
      }
    }
    if (ordered && !reader.seen().equals(expected)) {
      found(Kind.DISORDERED, "%s saw %s instead of %s", name, reader.seen(), expected);
    }
  }
}
