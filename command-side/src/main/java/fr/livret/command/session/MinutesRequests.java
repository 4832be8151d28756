package fr.livret.command.session;

import fr.livret.command.dispatch.Unknown;
import fr.livret.http.Input;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.session.AppealBody;
import fr.livret.kernel.session.AppealOutcome;
import fr.livret.kernel.session.Result;
import fr.livret.kernel.session.Result.Absence;
import fr.livret.kernel.session.Result.CcpResult;
import fr.livret.kernel.session.Result.Excuse;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionCommand.AnnulSession;
import fr.livret.kernel.session.SessionCommand.AppealRefusal;
import fr.livret.kernel.session.SessionCommand.DecideRefusalAppeal;
import fr.livret.kernel.session.SessionCommand.NotifyResults;
import fr.livret.kernel.session.SessionCommand.RefuseAnnulment;
import fr.livret.kernel.session.SessionCommand.RegisterMinutes;
import fr.livret.kernel.session.SessionId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What requests carry about results, the minutes and what becomes of them. */
final class MinutesRequests {
  private MinutesRequests() {}

  /**
   * A result of one candidate.
   *
   * @param ccps at a title session those granted with the decision PARTIAL
   * @param ccpResults at a session of CCPs each one sought
   */
  @Schema(
      name = "SessionResult",
      example =
          """
          {"pathId": "6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11", "decision": "TITLE",
           "interviewHeld": true, "evidence": ["EFA", "DSPP", "EPREUVE_DE_SYNTHESE"],
           "votes": {"inFavour": 2, "against": 0}}\
          """)
  record ResultRecord(
      @Nullable String pathId,
      @Nullable Outcome decision,
      @Nullable Boolean interviewHeld,
      @Nullable List<@Nullable String> evidence,
      @Nullable List<@Nullable String> ccps,
      @Nullable List<@Nullable CcpRecord> ccpResults,
      @Nullable Excuse excuse,
      @Nullable Boolean proved,
      @Nullable VotesRecord votes,
      @Nullable String fraudReport) {

    /** Throws where the body is not in order. */
    Result result() {
      Input in = Input.check();
      check(in);
      in.orThrow();
      return checked();
    }

    void check(Input in) {
      in.text("pathId", pathId, 40);
      in.required("decision", decision);
      in.codes("evidence", evidence);
      List<String> granted = in.codes("ccps", ccps);
      if (ccpResults != null) {
        in.list("ccpResults", ccpResults, 0, 200);
        in.each("ccpResults", ccpResults, (at, one) -> one.check(at));
      }
      if (decision == Outcome.PARTIAL && granted.isEmpty()) {
        in.refuse("ccps", "must name the CCPs granted");
      }
      if (decision != Outcome.PARTIAL && !granted.isEmpty()) {
        in.refuse("ccps", "goes with the decision PARTIAL only");
      }
      if (decision == Outcome.CCPS && (ccpResults == null || ccpResults.isEmpty())) {
        in.refuse("ccpResults", "must say what was decided on each CCP sought");
      }
      if (decision != Outcome.CCPS && ccpResults != null && !ccpResults.isEmpty()) {
        in.refuse("ccpResults", "goes with the decision CCPS only");
      }
      if (decision != Outcome.ABSENT && excuse != null) {
        in.refuse("excuse", "goes with the decision ABSENT only");
      }
      if (excuse == null && Boolean.TRUE.equals(proved)) {
        in.refuse("proved", "goes with an excuse only");
      }
      if (votes != null) {
        votes.check(in.in("votes"));
      }
      in.optionalText("fraudReport", fraudReport, 500);
    }

    private Result checked() {
      Input in = Input.check();
      Outcome outcome = in.required("decision", decision);
      List<CcpResult> results = new ArrayList<>();
      in.codes("ccps", ccps)
          .forEach(ccp -> results.add(new CcpResult(new CcpCode(ccp), true, Set.of())));
      if (ccpResults != null) {
        in.each("ccpResults", ccpResults, (_, one) -> results.add(one.checked()));
      }
      return new Result(
          path(),
          outcome,
          Boolean.TRUE.equals(interviewHeld),
          new HashSet<>(in.codes("evidence", evidence)),
          results,
          outcome == Outcome.ABSENT ? new Absence(excuse, Boolean.TRUE.equals(proved)) : null,
          votes == null ? null : votes.votes(),
          fraudReport);
    }

    private PathId path() {
      return new PathId(Unknown.unlessId(Input.check().required("pathId", pathId)));
    }
  }

  /** The words for what is decided on one CCP. */
  enum CcpDecision {
    GRANTED,
    REFUSED
  }

  /** What is decided on one CCP. */
  record CcpRecord(
      @Nullable String ccp,
      @Nullable CcpDecision result,
      @Nullable List<@Nullable String> evidence) {

    void check(Input at) {
      at.code("ccp", ccp);
      at.required("result", result);
      at.codes("evidence", evidence);
    }

    CcpResult checked() {
      Input in = Input.check();
      return new CcpResult(
          new CcpCode(in.required("ccp", ccp)),
          result == CcpDecision.GRANTED,
          new HashSet<>(in.codes("evidence", evidence)));
    }
  }

  /** How the votes fell. */
  record VotesRecord(
      @Nullable Integer inFavour, @Nullable Integer against, @Nullable Boolean castingVote) {

    void check(Input at) {
      at.whole("inFavour", inFavour, 0, SessionRequests.MOST_MEMBERS);
      at.whole("against", against, 0, SessionRequests.MOST_MEMBERS);
    }

    Result.Votes votes() {
      Input in = Input.check();
      return new Result.Votes(
          in.required("inFavour", inFavour),
          in.required("against", against),
          Boolean.TRUE.equals(castingVote));
    }
  }

  @Schema(
      name = "MinutesSignature",
      example =
          """
          {"signedOn": "2014-06-12", "signatures": ["EV-7", "EV-8"]}\
          """)
  record Signature(@Nullable LocalDate signedOn, @Nullable List<@Nullable String> signatures) {

    record Checked(LocalDate signedOn, Set<String> signatories) {}

    Checked check() {
      Input in = Input.check();
      LocalDate on = in.date("signedOn", signedOn);
      Set<String> by = Set.copyOf(in.codes("signatures", in.required("signatures", signatures)));
      in.orThrow();
      return new Checked(on, by);
    }
  }

  @Schema(
      name = "MinutesRegistration",
      example =
          """
          {"number": "59-2014-118", "registeredOn": "2014-06-20", "authority": "UT 59"}\
          """)
  record Registration(
      @Nullable String number, @Nullable LocalDate registeredOn, @Nullable String authority) {

    RegisterMinutes command(SessionId session, LocalDate today) {
      Input in = Input.check();
      String under = in.text("number", number, 100);
      LocalDate on = in.date("registeredOn", registeredOn);
      in.optionalText("authority", authority, 200);
      in.orThrow();
      return new RegisterMinutes(session, under, authority, on, today);
    }
  }

  @Schema(
      name = "MinutesNotification",
      example =
          """
          {"notifiedOn": "2014-06-25"}\
          """)
  record Notification(@Nullable LocalDate notifiedOn) {

    NotifyResults command(SessionId session, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("notifiedOn", notifiedOn);
      in.orThrow();
      return new NotifyResults(session, on, today);
    }
  }

  @Schema(
      name = "MinutesRectification",
      example =
          """
          {"decidedOn": "2014-09-01", "reason": "Erreur matérielle",
           "results": [{"pathId": "6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11", "decision": "PARTIAL",
                        "ccps": ["CCP1"]}]}\
          """)
  record Rectification(
      @Nullable LocalDate decidedOn,
      @Nullable String reason,
      @Nullable String legalSource,
      @Nullable List<@Nullable ResultRecord> results) {

    record Checked(LocalDate decidedOn, String reason, List<Result> results) {}

    Checked check() {
      Input in = Input.check();
      LocalDate on = in.date("decidedOn", decidedOn);
      String why = in.prose("reason", reason, 2_000);
      in.optionalText("legalSource", legalSource, 500);
      List<ResultRecord> all = in.list("results", results, 1, SessionRequests.MOST_CANDIDATES);
      in.each("results", results, (at, one) -> one.check(at));
      in.orThrow();
      List<Result> decided = all.stream().map(ResultRecord::checked).toList();
      if (decided.stream().map(Result::path).distinct().count() < decided.size()) {
        in.refuse("results", "must name no candidate twice");
      }
      in.orThrow();
      return new Checked(on, why, decided);
    }
  }

  @Schema(
      name = "SessionAnnulment",
      example =
          """
          {"decidedOn": "2014-10-01", "reason": "Sujet divulgué",
           "legalSource": "Arrêté du 8 décembre 2008, annexe, 5"}\
          """)
  record Annulment(
      @Nullable LocalDate decidedOn, @Nullable String reason, @Nullable String legalSource) {

    AnnulSession command(SessionId session, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("decidedOn", decidedOn);
      String why = in.prose("reason", reason, 2_000);
      in.optionalText("legalSource", legalSource, 500);
      in.orThrow();
      return new AnnulSession(session, on, why, legalSource, today);
    }
  }

  @Schema(
      name = "AnnulmentRefusal",
      example =
          """
          {"decidedOn": "2014-09-15", "reason": "Demande non fondée"}\
          """)
  record AnnulmentRefusal(@Nullable LocalDate decidedOn, @Nullable String reason) {

    RefuseAnnulment command(SessionId session, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("decidedOn", decidedOn);
      String why = in.prose("reason", reason, 2_000);
      in.orThrow();
      return new RefuseAnnulment(session, on, why, today);
    }
  }

  @Schema(
      name = "AnnulmentAppeal",
      example =
          """
          {"before": "HIERARCHICAL", "lodgedOn": "2014-09-20"}\
          """)
  record Appeal(@Nullable AppealBody before, @Nullable LocalDate lodgedOn) {

    AppealRefusal command(SessionId session, LocalDate today) {
      Input in = Input.check();
      AppealBody body = in.required("before", before);
      LocalDate on = in.date("lodgedOn", lodgedOn);
      in.orThrow();
      return new AppealRefusal(session, body, on, today);
    }
  }

  @Schema(
      name = "AnnulmentAppealOutcome",
      example =
          """
          {"decidedOn": "2014-11-30", "outcome": "REJECTED", "reason": "Non fondé"}\
          """)
  record Outcomes(
      @Nullable LocalDate decidedOn, @Nullable AppealOutcome outcome, @Nullable String reason) {

    DecideRefusalAppeal command(SessionId session, int appeal, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("decidedOn", decidedOn);
      AppealOutcome what = in.required("outcome", outcome);
      String why = in.prose("reason", reason, 2_000);
      in.orThrow();
      return new DecideRefusalAppeal(session, appeal, on, what, why, today);
    }
  }
}
