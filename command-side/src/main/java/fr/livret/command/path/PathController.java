package fr.livret.command.path;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Histories;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.command.referentiel.LawBook;
import fr.livret.form.person.PersonalData;
import fr.livret.http.CommandContext;
import fr.livret.http.Ids;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.candidate.CandidateDecider;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/paths")
@Tag(name = "Paths")
class PathController {
  private final Commands commands;
  private final Histories histories;
  private final LawBook laws;
  private final Gathering gathering;
  private final PersonalData personalData;
  private final Clock clock;

  PathController(
      Commands commands,
      Histories histories,
      LawBook laws,
      Gathering gathering,
      PersonalData personalData,
      Clock clock) {
    this.commands = commands;
    this.histories = histories;
    this.laws = laws;
    this.gathering = gathering;
    this.personalData = personalData;
    this.clock = clock;
  }

  @PostMapping
  @Operation(summary = "Opens a candidate's path to a title, under the law of that day")
  ResponseEntity<WriteAnswer> open(@RequestBody PathRequests.Opening body, CommandContext context) {
    PathRequests.Opening.Checked in = body.check();
    CandidateId candidate = new CandidateId(Unknown.unlessId(in.candidate()));
    CandidateState state = histories.candidate(candidate);
    if (state instanceof CandidateState.NotRegistered) {
      throw Unknown.id(in.candidate());
    }
    Published referentiel = published(in.certification());
    PathId id = new PathId(context.newId("path"));
    OpenPath command =
        new OpenPath(
            id,
            candidate,
            referentiel.content().code(),
            referentiel.version(),
            in.route(),
            in.access(),
            in.openedOn(),
            in.vaeApplication().flatMap(this::vaeApplication).orElse(null),
            referentiel.changes(),
            today());
    Origin origin = Origin.of(context).onNewId();
    if (state instanceof CandidateState.Erased) {
      throw commands.refused(
          command, CandidateDecider.erased(candidate), candidate.toString(), origin);
    }
    Receipt receipt = commands.send(command, origin);
    return WriteAnswer.created("/api/paths/" + id, id, receipt.version());
  }

  @PostMapping("/{id}/ccps")
  @Operation(summary = "Records a CCP obtained outside a title session")
  ResponseEntity<WriteAnswer> ccp(
      @PathVariable String id, @RequestBody PathRequests.CcpObtained body, CommandContext context) {
    return send(body.command(path(id), today(), context, personalData), context);
  }

  @PostMapping("/{id}/ccps/{ccp}/annulment")
  @Operation(summary = "Annuls a CCP by a reasoned decision")
  ResponseEntity<WriteAnswer> annul(
      @PathVariable String id,
      @PathVariable String ccp,
      @RequestBody PathRequests.Annulment body,
      CommandContext context) {
    return send(body.command(path(id), ccp, today()), context);
  }

  @PostMapping("/{id}/jury-decisions")
  @Operation(summary = "Records what the jury decided on the candidate")
  ResponseEntity<WriteAnswer> jury(
      @PathVariable String id, @RequestBody PathRequests.JuryRecord body, CommandContext context) {
    PathId path = path(id);
    return send(body.command(path, gathering.groundsOf(path), today()), context);
  }

  @PostMapping("/{id}/ccs")
  @Operation(summary = "Records a CCS awarded after the title")
  ResponseEntity<WriteAnswer> ccs(
      @PathVariable String id, @RequestBody PathRequests.CcsObtained body, CommandContext context) {
    return send(body.command(path(id), today()), context);
  }

  private ResponseEntity<WriteAnswer> send(PathCommand command, CommandContext context) {
    Receipt receipt = commands.send(command, Origin.of(context));
    return WriteAnswer.done(receipt.id(), receipt.version());
  }

  private Optional<VaeFile> vaeApplication(String id) {
    return Ids.parse(id).map(VaeApplicationId::new).flatMap(histories::vaeApplication);
  }

  private Published published(String code) {
    return ReferentielCode.parse(code).flatMap(laws::current).orElseThrow(() -> Unknown.id(code));
  }

  private static PathId path(String id) {
    return new PathId(Unknown.unlessId(id));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
