package fr.livret.kernel.vae;

import fr.livret.kernel.candidate.CandidateId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The register of one candidate's applications: by the candidate alone, so that there is one. */
public record VaeRegisterId(UUID value) {
  /** The candidate's. */
  public static VaeRegisterId of(CandidateId candidate) {
    return new VaeRegisterId(
        UUID.nameUUIDFromBytes(("vae-register/" + candidate).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
