package fr.livret.query.candidate;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.SearchText;
import fr.livret.query.reading.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The candidates, by id and by name. */
@Component
public final class Candidates {
  private final JdbcClient jdbc;
  private final Waiting waiting;

  Candidates(JdbcClient jdbc, Waiting waiting) {
    this.jdbc = jdbc;
    this.waiting = waiting;
  }

  /**
   * A candidate as answered.
   *
   * @param afterVersion the version asked to be seen, as a header gives it
   * @throws Refusal where nobody was known under that id at that moment
   * @throws fr.livret.http.NotYetProjected when the version was not there in time
   */
  public CandidateAnswer answer(String id, @Nullable String afterVersion, Moment moment) {
    return CandidateAnswer.of(known(id, afterVersion, moment), moment);
  }

  CandidateRow known(String id, @Nullable String afterVersion, Moment moment) {
    OptionalLong awaited = Asked.afterVersion(afterVersion);
    CandidateId candidate = Asked.idInPath(id).map(CandidateId::new).orElseThrow(() -> unknown(id));
    waiting.until(awaited, () -> versionOf(candidate));
    return find(candidate)
        .filter(it -> moment.knows(it.registeredAt()))
        .map(row -> moment.past() ? row.at(knownVersion(candidate, moment)) : row)
        .orElseThrow(() -> unknown(id));
  }

  private long knownVersion(CandidateId id, Moment moment) {
    return jdbc.sql(
            """
            select coalesce(max(version), 0) from query.candidate_fact
            where candidate_id = :id and recorded_at <= :knownAt
            """)
        .param("id", id.value())
        .param("knownAt", moment.lastRecordInSql())
        .query(Long.class)
        .single();
  }

  private static Refusal unknown(String id) {
    return Refusal.of(Refused.UNKNOWN, Map.of("candidateId", id));
  }

  Optional<CandidateRow> find(CandidateId id) {
    return jdbc.sql("select * from query.candidate where id = ?")
        .param(id.value())
        .query((row, _) -> CandidateProjection.read(row))
        .optional();
  }

  /** Who that is, as far as projected. */
  public CandidateName name(CandidateId id) {
    return find(id)
        .map(CandidateName::of)
        .orElseGet(() -> new CandidateName(id.value(), null, false));
  }

  /** Who they are, by id, as far as projected. */
  public Map<UUID, CandidateName> names(Set<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select * from query.candidate where id in (:ids)")
        .param("ids", ids)
        .query((row, _) -> CandidateName.of(CandidateProjection.read(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(CandidateName::id, name -> name));
  }

  private long versionOf(CandidateId id) {
    return find(id).map(CandidateRow::version).orElse(0L);
  }

  /** Where a page begins. */
  record After(String sortName, UUID id) {
    static After read(Cursor cursor) {
      return new After(cursor.part(0, 2), cursor.id(1, 2));
    }
  }

  /**
   * Those known at that moment, by name. Every word of what is sought must stand in the name, or it
   * begins the id.
   */
  Page<CandidateRow> list(
      Optional<String> sought, Moment moment, Optional<After> after, int limit) {
    Filter filter =
        new Filter()
            .with(
                "(search like all(:words) or id::text like :prefix)",
                "words",
                sought.map(text -> SearchText.patterns(text).toArray(String[]::new)))
            .value("prefix", sought.map(SearchText::prefix).orElse(""))
            .with("registered_at <= :knownAt", "knownAt", Optional.of(moment.lastRecordInSql()));
    long total =
        jdbc.sql("select count(*) from query.candidate" + filter.where())
            .params(filter.values())
            .query(Long.class)
            .single();
    filter
        .with("(sort_name, id) > (:sortName, :id)", "sortName", after.map(After::sortName))
        .value("id", after.map(After::id).orElse(new UUID(0, 0)))
        .value("limit", limit + 1);
    List<CandidateRow> rows =
        jdbc.sql(
                "select * from query.candidate"
                    + filter.where()
                    + " order by sort_name, id limit :limit")
            .params(filter.values())
            .query((row, _) -> CandidateProjection.read(row))
            .list();
    return Page.of(rows, limit, total, row -> Cursor.of(row.sortName(), row.id()));
  }
}
