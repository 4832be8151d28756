package fr.livret.evidence;

import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the evidence, in a schema of their own with a history of their own. */
public final class EvidenceSchema {
  /** The schema the tables lie in. */
  public static final String NAME = "tamper_evidence";

  private EvidenceSchema() {}

  /**
   * Whether the tables are there: they are made with the first start on the product's own store.
   */
  public static boolean isThere(DataSource database) {
    return Transaction.of(
        database,
        "look for the tables of the evidence",
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery(
                      "select to_regclass('" + NAME + ".verifier_key') is not null")) {
            row.next();
            return row.getBoolean(1);
          }
        });
  }

  /** Makes the tables, or brings them to the form this version needs. */
  public static void bringUpToDate(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .schemas(NAME)
        .table("schema_history")
        .locations("classpath:fr/livret/evidence/schema")
        .load()
        .migrate();
  }
}
