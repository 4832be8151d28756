package fr.livret.command.path;

import fr.livret.http.Input;
import fr.livret.kernel.path.Appeal;
import fr.livret.kernel.path.PathCommand.ConfirmTitle;
import fr.livret.kernel.path.PathCommand.DecideAppeal;
import fr.livret.kernel.path.PathCommand.LodgeAppeal;
import fr.livret.kernel.path.PathCommand.RecordSurvey;
import fr.livret.kernel.path.PathCommand.WithdrawCcs;
import fr.livret.kernel.path.PathCommand.WithdrawTitle;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.Survey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What requests carry that come back on a path's decisions. */
final class ReviewRequests {
  private static final int REASON = 2_000;

  private ReviewRequests() {}

  @Schema(
      name = "TransferRequest",
      example =
          """
          {"to": "AMIS-2023", "decidedOn": "2026-06-15"}\
          """)
  record Transfer(@Nullable String to, @Nullable LocalDate decidedOn) {}

  @Schema(
      name = "ReasonedDecision",
      example =
          """
          {"decidedOn": "2026-06-15", "reason": "Fraude constatée après la session"}\
          """)
  record Decision(@Nullable LocalDate decidedOn, @Nullable String reason) {

    WithdrawTitle withdrawal(PathId path, LocalDate today) {
      Checked in = check();
      return new WithdrawTitle(path, in.on(), in.why(), today);
    }

    ConfirmTitle confirmation(PathId path, LocalDate today) {
      Checked in = check();
      return new ConfirmTitle(path, in.on(), in.why(), today);
    }

    WithdrawCcs withdrawalOf(String ccs, PathId path, LocalDate today) {
      Input address = Input.check();
      String code = address.code("ccs", ccs);
      Checked in = check(address);
      return new WithdrawCcs(path, code, in.on(), in.why(), today);
    }

    private Checked check() {
      return check(Input.check());
    }

    private Checked check(Input in) {
      LocalDate on = in.date("decidedOn", decidedOn);
      String why = in.prose("reason", reason, REASON);
      in.orThrow();
      return new Checked(on, why);
    }

    /** What must be there, once it is known to be. */
    private record Checked(LocalDate on, String why) {}
  }

  @Schema(
      name = "AppealRequest",
      example =
          """
          {"against": "2026-03-10", "before": "MINISTER", "lodgedOn": "2026-04-02"}\
          """)
  record Lodging(
      @Nullable LocalDate against, Appeal.@Nullable Before before, @Nullable LocalDate lodgedOn) {

    LodgeAppeal command(PathId path, LocalDate today) {
      Input in = Input.check();
      LocalDate decision = in.date("against", against);
      Appeal.Before who = in.required("before", before);
      LocalDate on = in.date("lodgedOn", lodgedOn);
      in.orThrow();
      return new LodgeAppeal(path, decision, who, on, today);
    }
  }

  @Schema(
      name = "AppealOutcome",
      example =
          """
          {"decidedOn": "2026-06-15", "outcome": "DISMISSED", "reason": "Moyens non fondés"}\
          """)
  record Ending(
      @Nullable LocalDate decidedOn, Appeal.@Nullable Outcome outcome, @Nullable String reason) {

    DecideAppeal command(PathId path, int number, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("decidedOn", decidedOn);
      Appeal.Outcome how = in.required("outcome", outcome);
      String why = in.prose("reason", reason, REASON);
      in.orThrow();
      return new DecideAppeal(path, number, on, how, why, today);
    }
  }

  @Schema(
      name = "SurveyAnswer",
      example =
          """
          {"after": "SIX_MONTHS", "answeredOn": "2026-10-05", "employed": true,
           "inOccupation": true}\
          """)
  record Answer(
      @Nullable Survey after,
      @Nullable LocalDate answeredOn,
      @Nullable Boolean employed,
      @Nullable Boolean inOccupation) {

    RecordSurvey command(PathId path, LocalDate today) {
      Input in = Input.check();
      Survey which = in.required("after", after);
      LocalDate on = in.date("answeredOn", answeredOn);
      boolean working = Boolean.TRUE.equals(in.required("employed", employed));
      if (inOccupation == null && working) {
        in.refuse("inOccupation", "is required of who is employed");
      }
      if (Boolean.TRUE.equals(inOccupation) && !working) {
        in.refuse("inOccupation", "goes with employed only");
      }
      in.orThrow();
      return new RecordSurvey(path, which, on, working, Boolean.TRUE.equals(inOccupation), today);
    }
  }
}
