package fr.livret.query.learned;

import fr.livret.query.learned.LearnedAnswer.Subject;
import fr.livret.query.reading.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was learned of everything, or of one candidate, in the order of recording. */
@Component
final class News {
  private static final String RECORDED = " where recorded_at > :from and recorded_at <= :to";

  private final List<Learning<?>> learnings;
  private final JdbcClient jdbc;

  News(List<Learning<?>> learnings, JdbcClient jdbc) {
    this.learnings = learnings;
    this.jdbc = jdbc;
  }

  Learning<?> of(Subject subject) {
    return learnings.stream().filter(one -> one.subject() == subject).findFirst().orElseThrow();
  }

  /** Of that candidate: certificates, trainings, applications, paths and sessions. */
  List<LearnedAnswer> ofCandidate(UUID candidate, Since since) {
    List<LearnedAnswer> all = new ArrayList<>();
    for (Learning<?> learning : learnings) {
      all.addAll(learning.learnedOf(candidate, since));
    }
    all.sort(Comparator.comparingLong(LearnedAnswer::position));
    return all;
  }

  /** A fact by its place. */
  private record Place(Subject subject, UUID stream, long position) {}

  /** A page of everything; each stream on it is read once. */
  Page<LearnedAnswer> page(Since since, long after, int limit) {
    List<Place> places = places(since, after, limit + 1);
    List<LearnedAnswer> found = new ArrayList<>();
    Map<Subject, Map<UUID, List<Long>>> byStream =
        places.stream()
            .collect(
                Collectors.groupingBy(
                    Place::subject,
                    Collectors.groupingBy(
                        Place::stream, Collectors.mapping(Place::position, Collectors.toList()))));
    byStream.forEach((subject, streams) ->
        streams.forEach(
            (stream, positions) -> found.addAll(of(subject).at(stream, positions, since))));
    found.sort(Comparator.comparingLong(LearnedAnswer::position));
    return Page.of(found, limit, count(since), LearnedAnswer::cursor);
  }

  private List<Place> places(Since since, long after, int limit) {
    String each =
        learnings.stream()
            .map(learning ->
                """
                (select '%s' as subject, %s as stream, position from %s%s
                  and position > :after order by position limit :limit)
                """
                    .formatted(
                        learning.subject(),
                        learning.facts().stream(),
                        learning.facts().table(),
                        RECORDED))
            .collect(Collectors.joining(" union all "));
    return jdbc.sql(each + " order by position limit :limit")
        .param("from", since.from().lastRecordInSql())
        .param("to", since.to().lastRecordInSql())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) ->
            new Place(
                Subject.valueOf(row.getString("subject")),
                row.getObject("stream", UUID.class),
                row.getLong("position")))
        .list();
  }

  private long count(Since since) {
    String each =
        learnings.stream()
            .map(learning -> "select count(*) as facts from " + learning.facts().table() + RECORDED)
            .collect(Collectors.joining(" union all "));
    return jdbc.sql("select sum(facts) from (" + each + ") as counted")
        .param("from", since.from().lastRecordInSql())
        .param("to", since.to().lastRecordInSql())
        .query(Long.class)
        .single();
  }
}
