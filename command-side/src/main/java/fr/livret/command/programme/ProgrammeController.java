package fr.livret.command.programme;

import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.command.referentiel.DocumentBody;
import fr.livret.form.law.ProgrammeDocument;
import fr.livret.http.CommandContext;
import fr.livret.http.MalformedInput;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.referentiel.Referentiel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/programmes")
@Tag(name = "Programmes")
class ProgrammeController {
  private final ProgrammePublication publication;

  ProgrammeController(ProgrammePublication publication) {
    this.publication = publication;
  }

  @PutMapping(
      path = "/{code}",
      consumes = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_YAML_VALUE,
        "application/x-yaml",
        "text/yaml"
      })
  @Operation(
      summary = "Publishes a training programme; a changed content is a new version",
      description =
          "The hours of the modules must make the hours of the whole. A training keeps the version"
              + " it started with.")
  ResponseEntity<WriteAnswer> publish(
      @PathVariable String code, @RequestBody byte[] body, CommandContext context) {
    if (ProgrammeCode.parse(code).isEmpty()) {
      throw Unknown.id(code.length() <= 40 ? code : code.substring(0, 40));
    }
    ProgrammeDocument document = DocumentBody.read(body, ProgrammeDocument::parse);
    if (!document.content().code().value().equals(code)) {
      throw new MalformedInput("code", "must be " + code);
    }
    Referentiel referentiel =
        publication
            .referentiel(document)
            .orElseThrow(
                () -> new MalformedInput("certification", "is not a published référentiel"));
    Receipt receipt = publication.publish(document, referentiel, Origin.of(context));
    return receipt.created()
        ? WriteAnswer.created("/api/programmes/" + code, code, receipt.version())
        : WriteAnswer.done(code, receipt.version());
  }
}
