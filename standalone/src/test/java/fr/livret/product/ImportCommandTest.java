package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code livret import FILE}, as a user gives it. */
class ImportCommandTest extends StartedProduct {
  @TempDir private Path folder = Path.of("");

  private CommandLineProcess.Result livret(String... arguments) {
    return CommandLineProcess.run(folder, arguments);
  }

  private String url() {
    return "--url=http://127.0.0.1:" + port();
  }

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void a_file_is_rehearsed_imported_and_imported_again() throws IOException {
    String file = file("registre 2009.ndjson", ImportFile.lives(300)).toString();
    var rehearsed = livret("import", file, url(), "--dry-run");
    assertThat(rehearsed.status()).as(rehearsed.err()).isEqualTo(1);
    assertThat(rehearsed.out().lines())
        .hasSize(300)
        .allMatch(line -> line.contains("409 CCP_ALREADY_HELD"));
    assertThat(web().get("/api/imports/registre-2009.ndjson").status()).isEqualTo(404);

    Path report = folder.resolve("refused.json");
    var meant = livret("import", file, url(), "--actor", "archives", "--report", report.toString());
    assertThat(meant.status()).as(meant.err()).isEqualTo(1);
    assertThat(meant.err()).contains("1500 lines: 1200 accepted, 300 refused").contains("/s");
    assertThat(meant.out()).isEmpty();
    List<String> refused = Files.readAllLines(report);
    assertThat(refused).hasSize(300);
    JsonNode first = JsonMapper.shared().readTree(refused.getFirst());
    assertThat(first.path("line").asInt()).isEqualTo(5);
    assertThat(first.path("key").asString()).isEqualTo("L0-3");
    JsonNode progress = web().get("/api/imports/registre-2009.ndjson").body();
    assertThat(progress.path("state").asString()).isEqualTo("ENDED");
    assertThat(progress.path("lines").asInt()).isEqualTo(1500);
    assertThat(progress.path("actor").asString()).isEqualTo("archives");

    var again = livret("import", file, url());
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("1500 of them known from before");
    assertThat(again.out()).isEqualTo(rehearsed.out());
    whereItWasReadIsShown();
  }

  private void whereItWasReadIsShown() {
    JsonNode outcomes =
        web().get("/api/imports/registre-2009.ndjson/outcomes?limit=3").body().path("items");
    String candidate = outcomes.path(0).path("id").asString();
    String path = outcomes.path(1).path("id").asString();
    long version = outcomes.path(2).path("version").asLong();
    JsonNode history =
        web().get("/api/paths/" + path + "/history", "X-After-Version", "" + version).body();
    JsonNode ccp =
        history
            .path("items")
            .valueStream()
            .filter(it -> it.path("type").asString().equals("path.CcpObtained"))
            .findFirst()
            .orElseThrow();
    assertThat(ccp.at("/provenance/document").asString()).isEqualTo("PV 2014-03-10");
    assertThat(ccp.at("/provenance/confidence").asString()).isEqualTo("CERTAIN");
    assertThat(ccp.at("/provenance/line").asInt()).isEqualTo(3);
    JsonNode person = web().get("/api/candidates/" + candidate, "X-After-Version", "1").body();
    assertThat(person.at("/provenance/document").asString()).isEqualTo("Registre 2009");
  }

  @Test
  void a_table_is_imported_and_its_flaws_are_named_by_row() throws IOException {
    String file =
        file(
                "t.csv",
                List.of(
                    "candidat;nom;prenoms;dateNaissance;titre;voie;ouvertLe;source",
                    "T1;Csv-One;Ada;01/02/1990;AMIS-2013;CAPITALISATION;06/01/2014;Registre 7",
                    "T2;Csv-Two;Ada;31/02/1990;;;;",
                    "T3;;;;;;;",
                    "T4;Csv-Four;Ada;01/02/1990;;;;"))
            .toString();
    var told = livret("import", file, url());
    assertThat(told.status()).as(told.err()).isEqualTo(1);
    assertThat(told.out())
        .contains("line 3 [T2]: 400 MALFORMED: birthDate")
        .contains("line 4: 400 MALFORMED: row states nothing");
    assertThat(told.err()).contains("5 lines: 3 accepted, 2 refused");
  }

  @Test
  void every_line_accepted_is_status_0_and_what_cannot_be_done_is_2() throws IOException {
    String good = file("good.ndjson", ImportFile.lives(1).subList(0, 4)).toString();
    assertThat(livret("import", good, url(), "--name", "good-one").status()).isZero();
    assertThat(livret("import", good, url(), "--name", "not a name").status()).isEqualTo(2);
    assertThat(livret("import", folder.resolve("none").toString(), url()).status()).isEqualTo(2);
    assertThat(livret("import", file("e.ndjson", List.of()).toString(), url()).status())
        .isEqualTo(2);
    assertThat(livret("import", good, "--dry-run", "--url=http://127.0.0.1:1").err())
        .contains("the same command goes on from there");
    assertThat(livret("imprt", good).status()).isEqualTo(2);
    assertThat(livret("--help").out()).contains("import");
  }
}
