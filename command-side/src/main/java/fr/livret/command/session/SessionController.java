package fr.livret.command.session;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Histories;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.command.referentiel.LawBook;
import fr.livret.form.person.PersonalData;
import fr.livret.http.CommandContext;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import fr.livret.kernel.session.SessionCommand;
import fr.livret.kernel.session.SessionCommand.PlanSession;
import fr.livret.kernel.session.SessionCommand.RecordResult;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionState.NotPlanned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sessions")
@Tag(name = "Sessions")
class SessionController {
  private final Commands commands;
  private final Histories histories;
  private final Standings standings;
  private final LawBook laws;
  private final PersonalData personalData;
  private final Clock clock;

  SessionController(
      Commands commands,
      Histories histories,
      Standings standings,
      LawBook laws,
      PersonalData personalData,
      Clock clock) {
    this.commands = commands;
    this.histories = histories;
    this.standings = standings;
    this.laws = laws;
    this.personalData = personalData;
    this.clock = clock;
  }

  @PostMapping
  @Operation(summary = "Plans a session of a title, of CCPs or of a CCS; one held long ago too")
  ResponseEntity<WriteAnswer> plan(
      @RequestBody SessionRequests.Planning body, CommandContext context) {
    SessionRequests.Planning.Checked in = body.check();
    ReferentielCode code =
        ReferentielCode.parse(in.certification()).orElseThrow(() -> Unknown.id(in.certification()));
    Published published = laws.current(code).orElseThrow(() -> Unknown.id(in.certification()));
    if (in.replaces() != null && histories.session(in.replaces()) instanceof NotPlanned) {
      throw Unknown.id(in.replaces().toString());
    }
    SessionId id = new SessionId(context.newId("session"));
    PlanSession command =
        new PlanSession(id, body.plan(in, code), published.version(), body.plannedOn(), today());
    Receipt receipt = commands.send(command, Origin.of(context).onNewId());
    return WriteAnswer.created("/api/sessions/" + id, id, receipt.version());
  }

  @PostMapping("/{id}/jury")
  @Operation(summary = "Appoints a member of the jury or the binôme, checking what entitles them")
  ResponseEntity<WriteAnswer> appoint(
      @PathVariable String id,
      @RequestBody SessionRequests.Appointment body,
      CommandContext context) {
    return send(body.command(session(id), today(), personalData), context);
  }

  @PostMapping("/{id}/candidates")
  @Operation(summary = "Enrols the candidate of a path")
  ResponseEntity<WriteAnswer> enrol(
      @PathVariable String id,
      @RequestBody SessionRequests.Enrolment body,
      CommandContext context) {
    PathId path = path(body.check());
    SessionId session = session(id);
    return send(body.command(session, histories.path(path).pins(), today()), context);
  }

  @PostMapping("/{id}/candidates/{path}/withdrawal")
  @Operation(summary = "Takes a candidate off the session before its minutes are signed")
  ResponseEntity<WriteAnswer> withdraw(
      @PathVariable String id,
      @PathVariable String path,
      @RequestBody SessionRequests.Withdrawal body,
      CommandContext context) {
    return send(body.command(session(id), path(path), today()), context);
  }

  @PostMapping("/{id}/convocations")
  @Operation(
      summary = "Convokes members and candidates",
      description =
          "Later than the law asks, it is refused with the last possible day, unless a derogation"
              + " gives the reason.")
  ResponseEntity<WriteAnswer> convoke(
      @PathVariable String id,
      @RequestBody SessionRequests.Convocations body,
      CommandContext context) {
    return send(body.command(session(id), today()), context);
  }

  @PostMapping("/{id}/presence")
  @Operation(summary = "Records which members came on the day")
  ResponseEntity<WriteAnswer> presence(
      @PathVariable String id, @RequestBody SessionRequests.Presence body, CommandContext context) {
    return send(body.command(session(id), today()), context);
  }

  @PostMapping("/{id}/absence-report")
  @Operation(summary = "Records that too few members came, which ends the session")
  ResponseEntity<WriteAnswer> absenceReport(
      @PathVariable String id,
      @RequestBody SessionRequests.AbsenceReport body,
      CommandContext context) {
    return send(body.command(session(id), today()), context);
  }

  @PostMapping("/{id}/results")
  @Operation(
      summary = "Records what was decided on a candidate",
      description =
          "What the law of the candidate's path would refuse is refused here already, by its own"
              + " rule. Until the minutes are signed a result binds nobody and may be recorded"
              + " again.")
  ResponseEntity<WriteAnswer> result(
      @PathVariable String id,
      @RequestBody MinutesRequests.ResultRecord body,
      CommandContext context) {
    var result = body.result();
    SessionId session = session(id);
    return send(new RecordResult(session, result, standings.of(result.path()), today()), context);
  }

  private ResponseEntity<WriteAnswer> send(SessionCommand command, CommandContext context) {
    Receipt receipt = commands.send(command, Origin.of(context));
    return WriteAnswer.done(receipt.id(), receipt.version());
  }

  private static SessionId session(String id) {
    return new SessionId(Unknown.unlessId(id));
  }

  private static PathId path(String id) {
    return new PathId(Unknown.unlessId(id));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
