package fr.livret.query.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The views and functions of the schema {@code reporting} over rows of another moment. Their
 * definitions are read from the database: a figure of the past is counted by the very text that
 * counts it now.
 */
final class Then {
  /** Where they stand; they end with the transaction. */
  static final String SCHEMA = "pg_temp";

  private static final Pattern NOW = Pattern.compile("\\b(reporting|query)\\.");
  private static final List<String> VIEWS =
      List.of("titles", "title_decisions", "ccp_results", "expired_windows");
  private static final List<String> FUNCTIONS =
      List.of("percent", "figures", "session_figures", "ccp_figures");

  private Then() {}

  /** Defines them over rows of which nothing is left that became true after that day. */
  static void define(JdbcTemplate jdbc, LocalDate effectiveOn) {
    forget(jdbc, "title_withdrawn_on", "title_withdrawn_on", effectiveOn);
    forget(jdbc, "answered_6m_on", "answered_6m_on, employed_6m, in_occupation_6m", effectiveOn);
    forget(jdbc, "answered_2y_on", "answered_2y_on, employed_2y, in_occupation_2y", effectiveOn);
    VIEWS.forEach(view ->
        jdbc.execute(
            "create view pg_temp."
                + view
                + " as "
                + then(jdbc, "pg_get_viewdef(to_regclass(?))", view)));
    FUNCTIONS.forEach(
        function -> jdbc.execute(then(jdbc, "pg_get_functiondef(to_regproc(?))", function)));
  }

  private static void forget(JdbcTemplate jdbc, String day, String columns, LocalDate after) {
    String unknown = columns.replace(",", " = null,") + " = null";
    jdbc.update("update pg_temp.course set " + unknown + " where " + day + " > ?", after);
  }

  private static String then(JdbcTemplate jdbc, String definition, String name) {
    String now =
        String.valueOf(
            jdbc.queryForObject("select " + definition, String.class, "reporting." + name));
    return NOW.matcher(now).replaceAll(SCHEMA + ".");
  }
}
