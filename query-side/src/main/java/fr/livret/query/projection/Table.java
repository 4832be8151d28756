package fr.livret.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The rows of one projection in PostgreSQL. Whatever their number, they are read by one statement
 * and written by one statement, each column travelling as one array.
 *
 * @param name with its schema
 * @param key the columns of the key
 * @param columns the other columns
 * @param keyOf the key of a row
 * @param reader reads a row
 * @param <K> the key of a row
 * @param <R> a row
 */
public record Table<K, R>(
    String name,
    List<Column<K>> key,
    List<Column<R>> columns,
    Function<R, K> keyOf,
    RowMapper<R> reader) {
  public Table {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  /** The same rows kept in another table of the same form. */
  Table<K, R> in(String other) {
    return new Table<>(other, key, columns, keyOf, reader);
  }

  /** The rows there are of these keys. */
  Map<K, R> load(JdbcTemplate jdbc, Collection<K> keys) {
    String sql = "select * from " + name + " where " + among(key);
    Map<K, R> rows = new HashMap<>();
    jdbc.query(
        connection -> filled(connection, sql, arrays(key, keys)),
        result -> {
          R row = reader.mapRow(result, 0);
          rows.put(keyOf.apply(row), row);
        });
    return rows;
  }

  /** Inserts or replaces rows; no two of them may have the same key. */
  void store(JdbcTemplate jdbc, Collection<R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String sql =
        "insert into "
            + name
            + " ("
            + keyNames()
            + ", "
            + names(columns)
            + ") select "
            + casts()
            + " from "
            + unnest(key.size() + columns.size())
            + " on conflict ("
            + keyNames()
            + ") do update set "
            + columns.stream()
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
    List<@Nullable String[]> arrays = arrays(key, rows.stream().map(keyOf).toList());
    arrays.addAll(arrays(columns, rows));
    jdbc.update(connection -> filled(connection, sql, arrays));
  }

  /** Deletes the rows of these keys. */
  void delete(JdbcTemplate jdbc, Collection<K> keys) {
    if (!keys.isEmpty()) {
      String sql = "delete from " + name + " where " + among(key);
      jdbc.update(connection -> filled(connection, sql, arrays(key, keys)));
    }
  }

  /**
   * What the text of rows is sent to. Only a table made in the same transaction takes it: its rows
   * are there for every reader who sees the table at all.
   */
  String copy() {
    return "copy " + name + " (" + keyNames() + ", " + names(columns) + ") from stdin (freeze)";
  }

  /** Adds the text of a row. */
  void write(R row, StringBuilder to) {
    K of = keyOf.apply(row);
    key.forEach(column -> write(column.value().apply(of), to).append('\t'));
    columns.forEach(column -> write(column.value().apply(row), to).append('\t'));
    to.setCharAt(to.length() - 1, '\n');
  }

  private static StringBuilder write(@Nullable String value, StringBuilder to) {
    if (value == null) {
      return to.append("\\N");
    }
    int written = 0;
    for (int index = 0; index < value.length(); index++) {
      @Nullable String escaped = escaped(value.charAt(index));
      if (escaped != null) {
        to.append(value, written, index).append(escaped);
        written = index + 1;
      }
    }
    return to.append(value, written, value.length());
  }

  /** What stands for a character that means something to COPY; null for any other. */
  private static @Nullable String escaped(char one) {
    return switch (one) {
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> null;
    };
  }

  private String among(List<Column<K>> of) {
    return "(" + names(of) + ") in (select " + keyCasts() + " from " + unnest(of.size()) + ")";
  }

  private String keyNames() {
    return names(key);
  }

  private static <T> String names(List<Column<T>> of) {
    return of.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private String keyCasts() {
    return casts(key.stream().map(Column::type).toList());
  }

  private String casts() {
    List<String> types = new ArrayList<>(key.stream().map(Column::type).toList());
    types.addAll(columns.stream().map(Column::type).toList());
    return casts(types);
  }

  private static String casts(List<String> types) {
    return IntStream.range(0, types.size())
        .mapToObj(index -> "c" + index + "::" + types.get(index))
        .collect(Collectors.joining(", "));
  }

  private static String unnest(int size) {
    return IntStream.range(0, size)
            .mapToObj(_ -> "?::text[]")
            .collect(Collectors.joining(", ", "unnest(", ")"))
        + IntStream.range(0, size)
            .mapToObj(index -> "c" + index)
            .collect(Collectors.joining(", ", " as given (", ")"));
  }

  private static <T> List<@Nullable String[]> arrays(List<Column<T>> of, Collection<T> from) {
    List<@Nullable String[]> arrays = new ArrayList<>();
    for (Column<T> column : of) {
      @Nullable String[] values = new @Nullable String[from.size()];
      int next = 0;
      for (T one : from) {
        values[next++] = column.value().apply(one);
      }
      arrays.add(values);
    }
    return arrays;
  }

  private static PreparedStatement filled(
      Connection connection, String sql, List<@Nullable String[]> arrays) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int index = 0; index < arrays.size(); index++) {
      statement.setArray(index + 1, connection.createArrayOf("text", arrays.get(index)));
    }
    return statement;
  }
}
