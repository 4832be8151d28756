package fr.livret.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.http.HttpJson;
import fr.livret.http.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of a line.
 *
 * @param line its line in the file
 * @param key as written there
 * @param status as the single request would be answered
 * @param id of what was written
 * @param version after the write
 * @param problem why it was not accepted, as the single request would be told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportOutcome")
record Outcome(
    @Schema(example = "17") long line,
    @Nullable String key,
    @Schema(example = "201") int status,
    @Nullable String id,
    @Nullable Long version,
    @Schema(implementation = Problem.class) @Nullable JsonNode problem) {

  static Outcome refused(long line, @Nullable String key, Problem problem) {
    return new Outcome(
        line, key, problem.status(), null, null, HttpJson.mapper().valueToTree(problem));
  }

  boolean accepted() {
    return status >= 200 && status < 300;
  }
}
