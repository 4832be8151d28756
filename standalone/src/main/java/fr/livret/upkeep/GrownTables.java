package fr.livret.upkeep;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has tables analysed soon after they have grown by much. A statement prepared while its table was
 * nearly empty reads it from end to end until PostgreSQL plans it anew, and PostgreSQL looks for
 * tables to analyse once a minute by itself: a first import would slow down with every line.
 */
@Component
class GrownTables {
  private static final Logger LOG = LoggerFactory.getLogger(GrownTables.class);

  private final JdbcClient jdbc;

  GrownTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Analyses those that have several times as many rows as when they were analysed last. */
  @Scheduled(fixedDelayString = "${livret.statistics.period:PT2S}")
  void analyse() {
    try {
      List<String> grown = grown();
      // Where another node is at it already, that one is enough.
      grown.forEach(table -> jdbc.sql("analyze (skip_locked) " + table).update());
      if (!grown.isEmpty()) {
        LOG.debug("Analysed, as they have grown: {}", grown);
      }
    } catch (DataAccessException e) {
      // PostgreSQL does the same a little later.
      LOG.warn("Tables could not be analysed: {}", e.getMostSpecificCause().getMessage());
    }
  }

  private List<String> grown() {
    return jdbc.sql(
            """
            select relid::regclass::text
            from pg_stat_user_tables join pg_class on pg_class.oid = relid
            where n_live_tup > 1000 + 4 * greatest(reltuples, 0)
              and pg_has_role(relowner, 'usage')
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
