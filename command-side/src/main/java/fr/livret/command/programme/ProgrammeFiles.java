package fr.livret.command.programme;

import fr.livret.command.dispatch.Origin;
import fr.livret.form.law.LawFileException;
import fr.livret.form.law.ProgrammeDocument;
import fr.livret.form.law.ShippedProgrammes;
import fr.livret.kernel.referentiel.Referentiel;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Publishes programmes from files at each start, once the référentiels are: those that come with
 * the product where they are not known yet, and every file of the folder {@code livret.programmes}
 * as it now is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProgrammeFiles implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(ProgrammeFiles.class);
  private static final Origin ORIGIN = Origin.automation("programme-files");

  private final ProgrammePublication publication;
  private final Optional<Path> folder;

  ProgrammeFiles(ProgrammePublication publication, @Value("${livret.programmes:}") String folder) {
    this.publication = publication;
    this.folder = Optional.of(folder).filter(named -> !named.isBlank()).map(Path::of);
  }

  /**
   * Runs once, before the first request is answered.
   *
   * @throws LawFileException with everything wrong in any of the files: the start is refused
   */
  @Override
  public void run(ApplicationArguments arguments) {
    for (ProgrammeDocument document : ShippedProgrammes.all()) {
      if (!publication.isPublished(document.content().code())) {
        publish(document);
      }
    }
    folder.map(ShippedProgrammes::in).ifPresent(own -> own.forEach(this::publish));
  }

  private void publish(ProgrammeDocument document) {
    Referentiel referentiel =
        publication
            .referentiel(document)
            .orElseThrow(() ->
                new IllegalStateException(
                    "programme %s prepares for %s, which is not published"
                        .formatted(document.content().code(), document.content().certification())));
    var receipt = publication.publish(document, referentiel, ORIGIN);
    log.info("Programme {} stands at version {}", document.content().code(), receipt.version());
  }
}
