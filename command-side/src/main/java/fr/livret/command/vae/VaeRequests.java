package fr.livret.command.vae;

import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.http.Input;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.vae.ExperienceKind;
import fr.livret.kernel.vae.ExperiencePeriod;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeCommand.DecideRecevabilite;
import fr.livret.kernel.vae.VaeCommand.RecordCompleteness;
import fr.livret.kernel.vae.VaeCommand.RequestSupplement;
import fr.livret.kernel.vae.VaeOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What requests about VAE applications carry. */
final class VaeRequests {
  private static final String TITLE = "TITLE";
  private static final int PERIODS = 200;
  private static final int MISSING = 100;

  private VaeRequests() {}

  @Schema(
      example =
          """
          {"candidateId": "6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11", "certification": "AMIS-2023",
           "filedOn": "2026-02-02", "target": "TITLE",
           "experience": [{"from": "2023-01-02", "to": "2026-01-30", "kind": "EMPLOYED",
                           "occupation": "Médiatrice sociale", "fullTimeShare": 0.8}]}\
          """)
  record Filing(
      @Nullable String candidateId,
      @Nullable String certification,
      @Nullable LocalDate filedOn,
      @Schema(
              description = "TITLE, or the codes of the CCPs asked for",
              oneOf = {String.class, String[].class})
          @Nullable JsonNode target,
      @Nullable List<@Nullable Period> experience) {

    Checked check() {
      Input in = Input.check();
      String candidate = in.text("candidateId", candidateId, 40);
      String code = in.code("certification", certification);
      LocalDate on = in.date("filedOn", filedOn);
      Set<CcpCode> blocs = blocs(in);
      in.list("experience", experience, 0, PERIODS);
      in.each("experience", experience, (at, period) -> period.check(at));
      in.orThrow();
      return new Checked(candidate, code, on, blocs);
    }

    private Set<CcpCode> blocs(Input in) {
      Set<CcpCode> blocs = new HashSet<>();
      if (in.required("target", target) == null || isTitle()) {
        return blocs;
      }
      if (target == null || !target.isArray() || target.isEmpty()) {
        in.refuse("target", "must be TITLE or a list of at least one CCP");
        return blocs;
      }
      int place = 0;
      for (JsonNode one : target) {
        String field = "target[" + place++ + "]";
        String code = in.code(field, one.isString() ? one.stringValue() : "");
        if (!code.isEmpty() && !blocs.add(new CcpCode(code))) {
          in.refuse(field, "is there twice");
        }
      }
      return blocs;
    }

    private boolean isTitle() {
      return target != null && target.isString() && target.stringValue().equals(TITLE);
    }

    List<ExperiencePeriod> periods(PersonId person, PersonalData data) {
      List<ExperiencePeriod> sealed = new ArrayList<>();
      for (Period period : Input.check().<Period>list("experience", experience, 0, PERIODS)) {
        sealed.add(period.sealed(person, data));
      }
      return sealed;
    }

    /** What must be there, once it is known to be. */
    record Checked(String candidate, String certification, LocalDate filedOn, Set<CcpCode> blocs) {}

    @Override
    public String toString() {
      return "Filing"; // Never what was done where, wherever it may be logged.
    }
  }

  /** A stretch of experience. */
  record Period(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable ExperienceKind kind,
      @Nullable String occupation,
      @Schema(description = "of full time, above 0 and at most 1; 1 where absent", example = "0.8")
          @Nullable BigDecimal fullTimeShare,
      @Schema(description = "whether it is related to the title; true where absent")
          @Nullable Boolean related) {

    void check(Input at) {
      at.date("from", from);
      at.date("to", to);
      at.required("kind", kind);
      at.optionalText("occupation", occupation, 200);
      if (fullTimeShare != null) {
        at.number("fullTimeShare", fullTimeShare, 0, 1);
        if (fullTimeShare.signum() == 0) {
          at.refuse("fullTimeShare", "must be above 0");
        }
      }
    }

    ExperiencePeriod sealed(PersonId person, PersonalData data) {
      Input in = Input.check();
      return new ExperiencePeriod(
          in.required("from", from),
          in.required("to", to),
          in.required("kind", kind),
          occupation == null ? null : data.seal(person, PersonalFields.VAE_OCCUPATION, occupation),
          fullTimeShare == null ? BigDecimal.ONE : fullTimeShare,
          !Boolean.FALSE.equals(related));
    }

    @Override
    public String toString() {
      return "Period[" + from + ", " + to + ", " + kind + "]";
    }
  }

  @Schema(example = "{\"completeOn\": \"2026-02-10\"}")
  record Completeness(@Nullable LocalDate completeOn) {

    RecordCompleteness command(VaeApplicationId application, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("completeOn", completeOn);
      in.orThrow();
      return new RecordCompleteness(application, on, today);
    }
  }

  @Schema(
      example =
          """
          {"requestedOn": "2026-02-20", "missing": ["Attestation de l'employeur pour 2024"]}\
          """)
  record Supplement(@Nullable LocalDate requestedOn, @Nullable List<@Nullable String> missing) {

    RequestSupplement command(VaeApplicationId application, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("requestedOn", requestedOn);
      List<String> what = in.names("missing", missing, 1, MISSING);
      in.orThrow();
      return new RequestSupplement(application, on, what, today);
    }
  }

  @Schema(
      example =
          """
          {"decidedOn": "2026-03-02", "decision": "GRANTED", "notifiedOn": "2026-03-05"}\
          """)
  record Decision(
      @Nullable LocalDate decidedOn,
      @Nullable VaeOutcome decision,
      @Nullable LocalDate notifiedOn,
      @Nullable String reason,
      @Schema(description = "The last day the notification states, where the regime lets it")
          @Nullable LocalDate validThrough) {

    DecideRecevabilite command(VaeApplicationId application, LocalDate today) {
      Input in = Input.check();
      LocalDate decided = in.date("decidedOn", decidedOn);
      VaeOutcome outcome = in.required("decision", decision);
      LocalDate notified = in.date("notifiedOn", notifiedOn);
      if (reason != null) {
        in.prose("reason", reason, 2_000);
      }
      in.optionalDate("validThrough", validThrough);
      in.orThrow();
      return new DecideRecevabilite(
          application, decided, outcome, notified, reason, validThrough, today);
    }
  }
}
