package fr.livret.command.imports;

import fr.livret.http.Confidence;
import fr.livret.http.FieldError;
import fr.livret.http.HttpJson;
import fr.livret.http.Ids;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of a flat table: who it is about, and one fact. Who and which path may stand on every row;
 * the candidate is registered and the path opened once.
 */
final class CsvRow {
  /** Each column by its English and its French heading. */
  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("candidate", "candidat"),
          Map.entry("familyName", "nom"),
          Map.entry("givenNames", "prenoms"),
          Map.entry("birthDate", "dateNaissance"),
          Map.entry("birthPlace", "lieuNaissance"),
          Map.entry("email", "courriel"),
          Map.entry("path", "parcours"),
          Map.entry("certification", "titre"),
          Map.entry("route", "voie"),
          Map.entry("access", "acces"),
          Map.entry("openedOn", "ouvertLe"),
          Map.entry("ccp", "ccpObtenu"),
          Map.entry("obtainedOn", "obtenuLe"),
          Map.entry("evaluators", "evaluateurs"),
          Map.entry("evidence", "elements"),
          Map.entry("decision", "decisionJury"),
          Map.entry("heldOn", "tenueLe"),
          Map.entry("ccps", "ccpsAttribues"),
          Map.entry("interviewHeld", "entretien"),
          Map.entry("excused", "excuse"),
          Map.entry("document", "source"),
          Map.entry("confidence", "confiance"));

  private static final Map<String, String> COLUMNS = columns();
  private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
  private static final char NOT_UTF8 = '\uFFFD';

  private final long line;
  private final Header header;
  private final CSVRecord record;
  private final Map<String, String> cells = new LinkedHashMap<>();
  private final List<FieldError> errors = new ArrayList<>();

  CsvRow(long line, Header header, CSVRecord record) {
    this.line = line;
    this.header = header;
    this.record = record;
  }

  /**
   * The columns of a table.
   *
   * @param columns by their English heading, in order
   * @param written as the table has them
   */
  record Header(List<String> columns, List<String> written, List<FieldError> errors) {}

  static Header header(CSVRecord record) {
    List<String> columns = new ArrayList<>();
    List<String> written = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (String cell : record) {
      String column = COLUMNS.get(plain(cell));
      if (column == null) {
        errors.add(
            new FieldError(
                "header",
                "column "
                    + (columns.size() + 1)
                    + " is none of "
                    + HEADINGS.keySet().stream().sorted().toList()));
      } else if (columns.contains(column)) {
        errors.add(new FieldError("header", "has the column " + column + " twice"));
      }
      columns.add(column == null ? "" : column);
      written.add(cell.strip());
    }
    return new Header(columns, written, errors);
  }

  /** What the row says, in the order in which it must be done. */
  List<Entry> entries() {
    readCells();
    List<ImportLine> lines = errors.isEmpty() ? lines() : List.of();
    if (!errors.isEmpty()) {
      return List.of(new Entry.Flawed(line, errors));
    }
    return lines.stream().<Entry>map(it -> new Entry.Ready(line, it)).toList();
  }

  private void readCells() {
    if (record.size() > header.columns().size()) {
      errors.add(
          new FieldError(
              "row", "has " + record.size() + " cells, the header " + header.columns().size()));
      return;
    }
    for (int i = 0; i < record.size(); i++) {
      String cell = record.get(i).strip();
      if (cell.indexOf(NOT_UTF8) >= 0) {
        refuse(header.columns().get(i), "is not UTF-8: save the table as CSV UTF-8");
      } else if (cell.indexOf('\0') >= 0) {
        refuse(header.columns().get(i), "holds a NUL character");
      } else if (!cell.isEmpty()) {
        cells.put(header.columns().get(i), cell);
      }
    }
  }

  private List<ImportLine> lines() {
    List<ImportLine> lines = new ArrayList<>();
    ImportLine.@Nullable Source source = source();
    String candidate = key("candidate", cells.get("candidate"));
    String path = pathKey(candidate);
    if (has("familyName") || has("givenNames") || has("birthDate")) {
      lines.add(line("POST /api/candidates", candidate, candidate(), source, true));
    }
    if (has("openedOn") || has("route")) {
      lines.add(line("POST /api/paths", path, path(candidate), source, true));
    }
    if (has("ccp") && has("decision")) {
      refuse("decision", "goes not with a CCP: a row states one fact");
    } else if (has("ccp")) {
      lines.add(fact("ccps", path, cells.get("ccp") + ":" + day("obtainedOn"), ccp(), source));
    } else if (has("decision")) {
      lines.add(fact("jury-decisions", path, "jury:" + day("heldOn"), jury(), source));
    }
    if (lines.isEmpty() && errors.isEmpty()) {
      errors.add(
          new FieldError("row", "states nothing: familyName, openedOn, ccp or decision is needed"));
    }
    return lines;
  }

  private ImportLine fact(
      String what, String path, String key, ObjectNode body, ImportLine.@Nullable Source source) {
    String named = Ids.parse(path).isPresent() ? path : "@" + path;
    return line(
        "POST /api/paths/" + named + "/" + what,
        key("path", path + ":" + key),
        body,
        source,
        false);
  }

  private static ImportLine line(
      String request,
      String key,
      ObjectNode body,
      ImportLine.@Nullable Source source,
      boolean repeat) {
    return new ImportLine(request, key, body, source, repeat ? true : null, null);
  }

  private ImportLine.@Nullable Source source() {
    @Nullable Confidence confidence = null;
    String written = cells.get("confidence");
    if (written != null) {
      confidence =
          Arrays.stream(Confidence.values())
              .filter(it -> it.name().equalsIgnoreCase(written))
              .findFirst()
              .orElse(null);
      if (confidence == null) {
        refuse("confidence", "must be one of " + Arrays.toString(Confidence.values()));
      }
    }
    return written == null && !has("document")
        ? null
        : new ImportLine.Source(cells.get("document"), confidence);
  }

  private ObjectNode candidate() {
    ObjectNode body = HttpJson.mapper().createObjectNode();
    text(body, "familyName");
    if (has("givenNames")) {
      body.set("givenNames", listOf(cells.get("givenNames"), "[|,]"));
    }
    dayOf(body, "birthDate");
    text(body, "birthPlace");
    text(body, "email");
    return body;
  }

  private ObjectNode path(String candidate) {
    ObjectNode body = HttpJson.mapper().createObjectNode();
    if (Ids.parse(candidate).isPresent()) {
      body.put("candidateId", candidate);
    } else {
      body.putObject("candidateId").put("ref", candidate);
    }
    text(body, "certification");
    text(body, "route");
    dayOf(body, "openedOn");
    text(body, "access");
    return body;
  }

  private ObjectNode ccp() {
    ObjectNode body = HttpJson.mapper().createObjectNode();
    text(body, "ccp");
    dayOf(body, "obtainedOn");
    ArrayNode seats = body.putArray("evaluators");
    for (String seat : split(cells.get("evaluators"), "\\|")) {
      String[] parts = seat.split(":", 3);
      ObjectNode evaluator = seats.addObject().put("role", parts[0].strip());
      if (parts.length > 1 && !parts[1].isBlank()) {
        evaluator.put("name", parts[1].strip());
      }
      if (parts.length > 2) {
        evaluator.put("ownTrainer", parts[2].strip().equalsIgnoreCase("OWN"));
      }
    }
    body.set("evidence", listOf(cells.get("evidence"), "[|,]"));
    return body;
  }

  private ObjectNode jury() {
    ObjectNode body = HttpJson.mapper().createObjectNode();
    dayOf(body, "heldOn");
    text(body, "decision");
    if (has("ccps")) {
      body.set("ccps", listOf(cells.get("ccps"), "[|,]"));
    }
    flag(body, "interviewHeld");
    body.set("evidence", listOf(cells.get("evidence"), "[|,]"));
    flag(body, "excused");
    return body;
  }

  private String pathKey(String candidate) {
    String named = cells.get("path");
    return named != null
        ? key("path", named)
        : candidate + ":" + cells.getOrDefault("certification", "");
  }

  private String key(String column, @Nullable String value) {
    if (value == null) {
      refuse(column, "is required");
      return "";
    }
    if (!Line.KEY.matcher(value).matches()) {
      refuse(column, "must be 1 to 100 of A-Z a-z 0-9 . _ : - and begin with a letter or digit");
    }
    return value;
  }

  private boolean has(String column) {
    return cells.containsKey(column);
  }

  private void text(ObjectNode body, String column) {
    String value = cells.get(column);
    if (value != null) {
      body.put(column, value);
    }
  }

  private void dayOf(ObjectNode body, String column) {
    if (has(column)) {
      body.put(column, day(column));
    }
  }

  /** As ISO writes it, also where the table has it as France does. */
  private String day(String column) {
    String value = cells.getOrDefault(column, "");
    Matcher french = FRENCH_DAY.matcher(value);
    return french.matches()
        ? "%s-%02d-%02d"
            .formatted(
                french.group(3),
                Integer.parseInt(french.group(2)),
                Integer.parseInt(french.group(1)))
        : value;
  }

  private void flag(ObjectNode body, String column) {
    String value = cells.get(column);
    if (value == null) {
      return;
    }
    switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "oui", "1", "vrai" -> body.put(column, true);
      case "false", "non", "0", "faux" -> body.put(column, false);
      default -> refuse(column, "must be true, false, oui or non");
    }
  }

  private static ArrayNode listOf(@Nullable String cell, String by) {
    ArrayNode list = HttpJson.mapper().createArrayNode();
    split(cell, by).forEach(list::add);
    return list;
  }

  private static List<String> split(@Nullable String cell, String by) {
    return cell == null
        ? List.of()
        : Arrays.stream(cell.split(by)).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  /** Under the heading the table has. */
  private void refuse(String column, String message) {
    int at = header.columns().indexOf(column);
    errors.add(new FieldError(at < 0 ? column : header.written().get(at), message));
  }

  private static Map<String, String> columns() {
    Map<String, String> columns = new HashMap<>();
    HEADINGS.forEach((english, french) -> {
      columns.put(plain(english), english);
      columns.put(plain(french), english);
    });
    return columns;
  }

  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z0-9]", "")
        .toLowerCase(Locale.ROOT);
  }
}
