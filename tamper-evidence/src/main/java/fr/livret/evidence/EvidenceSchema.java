package fr.livret.evidence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the evidence, in a schema of their own with a history of their own. */
public final class EvidenceSchema {
  /** The schema the tables lie in. */
  public static final String NAME = "tamper_evidence";

  private EvidenceSchema() {}

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
