package fr.livret.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.form.event.FactMetadata;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a fact that an import brought was read.
 *
 * @param document the paper or file behind it
 * @param confidence how sure the reading is: CERTAIN, PROBABLE or UNCERTAIN
 * @param batch the import that brought it
 * @param line its line there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Provenance")
public record ReadIn(
    @Schema(example = "Registre 2009, f. 12") @Nullable String document,
    @Schema(example = "CERTAIN") @Nullable String confidence,
    @Schema(example = "registre-2009") String batch,
    @Schema(example = "17") long line) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** As a fact carries it. */
  public static ReadIn of(FactMetadata.Provenance provenance) {
    return new ReadIn(
        provenance.document().orElse(null),
        provenance.confidence().orElse(null),
        provenance.batch(),
        provenance.line());
  }

  /** As a row keeps it. */
  public static @Nullable String written(@Nullable ReadIn provenance) {
    return provenance == null ? null : JSON.writeValueAsString(provenance);
  }

  /** From a row. */
  public static @Nullable ReadIn read(@Nullable String written) {
    return written == null ? null : JSON.readValue(written, ReadIn.class);
  }
}
