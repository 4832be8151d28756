package fr.livret.command.training;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Histories;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.command.programme.ProgrammeBook;
import fr.livret.command.referentiel.LawBook;
import fr.livret.http.CommandContext;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.candidate.CandidateDecider;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.training.TrainingCommand.RecordEntryTest;
import fr.livret.kernel.training.TrainingCommand.RecordExitTest;
import fr.livret.kernel.training.TrainingCommand.RecordMockExam;
import fr.livret.kernel.training.TrainingCommand.StartTraining;
import fr.livret.kernel.training.TrainingId;
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

@RestController
@RequestMapping("/api/trainings")
@Tag(name = "Trainings")
class TrainingController {
  private final Commands commands;
  private final Histories histories;
  private final LawBook laws;
  private final ProgrammeBook programmes;
  private final Clock clock;

  TrainingController(
      Commands commands, Histories histories, LawBook laws, ProgrammeBook programmes, Clock clock) {
    this.commands = commands;
    this.histories = histories;
    this.laws = laws;
    this.programmes = programmes;
    this.clock = clock;
  }

  @PostMapping
  @Operation(
      summary = "Starts a candidate's training for a title",
      description = "It keeps the versions of the title and of the programme published that day.")
  ResponseEntity<WriteAnswer> start(
      @RequestBody TrainingRequests.Start body, CommandContext context) {
    TrainingRequests.Start.Checked in = body.check();
    CandidateId candidate = new CandidateId(Unknown.unlessId(in.candidate()));
    CandidateState state = histories.candidate(candidate);
    if (state instanceof CandidateState.NotRegistered) {
      throw Unknown.id(in.candidate());
    }
    Published referentiel =
        ReferentielCode.parse(in.certification())
            .flatMap(laws::current)
            .orElseThrow(() -> Unknown.id(in.certification()));
    TrainingId id = new TrainingId(context.newId("training"));
    StartTraining command =
        new StartTraining(
            id,
            candidate,
            referentiel.content().code(),
            referentiel.version(),
            programme(body.programme()),
            in.startedOn(),
            body.centre(),
            today());
    Origin origin = Origin.of(context).onNewId();
    if (state instanceof CandidateState.Erased) {
      throw commands.refused(
          command, CandidateDecider.erased(candidate), candidate.toString(), origin);
    }
    Receipt receipt = commands.send(command, origin);
    return WriteAnswer.created("/api/trainings/" + id, id, receipt.version());
  }

  @PostMapping("/{id}/entry-tests")
  @Operation(summary = "Records the QCM taken at entry; a training has one")
  ResponseEntity<WriteAnswer> entryTest(
      @PathVariable String id,
      @RequestBody TrainingRequests.TestTaken body,
      CommandContext context) {
    return send(new RecordEntryTest(training(id), body.test(), today()), context);
  }

  @PostMapping("/{id}/exit-tests")
  @Operation(summary = "Records the QCM taken at exit; a training has one")
  ResponseEntity<WriteAnswer> exitTest(
      @PathVariable String id,
      @RequestBody TrainingRequests.TestTaken body,
      CommandContext context) {
    return send(new RecordExitTest(training(id), body.test(), today()), context);
  }

  @PostMapping("/{id}/mock-exams")
  @Operation(summary = "Records a mock exam; a training has any number")
  ResponseEntity<WriteAnswer> mockExam(
      @PathVariable String id,
      @RequestBody TrainingRequests.TestTaken body,
      CommandContext context) {
    return send(new RecordMockExam(training(id), body.test(), today()), context);
  }

  @PostMapping("/{id}/modules")
  @Operation(
      summary = "Records hours followed in a module",
      description =
          "Where a bloc of the programme lists no module, the bloc's own code takes the hours.")
  ResponseEntity<WriteAnswer> module(
      @PathVariable String id,
      @RequestBody TrainingRequests.ModuleFollowed body,
      CommandContext context) {
    return send(body.command(training(id), today()), context);
  }

  @PostMapping("/{id}/efas")
  @Operation(
      summary = "Records an in-training assessment (EFA) of a CCP",
      description = "It may be sat again until it is acquired; then none of that CCP follows.")
  ResponseEntity<WriteAnswer> efa(
      @PathVariable String id, @RequestBody TrainingRequests.EfaSat body, CommandContext context) {
    return send(body.command(training(id), today()), context);
  }

  @PostMapping("/{id}/completion")
  @Operation(summary = "Ends a training, completed or abandoned")
  ResponseEntity<WriteAnswer> completion(
      @PathVariable String id,
      @RequestBody TrainingRequests.Completion body,
      CommandContext context) {
    return send(body.command(training(id), today()), context);
  }

  private @Nullable ProgrammeVersion programme(@Nullable String code) {
    return code == null
        ? null
        : ProgrammeCode.parse(code)
            .flatMap(known ->
                programmes
                    .current(known)
                    .map(inForce -> new ProgrammeVersion(known, inForce.version())))
            .orElseThrow(() -> Unknown.id(code));
  }

  private ResponseEntity<WriteAnswer> send(TrainingCommand command, CommandContext context) {
    Receipt receipt = commands.send(command, Origin.of(context));
    return WriteAnswer.done(receipt.id(), receipt.version());
  }

  private static TrainingId training(String id) {
    return new TrainingId(Unknown.unlessId(id));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
