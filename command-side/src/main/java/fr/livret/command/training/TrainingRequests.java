package fr.livret.command.training;

import fr.livret.http.Input;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.training.EfaResult;
import fr.livret.kernel.training.Outcome;
import fr.livret.kernel.training.Qcm;
import fr.livret.kernel.training.Score;
import fr.livret.kernel.training.TrainingCommand.EndTraining;
import fr.livret.kernel.training.TrainingCommand.RecordEfa;
import fr.livret.kernel.training.TrainingCommand.RecordModule;
import fr.livret.kernel.training.TrainingId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What requests about trainings carry. Which amounts are possible is the kernel's to say. */
final class TrainingRequests {
  private static final int MOST_SCORES = 60;
  private static final long MOST = 1_000_000;

  private TrainingRequests() {}

  @Schema(
      name = "TrainingStart",
      example =
          """
          {"candidateId": "6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11", "certification": "AMIS-2023",
           "programme": "AMIS-12-MOIS", "startedOn": "2025-09-01", "centre": "Lille"}\
          """)
  record Start(
      @Nullable String candidateId,
      @Nullable String certification,
      @Nullable String programme,
      @Nullable LocalDate startedOn,
      @Nullable String centre) {

    Checked check() {
      Input in = Input.check();
      String candidate = in.text("candidateId", candidateId, 40);
      String code = in.code("certification", certification);
      if (programme != null) {
        in.code("programme", programme);
      }
      LocalDate on = in.date("startedOn", startedOn);
      in.optionalText("centre", centre, 200);
      in.orThrow();
      return new Checked(candidate, code, on);
    }

    /** What must be there, once it is known to be. */
    record Checked(String candidate, String certification, LocalDate startedOn) {}
  }

  @Schema(
      name = "TestTaken",
      example =
          """
          {"takenOn": "2025-09-02", "instrument": "QCM-AMIS-1",
           "scores": [{"ccp": "CCP1", "points": 7, "outOf": 20},
                      {"ccp": "CCP2", "points": 12.5, "outOf": 20}]}\
          """)
  record TestTaken(
      @Nullable LocalDate takenOn,
      @Nullable String instrument,
      @Nullable List<@Nullable ScoreGiven> scores) {

    Qcm test() {
      Input in = Input.check();
      LocalDate on = in.date("takenOn", takenOn);
      String by = in.text("instrument", instrument, 200);
      List<ScoreGiven> given = in.list("scores", scores, 1, MOST_SCORES);
      Set<String> seen = new HashSet<>();
      in.each("scores", scores, (at, score) -> score.check(at, seen));
      in.orThrow();
      return new Qcm(on, by, given.stream().map(ScoreGiven::score).toList());
    }
  }

  @Schema(name = "ScoreGiven")
  record ScoreGiven(@Nullable String ccp, @Nullable BigDecimal points, @Nullable BigDecimal outOf) {

    void check(Input at, Set<String> seen) {
      String code = at.code("ccp", ccp);
      if (ccp != null && !seen.add(code)) {
        at.refuse("ccp", "is scored already");
      }
      at.number("points", points, -MOST, MOST);
      at.number("outOf", outOf, -MOST, MOST);
    }

    Score score() {
      Input in = Input.check();
      return new Score(
          new CcpCode(in.required("ccp", ccp)),
          in.required("points", points),
          in.required("outOf", outOf));
    }
  }

  @Schema(
      name = "ModuleHours",
      example =
          """
          {"module": "M01", "hours": 3.5, "on": "2025-09-03"}\
          """)
  record ModuleFollowed(
      @Nullable String module, @Nullable BigDecimal hours, @Nullable LocalDate on) {

    RecordModule command(TrainingId training, LocalDate today) {
      Input in = Input.check();
      String code = in.code("module", module);
      BigDecimal followed = in.number("hours", hours, -MOST, MOST);
      LocalDate day = in.date("on", on);
      in.orThrow();
      return new RecordModule(training, code, followed, day, today);
    }
  }

  @Schema(
      name = "EfaSat",
      example =
          """
          {"ccp": "CCP1", "assessedOn": "2025-12-01", "result": "ACQUIRED"}\
          """)
  record EfaSat(@Nullable String ccp, @Nullable LocalDate assessedOn, @Nullable EfaResult result) {

    RecordEfa command(TrainingId training, LocalDate today) {
      Input in = Input.check();
      String code = in.code("ccp", ccp);
      LocalDate on = in.date("assessedOn", assessedOn);
      EfaResult found = in.required("result", result);
      in.orThrow();
      return new RecordEfa(training, new CcpCode(code), on, found, today);
    }
  }

  @Schema(
      name = "Completion",
      example =
          """
          {"endedOn": "2026-06-30", "outcome": "COMPLETED"}\
          """)
  record Completion(@Nullable LocalDate endedOn, @Nullable Outcome outcome) {

    EndTraining command(TrainingId training, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("endedOn", endedOn);
      Outcome how = in.required("outcome", outcome);
      in.orThrow();
      return new EndTraining(training, on, how, today);
    }
  }
}
