package fr.livret.command.vae;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Histories;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.command.referentiel.LawBook;
import fr.livret.form.person.PersonalData;
import fr.livret.http.CommandContext;
import fr.livret.http.VersionConflict;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.candidate.CandidateDecider;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeCommand;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/vae-applications")
@Tag(name = "VAE applications")
class VaeController {
  /** A filing is one fact of the application. */
  private static final long FILED = 1;

  private final Commands commands;
  private final Histories histories;
  private final LawBook laws;
  private final PersonalData personalData;
  private final Clock clock;

  VaeController(
      Commands commands,
      Histories histories,
      LawBook laws,
      PersonalData personalData,
      Clock clock) {
    this.commands = commands;
    this.histories = histories;
    this.laws = laws;
    this.personalData = personalData;
    this.clock = clock;
  }

  @PostMapping
  @Operation(
      summary = "Files an application for VAE, under the rules of the day of filing",
      description =
          "Refused where the experience is too short or the quota of the civil year is used up.")
  ResponseEntity<WriteAnswer> file(@RequestBody VaeRequests.Filing body, CommandContext context) {
    VaeRequests.Filing.Checked in = body.check();
    CandidateId candidate = new CandidateId(Unknown.unlessId(in.candidate()));
    CandidateState state = histories.candidate(candidate);
    if (state instanceof CandidateState.NotRegistered) {
      throw Unknown.id(in.candidate());
    }
    Published referentiel =
        ReferentielCode.parse(in.certification())
            .flatMap(laws::current)
            .orElseThrow(() -> Unknown.id(in.certification()));
    VaeApplicationId id = new VaeApplicationId(context.newId("vae-application"));
    boolean erased = state instanceof CandidateState.Erased;
    FileVaeApplication command =
        new FileVaeApplication(
            candidate,
            id,
            referentiel.content().code(),
            referentiel.version(),
            in.filedOn(),
            in.blocs(),
            // Of an erased person there is no key left to seal with.
            erased ? List.of() : body.periods(candidate.person(), personalData),
            referentiel.changes(),
            today());
    Origin origin = toCreate(context);
    if (erased) {
      throw commands.refused(
          command, CandidateDecider.erased(candidate), candidate.toString(), origin);
    }
    commands.send(command, origin);
    return WriteAnswer.created("/api/vae-applications/" + id, id, FILED);
  }

  /** What is yet to be created has no version but 0; the register's own is nobody's business. */
  private static Origin toCreate(CommandContext context) {
    if (context.ifMatch().orElse(0) != 0) {
      throw new VersionConflict(0);
    }
    return Origin.of(context).unconditional();
  }

  @PostMapping("/{id}/completeness")
  @Operation(summary = "Records that the file is complete")
  ResponseEntity<WriteAnswer> complete(
      @PathVariable String id, @RequestBody VaeRequests.Completeness body, CommandContext context) {
    return send(body.command(application(id), today()), context);
  }

  @PostMapping("/{id}/supplement-request")
  @Operation(
      summary = "Asks the candidate for what is missing",
      description = "Where the delay counts from a complete file, it stops until a new one.")
  ResponseEntity<WriteAnswer> supplement(
      @PathVariable String id, @RequestBody VaeRequests.Supplement body, CommandContext context) {
    return send(body.command(application(id), today()), context);
  }

  @PostMapping("/{id}/decision")
  @Operation(
      summary = "Records what was decided",
      description =
          "A decision notified after the delay is recorded and flagged: silence has decided.")
  ResponseEntity<WriteAnswer> decide(
      @PathVariable String id, @RequestBody VaeRequests.Decision body, CommandContext context) {
    return send(body.command(application(id), today()), context);
  }

  private ResponseEntity<WriteAnswer> send(VaeCommand command, CommandContext context) {
    Receipt receipt = commands.send(command, Origin.of(context));
    return WriteAnswer.done(receipt.id(), receipt.version());
  }

  private static VaeApplicationId application(String id) {
    return new VaeApplicationId(Unknown.unlessId(id));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
