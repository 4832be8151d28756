package fr.livret.query.reporting;

import fr.livret.query.path.DerivedPaths;
import fr.livret.query.projection.Beside;
import fr.livret.query.projection.Projections;
import fr.livret.query.reading.Moment;
import fr.livret.query.reporting.ReportingAnswer.View;
import fr.livret.query.reporting.ReportingAnswer.ViewColumn;
import fr.livret.query.statistics.Then;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The views of the schema {@code reporting}, as the catalogue of the database describes them. */
@Component
final class ReportingViews {
  /** Rows in memory at a time, whatever the size of the view. */
  private static final int ROWS_AT_A_TIME = 1_000;

  private final JdbcTemplate jdbc;
  private final Projections projections;
  private final DerivedPaths paths;
  private final TransactionTemplate reading;

  ReportingViews(
      DataSource database,
      Projections projections,
      DerivedPaths paths,
      PlatformTransactionManager transactions) {
    this.jdbc = new JdbcTemplate(database);
    this.projections = projections;
    this.paths = paths;
    jdbc.setFetchSize(ROWS_AT_A_TIME);
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /** All of them by name, with their columns in order. */
  List<View> all() {
    record Described(String view, String about, ViewColumn column) {}
    List<Described> columns =
        jdbc.query(
            """
            select c.relname, obj_description(c.oid, 'pg_class') as about, a.attname,
                   format_type(a.atttypid, a.atttypmod) as type,
                   col_description(c.oid, a.attnum) as meaning
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = 'reporting' and c.relkind = 'v'
            order by c.relname, a.attnum
            """,
            (row, _) ->
                new Described(
                    row.getString("relname"),
                    row.getString("about"),
                    new ViewColumn(
                        row.getString("attname"),
                        row.getString("type"),
                        row.getString("meaning"))));
    return columns.stream().collect(Collectors.groupingBy(Described::view)).values().stream()
        .map(of ->
            new View(
                of.getFirst().view(),
                of.getFirst().about(),
                "/api/reporting/" + of.getFirst().view() + ".csv",
                of.stream().map(Described::column).toList()))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /** Writes a view that {@link #all} names, a header line first. */
  void write(View view, OutputStream out) {
    reading.executeWithoutResult(_ -> write(view, jdbc, "reporting", out));
  }

  /** The same over the rows of a moment. */
  void write(View view, Moment moment, OutputStream out) {
    List<Beside> rows = new ArrayList<>(Then.rows(moment));
    rows.add(paths.rows(moment));
    var _ =
        projections.beside(
            rows,
            then -> {
              Then.defineAll(then, moment.effectiveOn());
              then.setFetchSize(ROWS_AT_A_TIME);
              write(view, then, Then.SCHEMA, out);
              return view;
            });
  }

  private static void write(View view, JdbcTemplate jdbc, String schema, OutputStream out) {
    // Whole names from the catalogue only, so that nothing but a view can be named here.
    String sql = "select * from " + schema + ".\"" + view.name() + "\" order by 1, 2, 3";
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      writer.write(Csv.header(view.columns().stream().map(ViewColumn::name).toList()));
      jdbc.query(sql, (RowCallbackHandler) row -> line(view.columns(), row, writer));
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(List<ViewColumn> columns, ResultSet row, Writer writer)
      throws SQLException {
    try {
      for (int index = 0; index < columns.size(); index++) {
        if (index > 0) {
          writer.write(',');
        }
        writer.write(Csv.cell(columns.get(index), row.getString(index + 1)));
      }
      writer.write(Csv.END);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
