package fr.livret.command.session;

import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.http.Ids;
import fr.livret.http.Input;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.session.Member;
import fr.livret.kernel.session.Plan;
import fr.livret.kernel.session.SessionCommand.AppointMember;
import fr.livret.kernel.session.SessionCommand.Convoke;
import fr.livret.kernel.session.SessionCommand.EnrolCandidate;
import fr.livret.kernel.session.SessionCommand.RecordPresence;
import fr.livret.kernel.session.SessionCommand.ReportAbsence;
import fr.livret.kernel.session.SessionCommand.WithdrawCandidate;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What requests carry that prepare and hold a session. */
final class SessionRequests {
  static final int MOST_MEMBERS = 50;
  static final int MOST_CANDIDATES = 200;
  private static final int MOST_ORGANISATIONS = 100;

  private SessionRequests() {}

  @Schema(
      name = "SessionPlanning",
      example =
          """
          {"kind": "TITLE", "certification": "AMIS-2013", "heldOn": "2014-06-12",
           "centre": "AFPA-59", "place": "Roubaix", "authority": "UT 59"}\
          """)
  record Planning(
      @Nullable SessionKind kind,
      @Nullable String certification,
      @Nullable LocalDate heldOn,
      @Nullable String centre,
      @Nullable String place,
      @Nullable String authority,
      @Nullable String replaces,
      @Nullable LocalDate plannedOn) {

    /** The code is not looked up yet. */
    record Checked(
        SessionKind kind,
        String certification,
        LocalDate heldOn,
        String centre,
        @Nullable SessionId replaces) {}

    Checked check() {
      Input in = Input.check();
      SessionKind what = in.required("kind", kind);
      String code = in.code("certification", certification);
      LocalDate on = in.date("heldOn", heldOn);
      String where = in.text("centre", centre, 200);
      in.optionalText("place", place, 300);
      in.optionalText("authority", authority, 200);
      in.optionalDate("plannedOn", plannedOn);
      @Nullable UUID before = replaces == null ? null : id(in, "replaces", replaces);
      in.orThrow();
      return new Checked(what, code, on, where, before == null ? null : new SessionId(before));
    }

    Plan plan(Checked in, ReferentielCode code) {
      return new Plan(in.kind(), code, in.heldOn(), in.centre(), place, authority, in.replaces());
    }
  }

  @Schema(
      name = "JuryMember",
      example =
          """
          {"id": "EV-7", "name": "Marie Dupré", "role": "PROFESSIONAL", "chair": true,
           "practiceYears": 12, "listedFrom": "2010-01-01", "listedThrough": "2015-12-31",
           "organisations": ["Médiance 59"], "trained": []}\
          """)
  record Appointment(
      @Nullable String id,
      @Nullable String name,
      @Nullable EvaluatorRole role,
      @Nullable Boolean chair,
      @Nullable Integer practiceYears,
      @Nullable LocalDate leftSectorOn,
      @Nullable LocalDate listedFrom,
      @Nullable LocalDate listedThrough,
      @Nullable List<@Nullable String> specialities,
      @Nullable List<@Nullable String> organisations,
      @Nullable List<@Nullable String> trained,
      @Nullable LocalDate appointedOn) {

    AppointMember command(SessionId session, LocalDate today, PersonalData data) {
      Input in = Input.check();
      String code = in.code("id", id);
      if (name != null) {
        in.name("name", name);
      }
      EvaluatorRole as = in.required("role", role);
      in.optionalWhole("practiceYears", practiceYears, 0, 80);
      in.optionalDate("leftSectorOn", leftSectorOn);
      in.optionalDate("listedFrom", listedFrom);
      in.optionalDate("listedThrough", listedThrough);
      Set<ReferentielCode> titles = new HashSet<>();
      for (String title : in.codes("specialities", specialities)) {
        ReferentielCode.parse(title)
            .ifPresentOrElse(
                titles::add, () -> in.refuse("specialities", "must be codes of certifications"));
      }
      Set<String> names = organisationsOf(in, organisations);
      Set<PathId> paths = paths(in, "trained", trained, MOST_CANDIDATES);
      in.optionalDate("appointedOn", appointedOn);
      in.orThrow();
      Member member =
          new Member(
              code,
              sealed(code, data),
              as,
              Boolean.TRUE.equals(chair),
              practiceYears,
              leftSectorOn,
              listedFrom,
              listedThrough,
              titles,
              names,
              paths);
      return new AppointMember(session, member, appointedOn, today);
    }

    /** One key per evaluator of the register, as where CCPs are recorded. */
    private @Nullable SealedText sealed(String code, PersonalData data) {
      PersonId person =
          new PersonId(
              UUID.nameUUIDFromBytes(("evaluator/" + code).getBytes(StandardCharsets.UTF_8)));
      return name == null ? null : data.seal(person, PersonalFields.EVALUATOR_NAME, name);
    }

    @Override
    public String toString() {
      return "Appointment[" + role + "]"; // Never the name, wherever it may be logged.
    }
  }

  @Schema(
      name = "SessionCandidate",
      example =
          """
          {"pathId": "6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11", "ccps": ["CCP1", "CCP2"],
           "organisations": ["Ville de Roubaix"]}\
          """)
  record Enrolment(
      @Nullable String pathId,
      @Nullable List<@Nullable String> ccps,
      @Nullable String ccs,
      @Nullable List<@Nullable String> organisations,
      @Nullable LocalDate enrolledOn) {

    /** Checks the body; gives the id of the path as it was given. */
    String check() {
      Input in = Input.check();
      String path = in.text("pathId", pathId, 40);
      in.codes("ccps", ccps);
      if (ccs != null) {
        in.code("ccs", ccs);
      }
      organisationsOf(in, organisations);
      in.optionalDate("enrolledOn", enrolledOn);
      in.orThrow();
      return path;
    }

    EnrolCandidate command(SessionId session, PathFile.Pins pins, LocalDate today) {
      Input in = Input.check();
      return new EnrolCandidate(
          session,
          pins,
          in.codes("ccps", ccps).stream().map(CcpCode::new).collect(Collectors.toSet()),
          ccs,
          organisationsOf(in, organisations),
          enrolledOn,
          today);
    }
  }

  @Schema(
      name = "SessionWithdrawal",
      example =
          """
          {"withdrawnOn": "2014-06-02", "reason": "Désistement"}\
          """)
  record Withdrawal(@Nullable LocalDate withdrawnOn, @Nullable String reason) {

    WithdrawCandidate command(SessionId session, PathId path, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("withdrawnOn", withdrawnOn);
      String why = in.prose("reason", reason, 2_000);
      in.orThrow();
      return new WithdrawCandidate(session, path, on, why, today);
    }
  }

  @Schema(
      name = "Convocations",
      example =
          """
          {"sentOn": "2014-05-12", "members": ["EV-7", "EV-8"],
           "candidates": ["6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11"]}\
          """)
  record Convocations(
      @Nullable LocalDate sentOn,
      @Nullable List<@Nullable String> members,
      @Nullable List<@Nullable String> candidates,
      @Nullable String derogation) {

    Convoke command(SessionId session, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("sentOn", sentOn);
      Set<String> who = Set.copyOf(in.codes("members", members));
      Set<PathId> paths = paths(in, "candidates", candidates, MOST_CANDIDATES);
      if (members == null && candidates == null) {
        in.refuse("members", "is required where no candidate is named");
      } else if (who.isEmpty() && paths.isEmpty()) {
        in.refuse(members == null ? "candidates" : "members", "must name somebody");
      }
      if (derogation != null) {
        in.prose("derogation", derogation, 2_000);
      }
      in.orThrow();
      return new Convoke(session, who, paths, on, derogation, today);
    }
  }

  @Schema(
      name = "SessionPresence",
      example =
          """
          {"present": ["EV-7", "EV-8"]}\
          """)
  record Presence(@Nullable List<@Nullable String> present) {

    RecordPresence command(SessionId session, LocalDate today) {
      Input in = Input.check();
      Set<String> came = Set.copyOf(in.codes("present", in.required("present", present)));
      in.orThrow();
      return new RecordPresence(session, came, today);
    }
  }

  @Schema(
      name = "AbsenceReport",
      example =
          """
          {"drawnUpOn": "2014-06-12", "remarks": "Un seul membre présent",
           "newSessionAuthorisedOn": "2014-06-20"}\
          """)
  record AbsenceReport(
      @Nullable LocalDate drawnUpOn,
      @Nullable String remarks,
      @Nullable LocalDate newSessionAuthorisedOn) {

    ReportAbsence command(SessionId session, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("drawnUpOn", drawnUpOn);
      if (remarks != null) {
        in.prose("remarks", remarks, 4_000);
      }
      in.optionalDate("newSessionAuthorisedOn", newSessionAuthorisedOn);
      in.orThrow();
      return new ReportAbsence(session, on, remarks, newSessionAuthorisedOn, today);
    }
  }

  private static Set<String> organisationsOf(
      Input in, @Nullable List<@Nullable String> organisations) {
    if (organisations == null) {
      return Set.of();
    }
    List<String> given = in.list("organisations", organisations, 0, MOST_ORGANISATIONS);
    for (int i = 0; i < organisations.size(); i++) {
      String name = organisations.get(i);
      if (name != null) {
        in.text("organisations[" + i + "]", name, 200);
      }
    }
    return Set.copyOf(given);
  }

  private static Set<PathId> paths(
      Input in, String field, @Nullable List<@Nullable String> ids, int most) {
    if (ids == null) {
      return Set.of();
    }
    Set<PathId> paths = new HashSet<>();
    in.list(field, ids, 0, most);
    for (int i = 0; i < ids.size(); i++) {
      String text = ids.get(i);
      UUID id = text == null ? null : id(in, field + "[" + i + "]", text);
      if (id != null) {
        paths.add(new PathId(id));
      }
    }
    return paths;
  }

  private static @Nullable UUID id(Input in, String field, String text) {
    return Ids.parse(text)
        .orElseGet(() -> {
          in.refuse(field, "must be an id");
          return null;
        });
  }
}
