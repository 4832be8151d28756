package fr.livret.query.proof;

import fr.livret.query.reading.Moment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Every day claimed of something, as of a day and by what was known at a moment.
 *
 * @param id of what is claimed
 * @param version of its stream by then
 */
@Schema(name = "Proofs")
public record ProofsAnswer(
    String id,
    @Schema(example = "5") long version,
    LocalDate effectiveOn,
    Instant knownAt,
    List<ProofAnswer> proofs) {
  public ProofsAnswer {
    proofs = List.copyOf(proofs);
  }

  /** Those claimed at that moment. */
  public static ProofsAnswer of(String id, long version, Moment moment, List<ProofAnswer> proofs) {
    return new ProofsAnswer(id, version, moment.effectiveOn(), moment.knownAt(), proofs);
  }
}
