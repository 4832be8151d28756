package fr.livret.command.dispatch;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up when a fact could be stored: a row is really written, for a database may be read-only. */
@Component("eventStoreHealthIndicator")
class StoreHealth extends AbstractHealthIndicator {
  private final JdbcClient jdbc;

  StoreHealth(JdbcClient jdbc) {
    super("No fact can be stored");
    this.jdbc = jdbc;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    jdbc.sql(
            """
            insert into write_probe (id, written_at) values (1, now())
            on conflict (id) do update set written_at = now()
            """)
        .update();
    builder.up();
  }
}
