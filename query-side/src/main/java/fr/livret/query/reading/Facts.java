package fr.livret.query.reading;

import fr.livret.form.event.EventJson;
import fr.livret.query.projection.FactProjection;
import fr.livret.query.projection.FactRow;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The facts that a projection keeps, stream by stream.
 *
 * @param <E> the events of those streams
 */
public final class Facts<E> {
  private static final int PORTION = 500;

  private final FactProjection<E> projection;
  private final JdbcClient jdbc;
  private final EventJson json;
  private final Waiting waiting;
  private final TransactionTemplate reading;
  private final String ofStream;

  /** Those of that projection. */
  public Facts(
      FactProjection<E> projection,
      JdbcClient jdbc,
      EventJson json,
      Waiting waiting,
      PlatformTransactionManager transactions) {
    this.projection = projection;
    this.jdbc = jdbc;
    this.json = json;
    this.waiting = waiting;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.ofStream = " from %s where %s = ?".formatted(table(), stream());
  }

  /**
   * The stream that a path like {@code /api/paths/<id>} names, once the version is projected that a
   * header {@code X-After-Version} asks to see; empty if the id is none: nothing is there then.
   */
  public Optional<UUID> awaited(String id, @Nullable String afterVersion) {
    OptionalLong version = Asked.afterVersion(afterVersion);
    Optional<UUID> stream = Asked.idInPath(id);
    stream.ifPresent(one -> waiting.until(version, () -> versionOf(one)));
    return stream;
  }

  /** The version that is projected; 0 when the stream is not. */
  private long versionOf(UUID stream) {
    return jdbc.sql("select coalesce(max(version), 0)" + ofStream)
        .param(stream)
        .query(Long.class)
        .single();
  }

  /** The table they are kept in. */
  public String table() {
    return projection.table().name();
  }

  /** Its column that names the stream. */
  public String stream() {
    return projection.table().key().getFirst().name();
  }

  /** Every fact, in order. */
  public List<Recorded<E>> of(UUID stream) {
    return jdbc.sql("select *" + ofStream + " order by version")
        .param(stream)
        .query((row, _) -> recorded(row))
        .list();
  }

  /**
   * Those of each stream in turn. Facts come from the database in small portions, and are here
   * those of one stream at a time.
   *
   * @param from the facts {@code f}, with whatever the filter needs beside them
   */
  public void each(String from, Filter filter, Consumer<List<Recorded<E>>> stream) {
    List<Recorded<E>> facts = new ArrayList<>();
    String inOrder = " order by f.%s, f.version".formatted(stream());
    // PostgreSQL gives portions only inside a transaction.
    reading.executeWithoutResult(_ -> {
      jdbc.sql("select f.*" + from + filter.where() + inOrder)
          .withFetchSize(PORTION)
          .params(filter.values())
          .query((ResultSet row) -> {
            Recorded<E> fact = recorded(row);
            if (!facts.isEmpty() && !fact.row().stream().equals(facts.getLast().row().stream())) {
              stream.accept(List.copyOf(facts));
              facts.clear();
            }
            facts.add(fact);
          });
      if (!facts.isEmpty()) {
        stream.accept(List.copyOf(facts));
      }
    });
  }

  /** From a row of the projection's table. */
  public Recorded<E> recorded(ResultSet row) throws SQLException {
    FactRow fact = read(row);
    byte[] event = fact.event().getBytes(StandardCharsets.UTF_8);
    return new Recorded<>(
        projection.events().cast(json.read(fact.type(), fact.revision(), event)), fact);
  }

  /** The same with its event left as it is written. */
  public FactRow read(ResultSet row) throws SQLException {
    return projection.table().reader().mapRow(row, 0);
  }
}
