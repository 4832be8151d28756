package fr.livret.query.reading;

import fr.livret.form.event.EventJson;
import fr.livret.query.projection.FactProjection;
import fr.livret.query.projection.FactRow;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts that a projection keeps, stream by stream.
 *
 * @param <E> the events of those streams
 */
public final class Facts<E> {
  private final FactProjection<E> projection;
  private final JdbcClient jdbc;
  private final EventJson json;
  private final Waiting waiting;
  private final String ofStream;

  /** Those of that projection. */
  public Facts(FactProjection<E> projection, JdbcClient jdbc, EventJson json, Waiting waiting) {
    this.projection = projection;
    this.jdbc = jdbc;
    this.json = json;
    this.waiting = waiting;
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
