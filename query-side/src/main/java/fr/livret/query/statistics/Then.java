package fr.livret.query.statistics;

import fr.livret.query.projection.Beside;
import fr.livret.query.reading.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The views and functions of the schema {@code reporting} over rows of another moment. Their
 * definitions are read from the database: a figure of the past is counted by the very text that
 * counts it now.
 */
public final class Then {
  /** Where they stand; they end with the transaction. */
  public static final String SCHEMA = "pg_temp";

  private static final Pattern NOW = Pattern.compile("\\b(reporting|query)\\.");
  private static final List<String> VIEWS =
      List.of("titles", "title_decisions", "ccp_results", "expired_windows");
  private static final List<String> FUNCTIONS =
      List.of("percent", "figures", "session_figures", "ccp_figures");

  private Then() {}

  /** The rows they are defined over. */
  public static List<Beside> rows(Moment moment) {
    return Stream.of("courses", "sessions", "version-ccps")
        .<Beside>map(name ->
            moment.past()
                ? new Beside.Folded(name, moment::knows, _ -> true)
                : new Beside.Copied(name))
        .toList();
  }

  /**
   * Defines what figures are asked of, over rows of which nothing is left that became true after
   * that day.
   */
  static void define(JdbcTemplate jdbc, LocalDate effectiveOn) {
    jdbc.update("delete from pg_temp.course where opened_on > ?", effectiveOn);
    jdbc.update("delete from pg_temp.session where held_on > ?", effectiveOn);
    jdbc.update(
        """
        update pg_temp.course set
          sittings = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(sittings) as one
            where (one ->> 'heldOn')::date <= ?),
          lapses = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(lapses) as one
            where (one ->> 'lapsedOn')::date <= ?)
        """,
        effectiveOn,
        effectiveOn);
    forget(jdbc, "first_ccp_on", "first_ccp_on", effectiveOn);
    forget(
        jdbc,
        "title_awarded_on",
        "title_awarded_on, title_certification, title_session, title_withdrawn_on",
        effectiveOn);
    forget(jdbc, "title_withdrawn_on", "title_withdrawn_on", effectiveOn);
    forget(jdbc, "answered_6m_on", "answered_6m_on, employed_6m, in_occupation_6m", effectiveOn);
    forget(jdbc, "answered_2y_on", "answered_2y_on, employed_2y, in_occupation_2y", effectiveOn);
    VIEWS.forEach(view -> define(jdbc, view));
    FUNCTIONS.forEach(
        function -> jdbc.execute(then(jdbc, "pg_get_functiondef(to_regproc(?))", function)));
  }

  /**
   * Defines every view there is.
   *
   * <p>Beside the {@link #rows} it needs those of the paths as derived for that day: what a path
   * leads to and where its window stands is taken from them.
   */
  public static void defineAll(JdbcTemplate jdbc, LocalDate effectiveOn) {
    jdbc.update(
        """
        update pg_temp.course c set certification = p.certification,
          certification_version = p.certification_version,
          regime = p.regime, regime_edition = p.regime_edition
        from pg_temp.path p where p.id = c.path_id
        """);
    define(jdbc, effectiveOn);
    // A view comes after those it reads.
    jdbc
        .queryForList(
            "select relname::text from pg_class where relnamespace = 'reporting'::regnamespace"
                + " and relkind = 'v' order by oid",
            String.class)
        .stream()
        .filter(view -> !VIEWS.contains(view))
        .forEach(view -> define(jdbc, view));
  }

  private static void define(JdbcTemplate jdbc, String view) {
    jdbc.execute(
        "create view pg_temp."
            + view
            + " as "
            + then(jdbc, "pg_get_viewdef(to_regclass(?))", view));
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
