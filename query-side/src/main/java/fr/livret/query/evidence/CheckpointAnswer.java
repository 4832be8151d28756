package fr.livret.query.evidence;

import fr.livret.evidence.IssuedCheckpoints.Issued;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * The latest checkpoint. What counts is the note; the rest repeats what it says.
 *
 * @param origin the name of the log
 * @param size how many events it had
 * @param root of the Merkle tree over them, in base64
 * @param issuedAt when it was issued, by the clock of the database
 * @param note with its signatures, as it lies outside the database
 */
@Schema(name = "Checkpoint")
record CheckpointAnswer(
    @Schema(example = "livret.example.org/register") String origin,
    @Schema(example = "123456") long size,
    @Schema(example = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=") String root,
    Instant issuedAt,
    String note) {
  static CheckpointAnswer of(Issued issued) {
    return new CheckpointAnswer(
        issued.note().lines().findFirst().orElse(""),
        issued.size(),
        issued.root().toString(),
        issued.at(),
        issued.note());
  }
}
