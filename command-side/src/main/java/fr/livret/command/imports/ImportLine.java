package fr.livret.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.http.Confidence;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of an import as it is written.
 *
 * @param request a write of the API, as in {@code POST /api/paths/@p-17/ccps}; {@code @} and a key
 *     stands for what that line made
 * @param key by which the line is known in its import; its own content where it has none
 * @param body as the write takes it; {@code {"ref": "p-17"}} stands for what line p-17 made
 * @param provenance where it was read
 * @param repeat whether the same line may stand in the file several times, as in a flat table
 * @param line its number in the file it was taken from, where that is not this one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    example =
        """
        {"request": "POST /api/candidates", "key": "R2009-12",
         "body": {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"},
         "provenance": {"document": "Registre 2009, f. 12", "confidence": "CERTAIN"}}\
        """)
public record ImportLine(
    @Nullable String request,
    @Nullable String key,
    @Schema(type = "object") @Nullable JsonNode body,
    @Nullable Source provenance,
    @Nullable Boolean repeat,
    @Nullable Long line) {

  /**
   * Where a line was read.
   *
   * @param document the paper or file behind it; never a person
   * @param confidence how sure the reading is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ImportLineProvenance")
  public record Source(@Nullable String document, @Nullable Confidence confidence) {}

  /** The same line, taken from that line of a file. */
  public ImportLine at(long number) {
    return new ImportLine(request, key, body, provenance, repeat, number);
  }

  @Override
  public String toString() {
    return "ImportLine[" + request + "]"; // Never the body, wherever it may be logged.
  }
}
