package fr.livret.command.imports;

import static fr.livret.command.imports.Batch.candidate;
import static fr.livret.command.imports.Batch.lives;
import static fr.livret.command.imports.Batch.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.imports.Batch.Told;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.Story;
import fr.livret.eventstore.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A dry run tells what the real one is going to tell, and leaves nothing behind. The node is its
 * own: what automations still bring of the stories of other tests would be counted with it.
 */
class DryRunTest {
  private final Node node = Node.on(TestPostgres.freshDatabaseUrl());
  private final JdbcClient jdbc = node.bean(JdbcClient.class);
  private final Batch batch = new Batch(node.api());

  @BeforeEach
  void begin() {
    MovableClock.reset();
  }

  @AfterEach
  void stopTheNode() {
    node.close();
  }

  /** Rows per table; aside those that tick by themselves. */
  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    List<String> tables =
        jdbc.sql(
                """
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema in ('public', 'event_store') and table_type = 'BASE TABLE'
                  and table_name not in ('token_entry', 'write_probe')
                """)
            .query((row, _) -> row.getString(1))
            .list();
    for (String table : tables) {
      rows.put(
          table,
          jdbc.sql("select count(*) from " + table).query((row, _) -> row.getLong(1)).single());
    }
    return rows;
  }

  private static String[] everything() {
    String code = Story.newCode();
    List<String> lines = new ArrayList<>(List.of(lives(3, "z")));
    lines.add(
        "{\"request\": \"PUT /api/referentiels/%s\", \"key\": \"title\", \"body\": %s}"
            .formatted(
                code,
                Batch.JSON
                    .readTree(Story.referentiel(code, "TP-2006", 2, "{\"from\": \"2002-01-01\"}"))
                    .toString()));
    lines.add(path("own", "z0", "2015-01-05").replace("AMIS-2013", code));
    lines.add(Batch.ccp("own-1", "own", "CCP1", "2015-03-05"));
    lines.add(Batch.ccp("own-9", "own", "CCP3", "2015-03-05"));
    lines.add(Batch.ccp("own-2", "own", "CCP2", "2015-04-05"));
    lines.add(Batch.jury("own-j", "own", "2015-05-05"));
    lines.add(
        "{\"request\": \"POST /api/candidates/@z1/certificates\", \"key\": \"sst\", \"body\":"
            + " {\"kind\": \"SST\", \"obtainedOn\": \"2015-01-05\", \"validThrough\":"
            + " \"2017-01-05\", \"number\": \"4711\"}}");
    lines.add(
        "{\"request\": \"POST /api/candidates/@z2/erasure\", \"key\": \"gone\", \"body\":"
            + " {\"requestedOn\": \"2026-01-05\", \"reason\": \"Demande\"}}");
    lines.add(path("late", "z2", "2016-01-05"));
    lines.add(candidate("z0"));
    lines.add("{\"request\": \"POST /api/nowhere\", \"body\": {}}");
    lines.add("{\"request\": \"POST /api/paths/@nobody/ccps\", \"body\": {}}");
    lines.add("{broken");
    lines.add(
        "{\"request\": \"POST /api/paths/6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11/ccs\", \"body\":"
            + " {\"ccs\": \"CCS1\", \"obtainedOn\": \"2016-01-05\", \"evidence\": []}}");
    return lines.toArray(String[]::new);
  }

  @Test
  void it_tells_line_by_line_what_the_real_run_tells_and_stores_not_one_row() {
    String[] lines = everything();
    Map<String, Long> before = rows();
    Told rehearsed = batch.dryRun(lines);
    assertThat(rows()).isEqualTo(before);
    Told again = batch.dryRun(lines);
    assertThat(again.outcomes()).as("a rehearsal leaves no trace").isEqualTo(rehearsed.outcomes());
    Told meant = batch.send(lines);
    assertThat(meant.outcomes()).isEqualTo(rehearsed.outcomes());
    assertThat(rehearsed.summary().path("dryRun").asBoolean()).isTrue();
    assertThat(rehearsed.statuses()).contains(200, 201, 400, 404, 409);
    assertThat(rehearsed.of("late").at("/problem/code").asString()).isEqualTo("CANDIDATE_ERASED");
    assertThat(rows()).isNotEqualTo(before);
  }

  @Test
  void it_knows_what_was_imported_before() {
    String[] lines = lives(2, "y");
    Told meant = batch.send(lines);
    String[] more = lives(4, "y");
    Told rehearsed = batch.dryRun(more);
    assertThat(rehearsed.outcomes().subList(0, lines.length)).isEqualTo(meant.outcomes());
    assertThat(batch.send(more).outcomes()).isEqualTo(rehearsed.outcomes());
  }
}
