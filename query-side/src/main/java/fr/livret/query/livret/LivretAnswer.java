package fr.livret.query.livret;

import fr.livret.query.candidate.CandidateAnswer;
import fr.livret.query.path.PathAnswer;
import fr.livret.query.session.SatAnswer;
import fr.livret.query.training.TrainingAnswer;
import fr.livret.query.vae.VaeAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The livret of a candidate as it stands on a day, by what was known at a moment. Each part is the
 * answer of its own read.
 *
 * @param candidate with the certificates held
 * @param trainings with their progress, the first started first
 * @param vaeApplications each with its clock, the first filed first
 * @param paths with their CCPs, window and title, the first opened first
 * @param sessions the candidate was enrolled in, the first held first
 */
@Schema(name = "Livret", example = LivretExample.JSON)
record LivretAnswer(
    CandidateAnswer candidate,
    List<TrainingAnswer> trainings,
    List<VaeAnswer> vaeApplications,
    List<PathAnswer> paths,
    List<SatAnswer> sessions,
    AsOf asOf) {
  LivretAnswer {
    trainings = List.copyOf(trainings);
    vaeApplications = List.copyOf(vaeApplications);
    paths = List.copyOf(paths);
    sessions = List.copyOf(sessions);
  }

  /** For which day and by what was known when. */
  @Schema(name = "LivretAsOf")
  record AsOf(LocalDate effectiveOn, Instant knownAt) {}
}
