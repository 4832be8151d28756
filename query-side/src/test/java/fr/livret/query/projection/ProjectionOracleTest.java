package fr.livret.query.projection;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.form.event.EventJson;
import fr.livret.form.event.EventTypes.EventType;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.path.PathId;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import fr.livret.query.audit.Judged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each projection against SQL that says from the stored events alone what its columns mean: live
 * rows, rebuilt rows and the answer of SQL are equal.
 */
@QueryTest
@TestPropertySource(properties = "spring.application.name=a database of its own")
class ProjectionOracleTest {
  private static final String SEALED = "opened with keys that SQL does not have";
  private static final String LAW = "computed by the rules of the regime";

  /** What SQL alone cannot say, and why. */
  private static final Map<String, Map<String, String>> BEYOND =
      Map.ofEntries(
          entry(
              "query.candidate",
              Map.of(
                  "family_name", SEALED,
                  "given_names", SEALED,
                  "birth_date", SEALED,
                  "birth_place", SEALED,
                  "email", SEALED,
                  "search", SEALED,
                  "sort_name", SEALED)),
          entry(
              "query.vae_application",
              Map.of(
                  "exempt", LAW,
                  "counted_from", LAW,
                  "last_day", LAW)));

  /** What SQL can say of a column that it cannot say as a whole. */
  private static final Map<String, Map<String, String>> PARTLY =
      Map.of(
          "query.candidate",
          // All but the numbers, which are sealed.
          Map.of(
              "certificates",
              "(select coalesce(jsonb_agg(one - 'number'), '[]')"
                  + " from jsonb_array_elements(certificates::jsonb) as one)"),
          "query.vae_application",
          // What a decision granted; the regime says what silence grants.
          Map.of(
              "valid_through", "case when silent_since is null then valid_through end",
              "start_by", "case when silent_since is null then start_by end",
              "used_on", "case when silent_since is null then used_on end"));

  /** JSON is compared as what it says, dates and texts as they are written. */
  private static final Pattern JSON = Pattern.compile("jsonb?");

  private static final Pattern ID = Pattern.compile("#([a-z][0-9]?)(?=\")");

  private final World world;
  private final Projections projections;
  private final List<Projection<?, ?, ?>> all;
  private final JdbcTemplate jdbc;

  ProjectionOracleTest(
      World world, Projections projections, List<Projection<?, ?, ?>> all, JdbcTemplate jdbc) {
    this.world = world;
    this.projections = projections;
    this.all = all;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void an_oracle_over_the_stored_events() {
    jdbc.execute(resource("fact.sql"));
    jdbc.execute(resource("pins.sql"));
  }

  @AfterEach
  void it_is_asked_no_more() {
    jdbc.execute("drop schema oracle cascade");
  }

  private static String resource(String name) {
    try {
      return new ClassPathResource("oracle/" + name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stores the lives told in {@code life.txt}, one event a line, each id anew. */
  private void live() {
    Map<String, String> ids = new HashMap<>();
    EventJson events = EventJson.kernel();
    for (String line : resource("life.txt").lines().toList()) {
      int space = line.indexOf(' ');
      Matcher found = ID.matcher(line.substring(space + 1));
      String json =
          found.replaceAll(
              id -> ids.computeIfAbsent(id.group(1), _ -> UUID.randomUUID().toString()));
      EventType type = events.types().named(line.substring(0, space)).orElseThrow();
      JsonNode first = JsonMapper.shared().readTree(json).iterator().next();
      world.store(
          type.name().substring(0, type.name().indexOf('.')),
          first.asString(),
          MovableClock.noon("2025-12-01"),
          List.of(
              events.read(type.name(), type.revision(), json.getBytes(StandardCharsets.UTF_8))));
    }
  }

  /** Decisions of every outcome. */
  private void judged() {
    Judged judged = new Judged(world);
    PathId path = new PathId(UUID.randomUUID());
    judged.registered("Jugé", "2026-11-02");
    judged.refused(path, "2026-11-02");
    judged.alerted(path, "2026-11-03");
    judged.withoutEffect("ESSAI-1", "2026-11-04");
  }

  /** How many rows, and a hash over these columns of them. */
  private String hash(String rows, Map<String, String> columns) {
    return String.valueOf(
        jdbc.queryForObject(
            "select count(*) || ' ' || coalesce(md5(string_agg(one::text, '|' order by one::text)),"
                + " '') from (%s) as one".formatted(selected(rows, columns)),
            String.class));
  }

  /** Some of the rows that are in the one and not in the other. */
  private List<String> missing(String one, String other, Map<String, String> columns) {
    return jdbc.query(
        "select row::text from (%s) as row except select row::text from (%s) as row limit 3"
            .formatted(selected(one, columns), selected(other, columns)),
        (row, _) -> String.valueOf(row.getString(1)));
  }

  private static String selected(String rows, Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(column -> comparable(column.getKey(), column.getValue()))
        .collect(Collectors.joining(", ", "select ", " from " + rows + " as given"));
  }

  private static String comparable(String column, String type) {
    return JSON.matcher(type).matches()
        ? "replace(%s::text, '\\u0000', U&'\\FFFD')::jsonb as %1$s".formatted(column)
        : "%s::%s as %1$s".formatted(column, type);
  }

  /** The rows of a table with as much of each column as SQL can say. */
  private static String tellable(String table, Map<String, String> columns) {
    Map<String, String> partly = PARTLY.getOrDefault(table, Map.of());
    return columns.keySet().stream()
        .map(column -> partly.getOrDefault(column, column) + " as " + column)
        .collect(Collectors.joining(", ", "(select ", " from " + table + ")"));
  }

  private Map<String, String> columns(String table) {
    Map<String, String> columns = new HashMap<>();
    jdbc.query(
        """
        select attname, format_type(atttypid, null) from pg_attribute
        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
        """
            .formatted(table),
        row -> {
          columns.put(row.getString(1), row.getString(2));
        });
    return columns;
  }

  private List<String> told(String oracle) {
    return Objects.requireNonNull(
        jdbc.query(
            "select * from (" + oracle + ") as it limit 0",
            result -> {
              List<String> names = new ArrayList<>();
              for (int index = 1; index <= result.getMetaData().getColumnCount(); index++) {
                names.add(result.getMetaData().getColumnLabel(index));
              }
              return names;
            }));
  }

  @Test
  void live_rows_rebuilt_rows_and_what_sql_says_are_the_same() {
    RebuildTest.live(world);
    CandidateId erased = world.candidate("Oublié", "Jean");
    world.certificate(erased, "2024-01-15", "2026-01-14", "2024-02-01");
    world.erase(erased);
    live();
    judged();
    world.settled();
    SoftAssertions.assertSoftly(softly -> {
      for (Projection<?, ?, ?> projection : all) {
        compare(projection, softly);
      }
    });
  }

  private void compare(Projection<?, ?, ?> projection, SoftAssertions softly) {
    String table = projection.table().name();
    String oracle = resource(table.substring(table.indexOf('.') + 1) + ".sql");
    Map<String, String> beyond = BEYOND.getOrDefault(table, Map.of());
    Map<String, String> columns = columns(table);
    TreeSet<String> known = new TreeSet<>(told(oracle));
    known.addAll(beyond.keySet());
    assertThat(known)
        .as("%s: columns that SQL tells, and those beyond it", table)
        .isEqualTo(new TreeSet<>(columns.keySet()));

    String before = hash(table, columns);
    Map<String, String> compared = new TreeMap<>(columns);
    compared.keySet().removeAll(beyond.keySet());
    String said = "(" + oracle + ")";
    String kept = tellable(table, compared);
    softly.assertThat(before).as(table).doesNotStartWith("0 ");
    softly
        .assertThat(hash(kept, compared))
        .as(() ->
            "%s: live %s, SQL %s"
                .formatted(table, missing(kept, said, compared), missing(said, kept, compared)))
        .isEqualTo(hash(said, compared));
    projections.rebuild(projection.name());
    softly.assertThat(hash(table, columns)).as("%s: rebuilt", table).isEqualTo(before);
  }
}
