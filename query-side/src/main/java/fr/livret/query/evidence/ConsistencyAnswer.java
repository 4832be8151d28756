package fr.livret.query.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The proof that the log has grown from one size to another by appending only (RFC 9162, section
 * 2.1.4). Hashes are in base64.
 *
 * @param from how many events it had
 * @param to how many it had later
 * @param fromRoot of the tree of the first size
 * @param toRoot of the tree of the second
 * @param hashes from which both roots are computed
 */
@Schema(name = "ConsistencyProof")
record ConsistencyAnswer(
    @Schema(example = "100000") long from,
    @Schema(example = "123456") long to,
    String fromRoot,
    String toRoot,
    List<String> hashes) {
  ConsistencyAnswer {
    hashes = List.copyOf(hashes);
  }
}
