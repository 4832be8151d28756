package fr.livret.command.path;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Histories;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.command.referentiel.LawBook;
import fr.livret.http.CommandContext;
import fr.livret.http.Input;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.TransferPath;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import fr.livret.kernel.referentiel.Revision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What comes back on a path after its decisions: review, appeal, transfer, survey. */
@RestController
@RequestMapping("/api/paths/{id}")
@Tag(name = "Paths")
class ReviewController {
  private final Commands commands;
  private final Histories histories;
  private final LawBook laws;
  private final Clock clock;

  ReviewController(Commands commands, Histories histories, LawBook laws, Clock clock) {
    this.commands = commands;
    this.histories = histories;
    this.laws = laws;
    this.clock = clock;
  }

  @PostMapping("/transfer")
  @Operation(summary = "Brings the path to the title that succeeds its own; CCPs keep their days")
  ResponseEntity<WriteAnswer> transfer(
      @PathVariable String id, @RequestBody ReviewRequests.Transfer body, CommandContext context) {
    Input in = Input.check();
    String to = in.code("to", body.to());
    LocalDate decidedOn = in.date("decidedOn", body.decidedOn());
    in.orThrow();
    PathId path = path(id);
    PathFile file = histories.path(path);
    Published successor = published(to);
    @Nullable Revision revision =
        published(file.pins().certification().toString())
            .revisionTo(successor.content().code())
            .orElse(null);
    return send(
        new TransferPath(
            path,
            successor.content().code(),
            revision,
            successor.version(),
            decidedOn,
            successor.changes(),
            today()),
        context);
  }

  @PostMapping("/withdrawal")
  @Operation(summary = "Withdraws the title by a reasoned decision")
  ResponseEntity<WriteAnswer> withdraw(
      @PathVariable String id, @RequestBody ReviewRequests.Decision body, CommandContext context) {
    return send(body.withdrawal(path(id), today()), context);
  }

  @PostMapping("/confirmation")
  @Operation(summary = "Lets a title stand that was called into question")
  ResponseEntity<WriteAnswer> confirm(
      @PathVariable String id, @RequestBody ReviewRequests.Decision body, CommandContext context) {
    return send(body.confirmation(path(id), today()), context);
  }

  @PostMapping("/ccs/{ccs}/withdrawal")
  @Operation(summary = "Withdraws a CCS by a reasoned decision")
  ResponseEntity<WriteAnswer> withdrawCcs(
      @PathVariable String id,
      @PathVariable String ccs,
      @RequestBody ReviewRequests.Decision body,
      CommandContext context) {
    return send(body.withdrawalOf(ccs, path(id), today()), context);
  }

  @PostMapping("/appeals")
  @Operation(summary = "Records an appeal against a decision on the path")
  ResponseEntity<WriteAnswer> appeal(
      @PathVariable String id, @RequestBody ReviewRequests.Lodging body, CommandContext context) {
    return send(body.command(path(id), today()), context);
  }

  @PostMapping("/appeals/{number}/outcome")
  @Operation(summary = "Records how an appeal ended")
  ResponseEntity<WriteAnswer> outcome(
      @PathVariable String id,
      @PathVariable String number,
      @RequestBody ReviewRequests.Ending body,
      CommandContext context) {
    return send(body.command(path(id), number(number), today()), context);
  }

  @PostMapping("/surveys")
  @Operation(summary = "Records what a title holder answered on employment")
  ResponseEntity<WriteAnswer> survey(
      @PathVariable String id, @RequestBody ReviewRequests.Answer body, CommandContext context) {
    return send(body.command(path(id), today()), context);
  }

  private ResponseEntity<WriteAnswer> send(PathCommand command, CommandContext context) {
    Receipt receipt = commands.send(command, Origin.of(context));
    return WriteAnswer.done(receipt.id(), receipt.version());
  }

  private Published published(String code) {
    return ReferentielCode.parse(code).flatMap(laws::current).orElseThrow(() -> Unknown.id(code));
  }

  private static PathId path(String id) {
    return new PathId(Unknown.unlessId(id));
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw Unknown.id(text.length() <= 40 ? text : text.substring(0, 40));
    }
    return Integer.parseInt(text);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
