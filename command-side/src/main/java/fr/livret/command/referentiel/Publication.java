package fr.livret.command.referentiel;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.form.law.ReferentielDocument;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielCommand.PublishReferentiel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Publishes référentiels, wherever their document comes from. */
@Component
class Publication {
  private final Commands commands;
  private final LawBook laws;
  private final RegimeLibrary library;
  private final Clock clock;

  Publication(Commands commands, LawBook laws, RegimeLibrary library, Clock clock) {
    this.commands = commands;
    this.laws = laws;
    this.library = library;
    this.clock = clock;
  }

  boolean isPublished(ReferentielCode code) {
    return laws.current(code).isPresent();
  }

  boolean knowsRegime(ReferentielDocument document) {
    return library.knows(document.content().regime());
  }

  List<String> regimes() {
    return library.all().stream().map(regime -> regime.id().code()).distinct().sorted().toList();
  }

  /** Publishes the document; nothing happens when it is the content in force already. */
  Receipt publish(ReferentielDocument document, Origin origin) {
    return commands.send(
        new PublishReferentiel(
            document.content(), document.json(), document.sha256(), LocalDate.now(clock)),
        origin);
  }
}
