package fr.livret.query.vae;

import fr.livret.form.event.EventJson;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.query.vae.KnownVae.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of an application. */
@Component
class VaeFiles {
  private final JdbcClient jdbc;
  private final EventJson json;

  VaeFiles(JdbcClient jdbc, EventJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The version that is projected; 0 when the application is not. */
  long versionOf(VaeApplicationId application) {
    return jdbc.sql("select coalesce(max(version), 0) from query.vae_fact where application = ?")
        .param(application.value())
        .query(Long.class)
        .single();
  }

  /** Every fact, in order. */
  List<Recorded> facts(VaeApplicationId application) {
    return jdbc.sql("select * from query.vae_fact where application = ? order by version")
        .param(application.value())
        .query((row, _) -> recorded(VaeFactProjection.read(row)))
        .list();
  }

  private Recorded recorded(VaeFactRow row) {
    VaeEvent event =
        (VaeEvent)
            json.read(row.type(), row.revision(), row.event().getBytes(StandardCharsets.UTF_8));
    return new Recorded(event, row);
  }
}
