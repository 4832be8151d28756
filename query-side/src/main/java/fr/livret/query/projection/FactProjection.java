package fr.livret.query.projection;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Every fact of every stream of one kind: what a stream is folded from for any day and any moment.
 * What an event says is kept in the very words it is stored in.
 *
 * @param <E> the events of those streams
 */
public final class FactProjection<E> implements Projection<E, FactRow.Key, FactRow> {
  /** The exchange a fact came by. */
  public static final Column<FactRow> REQUEST = Column.text("request_id", FactRow::requestId);

  /** Where an imported fact was read. */
  public static final Column<FactRow> PROVENANCE =
      Column.json("provenance", row -> ReadIn.written(row.readIn()));

  private static final List<Column<FactRow>> ALWAYS =
      List.of(
          Column.number("position", FactRow::position),
          Column.text("type", FactRow::type),
          Column.text("revision", FactRow::revision),
          Column.day("effective_on", FactRow::effectiveOn),
          Column.instant("recorded_at", FactRow::recordedAt),
          Column.text("actor", FactRow::actor),
          Column.json("event", FactRow::event));

  private final String name;
  private final Kind<E> kind;
  private final Table<FactRow.Key, FactRow> table;
  private final Serializer serializer;

  /**
   * Facts of that kind in that table.
   *
   * @param name of the projection
   * @param table with its schema
   * @param stream the column that names the stream
   * @param more what is kept beside what always is
   * @param serializer the one events are stored with
   */
  public FactProjection(
      String name,
      Kind<E> kind,
      String table,
      String stream,
      List<Column<FactRow>> more,
      Serializer serializer) {
    List<Column<FactRow>> columns = new ArrayList<>(ALWAYS);
    columns.addAll(more);
    this.name = name;
    this.kind = kind;
    this.serializer = serializer;
    this.table =
        new Table<>(
            table,
            List.of(
                Column.uuid(stream, FactRow.Key::stream),
                Column.number("version", FactRow.Key::version)),
            columns,
            FactRow::key,
            (row, _) -> read(row, stream, more));
  }

  /**
   * What kind of facts.
   *
   * @param stream the stream an event belongs to
   * @param effectiveOn the day on which it became true
   */
  public record Kind<E>(
      Class<E> events, Function<E, UUID> stream, Function<E, LocalDate> effectiveOn) {}

  private static FactRow read(ResultSet row, String stream, List<Column<FactRow>> more)
      throws SQLException {
    return new FactRow(
        row.getObject(stream, UUID.class),
        row.getLong("version"),
        row.getLong("position"),
        row.getString("type"),
        row.getString("revision"),
        row.getObject("effective_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("event"),
        text(row, REQUEST, more),
        ReadIn.read(text(row, PROVENANCE, more)));
  }

  private static @Nullable String text(
      ResultSet row, Column<FactRow> column, List<Column<FactRow>> kept) throws SQLException {
    return kept.contains(column) ? row.getString(column.name()) : null;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<E> events() {
    return kind.events();
  }

  @Override
  public Table<FactRow.Key, FactRow> table() {
    return table;
  }

  @Override
  public Optional<FactRow.Key> key(Fact<E> fact) {
    return Optional.of(new FactRow.Key(kind.stream().apply(fact.event()), fact.version()));
  }

  @Override
  public boolean ofOneFact() {
    return true;
  }

  @Override
  public Fold<E, FactRow> folding(List<Fact<E>> batch) {
    return (_, fact) -> row(fact);
  }

  private FactRow row(Fact<E> fact) {
    SerializedObject<byte[]> written = fact.writing().by(serializer);
    return new FactRow(
        kind.stream().apply(fact.event()),
        fact.version(),
        fact.position(),
        written.getType().getName(),
        written.getType().getRevision(),
        kind.effectiveOn().apply(fact.event()),
        fact.recordedAt(),
        fact.actor(),
        new String(written.getData(), StandardCharsets.UTF_8),
        fact.requestId(),
        fact.readIn());
  }
}
