package fr.livret.query.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.query.candidate.CandidateName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training in a list.
 *
 * @param hoursDone all hours followed
 * @param efasAcquired the CCPs whose EFA is acquired, by code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TrainingItem")
record ListedTraining(
    UUID id,
    @Schema(example = "12") long version,
    UUID candidateId,
    CandidateName candidate,
    @Schema(example = "AMIS-2023") String certification,
    int certificationVersion,
    @Schema(example = "AMIS-12-MOIS") @Nullable String programme,
    @Nullable Integer programmeVersion,
    @Nullable String centre,
    LocalDate startedOn,
    @Nullable LocalDate endedOn,
    TrainingStatus status,
    @Schema(example = "218.5") BigDecimal hoursDone,
    List<String> efasAcquired) {

  static ListedTraining of(TrainingRow row, CandidateName candidate) {
    var pins = row.pins();
    return new ListedTraining(
        pins.training().value(),
        row.version(),
        pins.candidate().value(),
        candidate,
        pins.certification().value(),
        pins.certificationVersion(),
        pins.programme() == null ? null : pins.programme().code().value(),
        pins.programme() == null ? null : pins.programme().number(),
        pins.centre(),
        pins.startedOn(),
        row.endedOn(),
        row.status(),
        row.hoursDone(),
        row.efasAcquired());
  }
}
