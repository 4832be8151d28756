package fr.livret.query.candidate;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.query.candidate.CandidateRow.CertificateHeld;
import fr.livret.query.candidate.CandidateRow.Who;
import fr.livret.query.projection.ReadIn;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Shown;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as answered.
 *
 * @param version of the candidate's stream by then, for If-Match
 * @param name family name and given names; {@code effacé} once erased
 * @param certificates absent in lists
 * @param provenance where the registration was read, where an import brought it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Candidate")
public record CandidateAnswer(
    UUID id,
    @Schema(example = "1") long version,
    @Schema(example = "Dupré Marie") String name,
    @Schema(example = "Dupré") String familyName,
    List<String> givenNames,
    @Schema(example = "1984-05-12") @Nullable String birthDate,
    @Nullable String birthPlace,
    @Nullable String email,
    boolean erased,
    LocalDate registeredOn,
    @Nullable List<CertificateShown> certificates,
    @Nullable ReadIn provenance) {

  /**
   * A certificate held.
   *
   * @param valid whether it is valid on the day asked for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Certificate")
  record CertificateShown(
      @Schema(example = "SST") String kind,
      LocalDate obtainedOn,
      LocalDate validThrough,
      boolean valid,
      @Nullable String number,
      Instant recordedAt) {
    static CertificateShown of(CertificateHeld held, LocalDate day) {
      return new CertificateShown(
          held.kind(),
          held.obtainedOn(),
          held.validThrough(),
          !day.isBefore(held.obtainedOn()) && !day.isAfter(held.validThrough()),
          held.number(),
          held.recordedAt());
    }
  }

  static CandidateAnswer item(CandidateRow row) {
    return shown(row, null);
  }

  static CandidateAnswer of(CandidateRow row, Moment moment) {
    return shown(
        row,
        row.certificates().stream()
            .filter(held -> moment.knows(held.recordedAt()))
            .map(held -> CertificateShown.of(held, moment.effectiveOn()))
            .toList());
  }

  private static CandidateAnswer shown(
      CandidateRow row, @Nullable List<CertificateShown> certificates) {
    @Nullable Who who = row.who();
    return new CandidateAnswer(
        row.id().value(),
        row.version(),
        who == null ? Shown.ERASED : who.name(),
        who == null ? Shown.ERASED : who.familyName(),
        who == null ? List.of() : who.givenNames(),
        who == null ? null : who.birthDate(),
        who == null ? null : who.birthPlace(),
        who == null ? null : who.email(),
        who == null,
        row.registeredOn(),
        certificates,
        row.readIn());
  }
}
