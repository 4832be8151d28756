package fr.livret.query.reading;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * For which day, and by what was known when, a read is asked.
 *
 * @param effectiveOn the day, of Europe/Paris
 * @param knownAt the last instant whose records count; now where none was asked for
 * @param past whether that instant was asked for. Otherwise all that is stored counts, also what a
 *     node whose clock is ahead has just recorded
 */
public record Moment(LocalDate effectiveOn, Instant knownAt, boolean past) {
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** As of that day, by everything that is recorded. */
  public static Moment of(LocalDate effectiveOn) {
    return new Moment(effectiveOn, NEVER, false);
  }

  /** Whether what was recorded then counts. */
  public boolean knows(Instant recordedAt) {
    return !recordedAt.isAfter(lastRecord());
  }

  /**
   * What counts of the facts of a stream, in their order. After one that was not known yet none
   * was, even where a node whose clock is behind recorded the next one.
   */
  public <E> List<Recorded<E>> known(List<Recorded<E>> all) {
    return all.stream().takeWhile(one -> knows(one.recordedAt())).toList();
  }

  /** The same of facts as the log has them. */
  public <E> List<Logged<E>> knownOf(List<Logged<E>> all) {
    return all.stream().takeWhile(one -> knows(one.recordedAt())).toList();
  }

  /**
   * Nothing was known and there under that id.
   *
   * @param name what the id is called
   */
  public Refusal unknown(String name, String id) {
    return Refusal.of(
        Refused.UNKNOWN, Map.of(name, id, "effectiveOn", effectiveOn, "knownAt", knownAt));
  }

  /** The last instant whose records count. */
  public Instant lastRecord() {
    return past ? knownAt : NEVER;
  }

  /** The same for PostgreSQL, which would round up what is finer than a microsecond. */
  public OffsetDateTime lastRecordInSql() {
    return lastRecord().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
