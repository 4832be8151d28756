package fr.livret.query.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proof that an event is in the log of a size (RFC 9162, section 2.1.3). Hashes are in base64.
 *
 * @param position of the event; its leaf has the number before it, the first being 0
 * @param size how many events the log had
 * @param leaf the hash of the event
 * @param root of the tree of that size
 * @param hashes beside the way from the leaf to the root, the lowest first
 * @param checkpoint the note that was signed about that size, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InclusionProof")
record InclusionAnswer(
    @Schema(example = "42") long position,
    @Schema(example = "123456") long size,
    String leaf,
    String root,
    List<String> hashes,
    @Nullable String checkpoint) {
  InclusionAnswer {
    hashes = List.copyOf(hashes);
  }
}
