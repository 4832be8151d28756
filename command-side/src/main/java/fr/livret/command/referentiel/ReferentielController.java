package fr.livret.command.referentiel;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.form.law.ReferentielDocument;
import fr.livret.http.CommandContext;
import fr.livret.http.Input;
import fr.livret.http.MalformedInput;
import fr.livret.http.RevisionRequest;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielCommand;
import fr.livret.kernel.referentiel.ReferentielCommand.CloseTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.ProrogueTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.ReviseTitle;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import fr.livret.kernel.referentiel.Revision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/referentiels")
@Tag(name = "Référentiels")
class ReferentielController {
  private final Commands commands;
  private final Publication publication;
  private final LawBook laws;
  private final Clock clock;

  ReferentielController(Commands commands, Publication publication, LawBook laws, Clock clock) {
    this.commands = commands;
    this.publication = publication;
    this.laws = laws;
    this.clock = clock;
  }

  @PutMapping(
      path = "/{code}",
      consumes = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_YAML_VALUE,
        "application/x-yaml",
        "text/yaml"
      })
  @Operation(summary = "Publishes a référentiel; a changed content is a new version")
  ResponseEntity<WriteAnswer> publish(
      @PathVariable String code, @RequestBody byte[] body, CommandContext context) {
    ReferentielDocument document = read(code, body);
    Receipt receipt = publication.publish(document, Origin.of(context));
    return receipt.created()
        ? WriteAnswer.created("/api/referentiels/" + code, code, receipt.version())
        : WriteAnswer.done(receipt.id(), receipt.version());
  }

  @PostMapping("/{code}/closure")
  @Operation(summary = "Closes the title")
  ResponseEntity<WriteAnswer> close(
      @PathVariable String code, @RequestBody Decision body, CommandContext context) {
    Input in = Input.check();
    LocalDate decidedOn = in.date("decidedOn", body.decidedOn());
    String source = in.text("source", body.source(), 1_000);
    if (body.until() != null) {
      in.refuse("until", "goes with a prorogation only");
    }
    in.orThrow();
    return send(new CloseTitle(code(code), decidedOn, source, LocalDate.now(clock)), context);
  }

  @PostMapping("/{code}/prorogation")
  @Operation(summary = "Gives the title another last day")
  ResponseEntity<WriteAnswer> prorogue(
      @PathVariable String code, @RequestBody Decision body, CommandContext context) {
    Input in = Input.check();
    LocalDate decidedOn = in.date("decidedOn", body.decidedOn());
    String source = in.text("source", body.source(), 1_000);
    LocalDate until = in.date("until", body.until());
    in.orThrow();
    LocalDate today = LocalDate.now(clock);
    return send(new ProrogueTitle(code(code), decidedOn, until, source, today), context);
  }

  @PostMapping("/{code}/revision")
  @Operation(summary = "Revises the title: another succeeds it, with equivalences between CCPs")
  ResponseEntity<WriteAnswer> revise(
      @PathVariable String code, @RequestBody RevisionRequest body, CommandContext context) {
    Revision revision = body.revision();
    Published successor =
        laws.current(revision.successor())
            .orElseThrow(() -> Unknown.id(revision.successor().toString()));
    List<CcpCode> codes = successor.content().ccpCodes();
    return send(new ReviseTitle(code(code), revision, codes, LocalDate.now(clock)), context);
  }

  @Schema(
      example =
          """
          {"decidedOn": "2026-06-01", "source": "Arrêté du 1er juin 2026"}\
          """)
  record Decision(
      @Nullable LocalDate decidedOn, @Nullable String source, @Nullable LocalDate until) {}

  private ReferentielDocument read(String code, byte[] body) {
    ReferentielDocument document = DocumentBody.read(body, ReferentielDocument::parse);
    if (!document.content().code().value().equals(code)) {
      throw new MalformedInput("code", "must be " + ReferentielController.code(code));
    }
    if (!publication.knowsRegime(document)) {
      throw new MalformedInput("regime", "is not a regime; there are " + publication.regimes());
    }
    return document;
  }

  private ResponseEntity<WriteAnswer> send(ReferentielCommand command, CommandContext context) {
    Receipt receipt = commands.send(command, Origin.of(context));
    return WriteAnswer.done(receipt.id(), receipt.version());
  }

  private static ReferentielCode code(String text) {
    return ReferentielCode.parse(text)
        .orElseThrow(() -> Unknown.id(text.length() <= 40 ? text : text.substring(0, 40)));
  }
}
