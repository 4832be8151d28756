package fr.livret.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.imports.Batch.Told;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Old paper files as a flat table. */
@ExtendWith(SharedNode.class)
class CsvTest {
  private static final String FRENCH =
      "candidat;nom;prénoms;Date naissance;titre;voie;ouvert le;ccpObtenu;obtenuLe;évaluateurs;"
          + "éléments;decisionJury;tenueLe;entretien;source;confiance\r\n";
  private static final String BINOME = "PROFESSIONAL:Durand Zoé|TRAINER;MISE_EN_SITUATION|DSPP";

  private final Ledger ledger;
  private final Batch batch;

  CsvTest(Node node) {
    this.ledger = node.ledger();
    this.batch = new Batch(node.api());
  }

  private Told send(String table) {
    return batch.csv("", table.getBytes(UTF_8));
  }

  private static String whole() {
    return "\uFEFF"
        + FRENCH
        + "R12;Bénali;Samia, Inès;17/04/1990;AMIS-2013;CAPITALISATION;06/01/2014;CCP1;10/03/2014;"
        + BINOME
        + ";;;;\"Registre 2009\n f. 12\";probable\r\n"
        + "\r\n"
        + "R12;Bénali;Samia, Inès;17/04/1990;AMIS-2013;CAPITALISATION;06/01/2014;CCP2;2/5/2016;"
        + BINOME
        + ";;;;;\r\n"
        + "R12;;;;AMIS-2013;;;CCP3;2018-01-15;"
        + BINOME
        + ";;;;;\r\n"
        + "R12;;;;AMIS-2013;;;;;;;TITLE;2018-06-15;oui;Registre 2018;\r\n";
  }

  @Test
  void a_table_of_a_french_spreadsheet_becomes_candidates_paths_and_facts() {
    Told told = send(whole().replace("\n f. 12", ", f. 12"));
    assertThat(told.statuses()).containsExactly(201, 201, 200, 201, 201, 200, 200, 200);
    assertThat(told.outcomes())
        .extracting(it -> it.path("line").asInt())
        .as("the rows, who and which path repeated on the second")
        .containsExactly(2, 2, 2, 4, 4, 4, 5, 6);
    String path = told.id("R12:AMIS-2013");
    assertThat(ledger.kinds(path))
        .contains("TitleAwarded")
        .filteredOn("CcpObtained"::equals)
        .hasSize(3);
    var first = ledger.of(path, "path.CcpObtained").getFirst();
    assertThat(first.text("/obtainedOn")).isEqualTo("2014-03-10");
    assertThat(first.metadata().path("document").asString()).isEqualTo("Registre 2009, f. 12");
    assertThat(first.metadata().path("confidence").asString()).isEqualTo("PROBABLE");
    assertThat(first.metadata().path("importLine").asString()).isEqualTo("2");
    Told again = ledger.untouchedBy(() -> send(whole().replace("\n f. 12", ", f. 12")));
    assertThat(again.outcomes()).isEqualTo(told.outcomes());
  }

  @Test
  void commas_and_english_headings_do_as_well_and_a_dry_run_stores_nothing() {
    String table =
        "candidate,familyName,givenNames,birthDate,certification,route,openedOn,ccp,obtainedOn,"
            + "evaluators,evidence\n"
            + "a,Benali,Samia|Inès,1990-04-17,AMIS-2013,CAPITALISATION,2014-01-06,CCP1,2014-03-10,"
            + "PROFESSIONAL|TRAINER,MISE_EN_SITUATION|DSPP";
    Told rehearsed = ledger.untouchedBy(() -> batch.csv("&dryRun=true", table.getBytes(UTF_8)));
    assertThat(rehearsed.statuses()).containsExactly(201, 201, 200);
    assertThat(send(table).outcomes()).isEqualTo(rehearsed.outcomes());
  }

  @Test
  void what_is_wrong_is_named_by_row_and_column() {
    String table =
        FRENCH
            + "A1;Benali;Samia;31/02/1990;;;;;;;;;;;;\n"
            + "A2;Benali;Samia;1990-04-17;;;;;;;;;;;;perhaps\n"
            + "A3;Benali;Samia;1990-04-17;AMIS-2013;BY_AIR;2014-01-06;;;;;;;;;\n"
            + "A4;;;;AMIS-2013;;;CCP1;2014-03-10;;;TITLE;2014-03-10;;;\n"
            + "A5;;;;;;;;;;;;;;;\n"
            + ";Benali;Samia;1990-04-17;;;;;;;;;;;;\n"
            + "A7;Benali;Samia;1990-04-17;;;;;;;;;;peut-être;;;;;\n"
            + "A8;Benali;Samia;1990-04-17;;;;;;;;;;;;\n"
            + "A8;Benali;Sonia;1990-04-17;;;;;;;;;;;;\n"
            + "é 9;Benali;Samia;1990-04-17;;;;;;;;;;;;\n";
    Told told = send(table);
    assertThat(told.outcomes())
        .extracting(it -> it.path("line").asInt() + " " + it.path("status").asInt())
        .containsExactly(
            "2 400", "3 400", "4 201", "4 400", "5 400", "6 400", "7 400", "8 400", "9 201",
            "10 422", "11 400");
    assertThat(told.fields(0)).containsExactly("birthDate");
    assertThat(told.fields(1)).containsExactly("confiance");
    assertThat(told.fields(3)).containsExactly("route");
    assertThat(told.fields(4)).containsExactly("decisionJury");
    assertThat(told.fields(5)).containsExactly("row");
    assertThat(told.fields(6)).contains("candidat");
    assertThat(told.fields(7)).containsExactly("row");
    assertThat(told.fields(10)).contains("candidat");
  }

  @Test
  void another_encoding_is_refused_cell_by_cell() {
    byte[] windows =
        ("candidat;nom;prenoms;dateNaissance\n"
                + "B1;Bénali;Samia;1990-04-17\n"
                + "B2;Benali;Samia;1990-04-17\n")
            .getBytes(Charset.forName("windows-1252"));
    Told told = batch.csv("", windows);
    assertThat(told.statuses()).containsExactly(400, 201);
    assertThat(told.fields(0)).containsExactly("nom");
    assertThat(told.outcomes().getFirst().toString()).contains("save the table as CSV UTF-8");
  }

  @Test
  void a_table_without_its_headings_is_refused_whole() {
    Told unknown = send("candidat;colour\nB1;red\n");
    assertThat(unknown.statuses()).containsExactly(400);
    assertThat(unknown.fields(0)).containsExactly("header");
    assertThat(send("candidat;nom;nom\nB1;x;y\n").statuses()).containsExactly(400);
  }

  @Test
  void a_quote_that_is_never_closed_ends_the_table_where_it_stands() {
    Told told =
        send(
            "candidat;nom;prenoms;dateNaissance\n"
                + "C1;Benali;Samia;1990-04-17\n"
                + "C2;\"Benali;Samia;1990-04-17\n"
                + "C3;Benali;Samia;1990-04-17\n");
    assertThat(told.statuses()).containsExactly(201, 400);
    assertThat(told.outcomes().get(1).path("line").asInt()).isEqualTo(3);
    assertThat(told.fields(1)).containsExactly("row");
  }
}
