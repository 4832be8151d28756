package fr.livret.query.projection;

import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts how often the events of each path are folded: what is folded twice is counted twice. */
@Component
@ConditionalOnProperty("test.node")
final class Tally implements Projection<PathEvent, PathId, Tally.Row> {
  private static final Table<PathId, Row> TABLE =
      new Table<>(
          "tally.path",
          List.of(Column.uuid("path_id", PathId::value)),
          List.of(
              Column.number("folded", Row::folded),
              Column.number("version", Row::version),
              Column.text("node", Row::node)),
          Row::path,
          (row, _) -> read(row));

  /** Whether whoever folds next is never to come to an end. */
  static volatile boolean stuck;

  private final String node;

  Tally(@Value("${test.node}") String node, JdbcTemplate jdbc) {
    this.node = node;
    jdbc.execute(
        """
        create schema if not exists tally;
        create table if not exists tally.path (
          path_id uuid primary key, folded bigint, version bigint, node text);
        """);
  }

  /**
   * One path.
   *
   * @param folded how many of its events
   * @param version of its last one
   * @param node that folded that one
   */
  record Row(PathId path, long folded, long version, String node) {}

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        new PathId(row.getObject("path_id", UUID.class)),
        row.getLong("folded"),
        row.getLong("version"),
        row.getString("node"));
  }

  @Override
  public String name() {
    return "tally";
  }

  @Override
  public Class<PathEvent> events() {
    return PathEvent.class;
  }

  @Override
  public Table<PathId, Row> table() {
    return TABLE;
  }

  @Override
  public Optional<PathId> key(Fact<PathEvent> fact) {
    return Optional.of(fact.event().path());
  }

  @Override
  public Fold<PathEvent, Row> folding(List<Fact<PathEvent>> batch) {
    if (stuck) {
      hang();
    }
    return (row, fact) ->
        new Row(fact.event().path(), (row == null ? 0 : row.folded()) + 1, fact.version(), node);
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
