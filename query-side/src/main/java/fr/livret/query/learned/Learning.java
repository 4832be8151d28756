package fr.livret.query.learned;

import fr.livret.query.learned.LearnedAnswer.Change;
import fr.livret.query.learned.LearnedAnswer.Subject;
import fr.livret.query.projection.FactRow;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Recorded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of one kind of stream change: the stream is folded without each of them and with
 * it, and both answers are compared.
 *
 * @param <E> the events of those streams
 */
public abstract class Learning<E> {
  private final Subject subject;
  private final Facts<E> facts;

  /** Of that subject, by these facts. */
  protected Learning(Subject subject, Facts<E> facts) {
    this.subject = subject;
    this.facts = facts;
  }

  /**
   * The answer in brief, by name, as of a day.
   *
   * @param known the facts of one stream that are known; none of them may be missing in between
   */
  protected abstract Brief brief(List<Recorded<E>> known, LocalDate effectiveOn);

  /** The streams that are about that candidate. */
  protected abstract List<UUID> ofCandidate(UUID candidate);

  /**
   * Which facts of a stream concern that candidate: all, where a stream is about one.
   *
   * @param all the facts of the stream
   */
  protected Predicate<E> concerning(List<Recorded<E>> all, UUID candidate) {
    return _ -> true;
  }

  /** What of the answer in brief concerns that candidate: all, where a stream is about one. */
  protected Brief brief(List<Recorded<E>> known, LocalDate effectiveOn, UUID candidate) {
    return brief(known, effectiveOn);
  }

  final Subject subject() {
    return subject;
  }

  final Facts<E> facts() {
    return facts;
  }

  /** Whether anything is recorded of that stream by then. */
  final boolean knows(UUID stream, Since since) {
    return !since.to().known(facts.of(stream)).isEmpty();
  }

  /** What was learned of that stream, in order. */
  final List<LearnedAnswer> of(UUID stream, Since since) {
    List<Recorded<E>> all = facts.of(stream);
    return told(all, between(all, since), known -> brief(known, since.effectiveOn()));
  }

  /** What was learned of that candidate, stream by stream. */
  final List<LearnedAnswer> learnedOf(UUID candidate, Since since) {
    List<LearnedAnswer> learned = new ArrayList<>();
    for (UUID stream : ofCandidate(candidate)) {
      List<Recorded<E>> all = facts.of(stream);
      Predicate<E> theirs = concerning(all, candidate);
      learned.addAll(
          told(
              all,
              between(all, since).and((_, fact) -> theirs.test(fact.event())),
              known -> brief(known, since.effectiveOn(), candidate)));
    }
    return learned;
  }

  private BiPredicate<Integer, Recorded<E>> between(List<Recorded<E>> all, Since since) {
    long before = since.from().known(all).size();
    long after = since.to().known(all).size();
    return (index, _) -> index >= before && index < after;
  }

  /** The facts of that stream at these positions. */
  final List<LearnedAnswer> at(UUID stream, List<Long> positions, Since since) {
    return told(
        facts.of(stream),
        (_, fact) -> positions.contains(fact.row().position()),
        known -> brief(known, since.effectiveOn()));
  }

  private List<LearnedAnswer> told(
      List<Recorded<E>> all,
      BiPredicate<Integer, Recorded<E>> learned,
      Function<List<Recorded<E>>, Brief> brief) {
    List<LearnedAnswer> answers = new ArrayList<>();
    @Nullable Brief before = null;
    for (int index = 0; index < all.size(); index++) {
      if (!learned.test(index, all.get(index))) {
        before = null;
        continue;
      }
      if (before == null) {
        before = index == 0 ? new Brief() : brief.apply(all.subList(0, index));
      }
      Brief after = brief.apply(all.subList(0, index + 1));
      answers.add(answer(all.get(index).row(), before.changesTo(after)));
      before = after;
    }
    return answers;
  }

  private LearnedAnswer answer(FactRow row, List<Change> effect) {
    return new LearnedAnswer(
        subject,
        row.stream(),
        row.position(),
        row.version(),
        row.type(),
        row.effectiveOn(),
        row.recordedAt(),
        row.actor(),
        effect);
  }
}
