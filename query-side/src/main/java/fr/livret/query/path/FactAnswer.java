package fr.livret.query.path;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.query.projection.ReadIn;
import fr.livret.query.reading.Basis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One fact of a path.
 *
 * @param position its place in the order of all events
 * @param sequence its place in the path, the opening being 1: the path's version from it on
 * @param summary one sentence
 * @param data the event as stored, with what is sealed opened, or {@code effacé}
 * @param legalBasis the text behind the rule it names
 * @param cause the fact it follows from
 * @param provenance where it was read, where an import brought it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Fact")
record FactAnswer(
    @Schema(example = "1042") long position,
    @Schema(example = "2") long sequence,
    @Schema(example = "path.CcpObtained") String type,
    @Schema(example = "2014-03-10") LocalDate effectiveOn,
    Instant recordedAt,
    @Schema(example = "jury.secretariat") String actor,
    @Nullable String requestId,
    @Schema(example = "CCP1 obtenu le 10/03/2014.") String summary,
    @Schema(type = "object") JsonNode data,
    @Nullable Basis legalBasis,
    @Schema(type = "object") @Nullable JsonNode cause,
    @Nullable ReadIn provenance) {}
