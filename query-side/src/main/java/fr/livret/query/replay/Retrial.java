package fr.livret.query.replay;

import fr.livret.eventstore.StoredEvent;
import fr.livret.form.decision.Decision;
import fr.livret.form.decision.Entry;
import fr.livret.form.decision.Resolver;
import fr.livret.form.event.UnreadableEvent;
import fr.livret.kernel.audit.AuditEvent;
import fr.livret.kernel.decision.Aggregate;
import fr.livret.kernel.decision.Comparison;
import fr.livret.kernel.decision.Difference;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.decision.Outcome;
import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Takes the decisions on one aggregate again, each on what the aggregate was then. */
final class Retrial {
  private final LogFacts log;
  private final Laws library;
  private final Question question;
  private final @Nullable CapitalisationRegime instead;

  /**
   * Of decisions in that log.
   *
   * @param library where the law a decision names is looked up
   * @param instead the regime to ask instead of each decision's own; null for its own
   */
  Retrial(LogFacts log, Laws library, Question question, @Nullable CapitalisationRegime instead) {
    this.log = log;
    this.library = library;
    this.question = question;
    this.instead = instead;
  }

  /** An entry, and the event it stands beside. */
  private record Logged(StoredEvent event, Entry entry) {}

  /** A decision that no fact follows from. */
  private record Without(Logged logged, Outcome recorded) {
    long seen() {
      return logged.entry().seen();
    }
  }

  /** Adds what becomes of each decision on it. */
  void of(Life life, Findings findings) {
    findings.read(life.facts().size() + (long) life.without().size());
    List<Without> without = without(life, findings);
    ReadFacts facts = new ReadFacts(log, life.facts());
    Aggregate aggregate = Aggregate.NONE;
    int next = 0;
    int at = 0;
    int usable;
    try {
      while (true) {
        for (; next < without.size() && without.get(next).seen() == at; next++) {
          Without one = without.get(next);
          judge(one.logged(), life.target(), aggregate, one.recorded(), findings);
        }
        if (at == facts.size()) {
          break;
        }
        int end = judged(life, facts, at, aggregate, findings);
        for (; at < end; at++) {
          aggregate = after(aggregate, facts.at(at), life.facts().get(at));
        }
      }
      usable = at;
    } catch (UnreadableEvent unreadable) {
      // Where all of them were read, it is one of an aggregate that begins by the last decision.
      usable = Math.min(facts.read(), facts.size() - 1);
      notReplayed(life.facts().get(usable), life.target(), unreadable, findings);
      restsOn(unreadable, life, usable, findings);
    } catch (ImpossibleFactException impossible) {
      usable = at;
      if (!decides(life.facts().get(at))) {
        notReplayed(life.facts().get(at), life.target(), impossible, findings);
      }
      restsOn(impossible, life, at, findings);
    }
    for (Without one : without.subList(next, without.size())) {
      notReplayed(
          one.logged(),
          life.target(),
          one.recorded().text(),
          "%d facts were seen, and %d can be used".formatted(one.seen(), usable),
          findings);
    }
  }

  /** A log that was written to by other hands may hold what no decision could have led to. */
  private static Aggregate after(Aggregate aggregate, Object fact, StoredEvent stored) {
    try {
      return aggregate.after(fact);
    } catch (RuntimeException impossible) {
      throw new ImpossibleFactException(stored, impossible);
    }
  }

  /** Judges the decision that the fact there is the first one of; gives where its facts end. */
  private int judged(Life life, ReadFacts facts, int at, Aggregate aggregate, Findings findings) {
    Optional<Entry> entry = entry(life, at, facts, findings);
    if (entry.isEmpty()) {
      return at + 1;
    }
    Logged logged = new Logged(life.facts().get(at), entry.get());
    int end = end(logged, life, at, findings);
    if (end == at) {
      return at + 1;
    }
    if (!sameAgain(logged, aggregate, facts, at, end, findings)) {
      judge(logged, life.target(), aggregate, recorded(logged, facts.from(at, end)), findings);
    }
    return end;
  }

  /** A fact of no use leaves nothing to take the decisions behind it again on. */
  private void restsOn(RuntimeException ofNoUse, Life life, int fact, Findings findings) {
    for (StoredEvent event : life.facts().subList(fact + 1, life.facts().size())) {
      if (decides(event)) {
        notReplayed(event, life.target(), ofNoUse, findings);
      }
    }
  }

  private static boolean decides(StoredEvent event) {
    try {
      return LogFacts.decision(event).isPresent();
    } catch (UnreadableEvent unreadable) {
      return true;
    }
  }

  /**
   * Whether the decision comes to what is stored, byte by byte: most do, and what is written the
   * same is the same. The facts are known then without being read.
   */
  private boolean sameAgain(
      Logged logged, Aggregate aggregate, ReadFacts facts, int at, int end, Findings findings) {
    Entry entry = logged.entry();
    if (instead != null
        || findings.keepsSame()
        || !entry.begins().isEmpty()
        || !question.asks(logged.event().at())) {
      return false;
    }
    try {
      if (again(entry, aggregate) instanceof Outcome.Accepted(List<?> now)
          && facts.areWrittenAs(now, at, end)) {
        facts.known(now, at);
        findings.same();
        return true;
      }
      return false;
    } catch (EventStoreException unavailable) {
      throw unavailable;
    } catch (RuntimeException impossible) {
      // Told by the judgement that follows.
      return false;
    }
  }

  /** Where the facts of a decision end; where it begins if that cannot be true. */
  private int end(Logged logged, Life life, int at, Findings findings) {
    Entry entry = logged.entry();
    long end = at + (long) entry.facts();
    if (entry.seen() != at || entry.facts() < 1 || end > life.facts().size()) {
      notReplayed(
          logged,
          life.target(),
          "accepted",
          "it says it met %d facts, from which %d followed; there were %d, and %d are recorded"
              .formatted(entry.seen(), entry.facts(), at, life.facts().size()),
          findings);
      return at;
    }
    return (int) end;
  }

  private List<Without> without(Life life, Findings findings) {
    List<Without> all = new ArrayList<>();
    for (StoredEvent event : life.without()) {
      try {
        Outcome recorded = recorded(event);
        LogFacts.decision(event)
            .map(Entry::read)
            .ifPresentOrElse(
                entry -> all.add(new Without(new Logged(event, entry), recorded)),
                () -> findings.unrecorded(1));
      } catch (UnreadableEvent unreadable) {
        notReplayed(event, life.target(), unreadable, findings);
      }
    }
    all.sort(
        Comparator.comparingLong(Without::seen)
            .thenComparing(one -> one.logged().event().position()));
    return all;
  }

  /** The decision a fact is the first one of; empty where none can be read beside it. */
  private Optional<Entry> entry(Life life, int at, ReadFacts facts, Findings findings) {
    StoredEvent event = life.facts().get(at);
    try {
      Optional<Entry> entry = LogFacts.decision(event).map(Entry::read);
      // An application begins by a decision of the register, which accounts for it.
      if (entry.isEmpty() && !(facts.at(at) instanceof ApplicationFiled)) {
        findings.unrecorded(1);
      }
      return entry;
    } catch (UnreadableEvent unreadable) {
      // That of the fact itself is told where the fact is read.
      facts.at(at);
      notReplayed(event, life.target(), unreadable, findings);
      return Optional.empty();
    }
  }

  /** Of a decision of which no more is known. */
  private void notReplayed(
      StoredEvent event, String target, RuntimeException reason, Findings findings) {
    if (question.asks(event.at())) {
      findings.add(
          new Verdict(
              event.position(),
              target,
              "?",
              event.at(),
              Verdict.Kind.NOT_REPLAYED,
              List.of(),
              event.type().payload(),
              null,
              List.of(),
              reason(reason)));
    }
  }

  private Outcome recorded(StoredEvent without) {
    return switch ((AuditEvent) log.content(without)) {
      case AuditEvent.CommandRefused refused ->
          new Outcome.Refused(refused.code(), refused.rule(), refused.facts());
      case AuditEvent.CommandWithoutEffect _ -> new Outcome.Accepted(List.of());
    };
  }

  private Outcome recorded(Logged accepted, List<Object> facts) {
    List<Object> all = new ArrayList<>(facts);
    accepted
        .entry()
        .begins()
        .forEach((id, number) -> all.addAll(log.of(id).stream().limit(number).toList()));
    return new Outcome.Accepted(all);
  }

  private void judge(
      Logged logged, String target, Aggregate aggregate, Outcome recorded, Findings findings) {
    if (!question.asks(logged.event().at())) {
      return;
    }
    Entry entry = logged.entry();
    Outcome now;
    try {
      now = entry.refusedOn().isEmpty() ? again(entry, aggregate) : besides(entry);
    } catch (EventStoreException unavailable) {
      throw unavailable;
    } catch (RuntimeException impossible) {
      // Nothing was decided by what is recorded now, whatever it is that cannot be.
      notReplayed(logged, target, recorded.text(), reason(impossible), findings);
      return;
    }
    List<Difference> differences =
        instead == null
            ? Comparison.of(recorded, now)
            : Comparison.underAnotherRegime(recorded, now);
    if (differences.isEmpty() && !findings.keepsSame()) {
      findings.same();
      return;
    }
    findings.add(
        new Verdict(
            logged.event().position(),
            target,
            entry.command(),
            logged.event().at(),
            differences.isEmpty() ? Verdict.Kind.SAME : Verdict.Kind.DIFFERENT,
            entry.law().texts(),
            recorded.text(),
            now.text(),
            differences,
            null));
  }

  private static String reason(RuntimeException impossible) {
    return impossible.getMessage() == null ? impossible.toString() : impossible.getMessage();
  }

  private Outcome again(Entry entry, Aggregate aggregate) {
    Laws laws = laws(entry);
    return Outcome.of(Decision.of(entry, new Seen(laws)).command(), aggregate, laws);
  }

  private Outcome besides(Entry entry) {
    Map<String, Aggregate> others = new LinkedHashMap<>();
    entry
        .refusedOn()
        .forEach(
            (id, facts) -> others.put(id, Aggregate.of(log.of(id).stream().limit(facts).toList())));
    return Outcome.besides(others);
  }

  private void notReplayed(
      Logged logged, String target, String recorded, String reason, Findings findings) {
    if (question.asks(logged.event().at())) {
      findings.add(
          new Verdict(
              logged.event().position(),
              target,
              logged.entry().command(),
              logged.event().at(),
              Verdict.Kind.NOT_REPLAYED,
              logged.entry().law().texts(),
              recorded,
              null,
              List.of(),
              reason));
    }
  }

  private Laws laws(Entry entry) {
    Laws pinned = entry.law().in(library);
    return instead == null ? pinned : new OtherRegime(instead, pinned);
  }

  /** What a command was sent with, as of then. */
  private final class Seen implements Resolver {
    private final Laws laws;

    Seen(Laws laws) {
      this.laws = laws;
    }

    @Override
    public List<?> facts(String aggregate, long number) {
      return log.of(aggregate).stream().limit(number).toList();
    }

    @Override
    public Laws laws() {
      return laws;
    }
  }
}
