package fr.livret.command.path;

import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.http.CommandContext;
import fr.livret.http.Input;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.JuryDecision;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathCommand.AwardCcs;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.referentiel.CcpCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What requests about paths carry. */
final class PathRequests {
  private static final int EVALUATORS = 20;

  private PathRequests() {}

  @Schema(
      example =
          """
          {"candidateId": "6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11", "certification": "AMIS-2013",
           "route": "CAPITALISATION", "openedOn": "2014-03-10"}\
          """)
  record Opening(
      @Nullable String candidateId,
      @Nullable String certification,
      @Nullable Route route,
      @Nullable LocalDate openedOn,
      @Nullable Access access,
      @Nullable String vaeApplicationId) {

    Checked check() {
      Input in = Input.check();
      String candidate = in.text("candidateId", candidateId, 40);
      String code = in.code("certification", certification);
      Route by = in.required("route", route);
      LocalDate on = in.date("openedOn", openedOn);
      Optional<String> application = in.optionalText("vaeApplicationId", vaeApplicationId, 100);
      if (vaeApplicationId != null && route != null && route != Route.VAE) {
        in.refuse("vaeApplicationId", "goes with the route VAE only");
      }
      in.orThrow();
      return new Checked(
          candidate, code, by, access == null ? Access.impliedBy(by) : access, on, application);
    }

    /** What must be there, once it is known to be. */
    record Checked(
        String candidate,
        String certification,
        Route route,
        Access access,
        LocalDate openedOn,
        Optional<String> vaeApplication) {}
  }

  @Schema(
      example =
          """
          {"ccp": "CCP1", "obtainedOn": "2014-03-10",
           "evaluators": [{"role": "PROFESSIONAL"}, {"role": "TRAINER", "ownTrainer": false}],
           "evidence": ["MISE_EN_SITUATION", "DSPP"]}\
          """)
  record CcpObtained(
      @Nullable String ccp,
      @Nullable LocalDate obtainedOn,
      @Nullable List<@Nullable EvaluatorSeat> evaluators,
      @Nullable List<@Nullable String> evidence,
      @Nullable String sessionId) {

    RecordCcp command(PathId path, LocalDate today, CommandContext context, PersonalData data) {
      Input in = Input.check();
      String code = in.code("ccp", ccp);
      LocalDate on = in.date("obtainedOn", obtainedOn);
      List<EvaluatorSeat> seats = in.list("evaluators", evaluators, 0, EVALUATORS);
      in.each("evaluators", evaluators, (at, seat) -> seat.check(at));
      Set<String> rests = Set.copyOf(in.codes("evidence", in.required("evidence", evidence)));
      in.optionalText("sessionId", sessionId, 100);
      in.orThrow();
      List<Evaluator> sealed = new ArrayList<>();
      for (int i = 0; i < seats.size(); i++) {
        sealed.add(seats.get(i).sealed(context.newId("evaluator/" + i), data));
      }
      return new RecordCcp(path, new CcpCode(code), on, sealed, rests, sessionId, null, today);
    }
  }

  record EvaluatorSeat(
      @Nullable String name,
      @Nullable String id,
      @Nullable EvaluatorRole role,
      @Nullable Boolean ownTrainer) {

    void check(Input at) {
      if (name != null) {
        at.name("name", name);
      }
      at.optionalText("id", id, 64);
      at.required("role", role);
    }

    /** One key per evaluator where the register knows them; else one for this record alone. */
    Evaluator sealed(UUID otherwise, PersonalData data) {
      UUID key =
          id == null
              ? otherwise
              : UUID.nameUUIDFromBytes(("evaluator/" + id).getBytes(StandardCharsets.UTF_8));
      SealedText sealed =
          name == null ? null : data.seal(new PersonId(key), PersonalFields.EVALUATOR_NAME, name);
      Input in = Input.check();
      return new Evaluator(id, sealed, in.required("role", role), Boolean.TRUE.equals(ownTrainer));
    }

    @Override
    public String toString() {
      return "EvaluatorSeat[" + role + "]"; // Never the name, wherever it may be logged.
    }
  }

  @Schema(
      example =
          """
          {"decidedOn": "2016-02-10", "reason": "Session annulée",
           "legalSource": "Arrêté du 8 décembre 2008, annexe, 5"}\
          """)
  record Annulment(
      @Nullable LocalDate decidedOn, @Nullable String reason, @Nullable String legalSource) {

    AnnulCcp command(PathId path, String ccp, LocalDate today) {
      Input in = Input.check();
      String code = in.code("ccp", ccp);
      LocalDate on = in.date("decidedOn", decidedOn);
      String why = in.prose("reason", reason, 2_000);
      in.optionalText("legalSource", legalSource, 500);
      in.orThrow();
      return new AnnulCcp(path, new CcpCode(code), on, why, legalSource, today);
    }
  }

  /** The words of the contract for what a jury decides. */
  enum Decision {
    TITLE,
    PARTIAL,
    REFUSED,
    ABSENT
  }

  @Schema(
      example =
          """
          {"heldOn": "2020-06-15", "decision": "TITLE", "interviewHeld": true, "evidence": []}\
          """)
  record JuryRecord(
      @Nullable LocalDate heldOn,
      @Nullable Decision decision,
      @Nullable List<@Nullable String> ccps,
      @Nullable Boolean interviewHeld,
      @Nullable List<@Nullable String> evidence,
      @Nullable Boolean excused) {

    RecordJuryDecision command(PathId path, Grounds grounds, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("heldOn", heldOn);
      Decision what = in.required("decision", decision);
      Set<String> rests = new HashSet<>(in.codes("evidence", evidence));
      List<String> granted = in.codes("ccps", ccps);
      if (decision == Decision.PARTIAL && granted.isEmpty()) {
        in.refuse("ccps", "must name the CCPs granted");
      }
      if (decision != Decision.PARTIAL && !granted.isEmpty()) {
        in.refuse("ccps", "goes with the decision PARTIAL only");
      }
      in.orThrow();
      JuryDecision decided =
          switch (what) {
            case TITLE -> new JuryDecision.Title(rests, Boolean.TRUE.equals(interviewHeld));
            case PARTIAL ->
                new JuryDecision.Partial(
                    granted.stream().map(CcpCode::new).collect(Collectors.toSet()));
            case REFUSED -> new JuryDecision.NotAwarded();
            case ABSENT -> new JuryDecision.Absent(Boolean.TRUE.equals(excused));
          };
      return new RecordJuryDecision(path, on, decided, grounds, null, today);
    }
  }

  @Schema(
      example =
          """
          {"ccs": "CCS1", "obtainedOn": "2021-05-04",
           "evidence": ["MISE_EN_SITUATION", "ENTRETIEN"]}\
          """)
  record CcsObtained(
      @Nullable String ccs,
      @Nullable LocalDate obtainedOn,
      @Nullable List<@Nullable String> evidence) {

    AwardCcs command(PathId path, LocalDate today) {
      Input in = Input.check();
      String code = in.code("ccs", ccs);
      LocalDate on = in.date("obtainedOn", obtainedOn);
      Set<String> rests = new HashSet<>(in.codes("evidence", in.required("evidence", evidence)));
      in.orThrow();
      return new AwardCcs(path, code, on, rests, null, today);
    }
  }
}
