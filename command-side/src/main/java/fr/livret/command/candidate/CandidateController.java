package fr.livret.command.candidate;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Histories;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.form.person.PersonalData;
import fr.livret.http.CommandContext;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.candidate.CandidateCommand.EraseCandidate;
import fr.livret.kernel.candidate.CandidateCommand.RecordCertificate;
import fr.livret.kernel.candidate.CandidateCommand.RegisterCandidate;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.person.SealedText;
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
@RequestMapping("/api/candidates")
@Tag(name = "Candidates")
class CandidateController {
  private final Commands commands;
  private final Histories histories;
  private final PersonalData personalData;
  private final Clock clock;

  CandidateController(
      Commands commands, Histories histories, PersonalData personalData, Clock clock) {
    this.commands = commands;
    this.histories = histories;
    this.personalData = personalData;
    this.clock = clock;
  }

  @PostMapping
  @Operation(summary = "Registers a candidate")
  ResponseEntity<WriteAnswer> register(
      @RequestBody CandidateRequests.Registration body, CommandContext context) {
    LocalDate today = LocalDate.now(clock);
    body.check(today);
    CandidateId id = new CandidateId(context.newId("candidate"));
    RegisterCandidate command =
        new RegisterCandidate(id, body.sealed(id.person(), personalData), today);
    Receipt receipt = commands.send(command, Origin.of(context).onNewId());
    return WriteAnswer.created("/api/candidates/" + id, id, receipt.version());
  }

  @PostMapping("/{id}/certificates")
  @Operation(summary = "Records a certificate the candidate holds, such as the SST")
  ResponseEntity<WriteAnswer> certificate(
      @PathVariable String id,
      @RequestBody CandidateRequests.CertificateRecord body,
      CommandContext context) {
    CandidateId candidate = new CandidateId(Unknown.unlessId(id));
    Certificate certificate = body.certificate();
    // Nothing can be sealed for an erased person, and no key is made for one nobody knows.
    @Nullable SealedText number =
        switch (histories.candidate(candidate)) {
          case CandidateState.NotRegistered _ -> throw Unknown.id(id);
          case CandidateState.Registered _ -> body.sealedNumber(candidate.person(), personalData);
          case CandidateState.Erased _ -> null;
        };
    RecordCertificate command =
        new RecordCertificate(candidate, certificate, number, LocalDate.now(clock));
    return done(commands.send(command, Origin.of(context)));
  }

  /** Answers once the key is destroyed; were the answer lost, the automation would do it. */
  @PostMapping("/{id}/erasure")
  @Operation(summary = "Erases the candidate's personal data; every legal fact stays")
  ResponseEntity<WriteAnswer> erase(
      @PathVariable String id,
      @RequestBody CandidateRequests.Erasure body,
      CommandContext context) {
    CandidateId candidate = new CandidateId(Unknown.unlessId(id));
    EraseCandidate command = body.command(candidate, LocalDate.now(clock));
    Receipt receipt = commands.send(command, Origin.of(context));
    personalData.destroy(candidate.person());
    return done(receipt);
  }

  private static ResponseEntity<WriteAnswer> done(Receipt receipt) {
    return WriteAnswer.done(receipt.id(), receipt.version());
  }
}
