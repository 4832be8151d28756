package fr.livret.command.session;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.http.CommandContext;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.session.Result;
import fr.livret.kernel.session.SessionCommand;
import fr.livret.kernel.session.SessionCommand.RectifyMinutes;
import fr.livret.kernel.session.SessionCommand.SignMinutes;
import fr.livret.kernel.session.SessionId;
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
@RequestMapping("/api/sessions/{id}")
@Tag(name = "Sessions")
class MinutesController {
  private final Commands commands;
  private final Standings standings;
  private final Clock clock;

  MinutesController(Commands commands, Standings standings, Clock clock) {
    this.commands = commands;
    this.standings = standings;
    this.clock = clock;
  }

  @PostMapping("/minutes")
  @Operation(
      summary = "Signs and freezes the minutes",
      description =
          "Every member present signs, and there is a result for each candidate. What is decided"
              + " then reaches each path within moments, once and in order; a read of the session"
              + " says how far it has come.")
  ResponseEntity<WriteAnswer> sign(
      @PathVariable String id,
      @RequestBody MinutesRequests.Signature body,
      CommandContext context) {
    var in = body.check();
    SessionId session = session(id);
    return send(
        new SignMinutes(
            session, in.signedOn(), in.signatories(), standings.ofCandidates(session), today()),
        context);
  }

  @PostMapping("/minutes/registration")
  @Operation(summary = "Records that the authority registered the minutes under a number")
  ResponseEntity<WriteAnswer> register(
      @PathVariable String id,
      @RequestBody MinutesRequests.Registration body,
      CommandContext context) {
    return send(body.command(session(id), today()), context);
  }

  @PostMapping("/minutes/notification")
  @Operation(summary = "Records that the results were notified, once the minutes are registered")
  ResponseEntity<WriteAnswer> notification(
      @PathVariable String id,
      @RequestBody MinutesRequests.Notification body,
      CommandContext context) {
    return send(body.command(session(id), today()), context);
  }

  @PostMapping("/minutes/rectification")
  @Operation(
      summary = "Puts signed minutes right by a reasoned act: a new edition",
      description =
          "On each path it changes, what was decided before is undone and what is decided now is"
              + " recorded, each by events that name the edition.")
  ResponseEntity<WriteAnswer> rectify(
      @PathVariable String id,
      @RequestBody MinutesRequests.Rectification body,
      CommandContext context) {
    var in = body.check();
    return send(
        new RectifyMinutes(
            session(id),
            in.decidedOn(),
            in.reason(),
            body.legalSource(),
            in.results(),
            standings.of(in.results().stream().map(Result::path).toList()),
            today()),
        context);
  }

  @PostMapping("/annulment")
  @Operation(
      summary = "Annuls the session by a reasoned decision",
      description =
          "Whatever its minutes decided is undone on every path they touched. A title that another"
              + " session awarded on the strength of it is called into question, not taken away.")
  ResponseEntity<WriteAnswer> annul(
      @PathVariable String id,
      @RequestBody MinutesRequests.Annulment body,
      CommandContext context) {
    return send(body.command(session(id), today()), context);
  }

  @PostMapping("/annulment-refusal")
  @Operation(summary = "Records that the authority refused to annul the session")
  ResponseEntity<WriteAnswer> refuseAnnulment(
      @PathVariable String id,
      @RequestBody MinutesRequests.AnnulmentRefusal body,
      CommandContext context) {
    return send(body.command(session(id), today()), context);
  }

  @PostMapping("/appeals")
  @Operation(summary = "Records an appeal against the latest refusal to annul")
  ResponseEntity<WriteAnswer> appeal(
      @PathVariable String id, @RequestBody MinutesRequests.Appeal body, CommandContext context) {
    return send(body.command(session(id), today()), context);
  }

  @PostMapping("/appeals/{number}/outcome")
  @Operation(summary = "Records what an appeal came to")
  ResponseEntity<WriteAnswer> decideAppeal(
      @PathVariable String id,
      @PathVariable String number,
      @RequestBody MinutesRequests.Outcomes body,
      CommandContext context) {
    int appeal = number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 0;
    return send(body.command(session(id), appeal, today()), context);
  }

  private ResponseEntity<WriteAnswer> send(SessionCommand command, CommandContext context) {
    Receipt receipt = commands.send(command, Origin.of(context));
    return WriteAnswer.done(receipt.id(), receipt.version());
  }

  private static SessionId session(String id) {
    return new SessionId(Unknown.unlessId(id));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
