package fr.livret.command.referentiel;

import fr.livret.command.dispatch.Origin;
import fr.livret.form.law.LawFileException;
import fr.livret.form.law.ReferentielDocument;
import fr.livret.form.law.ShippedReferentiels;
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
 * Publishes référentiels from files at each start: the four that come with the product where they
 * are not known yet, and every file of the folder {@code livret.referentiels} as it now is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReferentielFiles implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(ReferentielFiles.class);
  private static final Origin ORIGIN = Origin.automation("referentiel-files");

  private final Publication publication;
  private final Optional<Path> folder;

  ReferentielFiles(Publication publication, @Value("${livret.referentiels:}") String folder) {
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
    for (ReferentielDocument document : ShippedReferentiels.all()) {
      if (!publication.isPublished(document.content().code())) {
        publish(document);
      }
    }
    folder.map(ShippedReferentiels::in).ifPresent(own -> own.forEach(this::publish));
  }

  private void publish(ReferentielDocument document) {
    if (!publication.knowsRegime(document)) {
      throw new IllegalStateException(
          "référentiel %s names the regime %s, which is not one of %s"
              .formatted(
                  document.content().code(), document.content().regime(), publication.regimes()));
    }
    var receipt = publication.publish(document, ORIGIN);
    log.info("Référentiel {} stands at version {}", receipt.id(), receipt.version());
  }
}
