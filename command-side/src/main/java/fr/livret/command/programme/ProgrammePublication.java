package fr.livret.command.programme;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.referentiel.LawBook;
import fr.livret.form.law.ProgrammeDocument;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeCommand.PublishProgramme;
import fr.livret.kernel.referentiel.Referentiel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Publishes programmes, wherever their document comes from. */
@Component
class ProgrammePublication {
  private final Commands commands;
  private final ProgrammeBook programmes;
  private final LawBook laws;
  private final Clock clock;

  ProgrammePublication(Commands commands, ProgrammeBook programmes, LawBook laws, Clock clock) {
    this.commands = commands;
    this.programmes = programmes;
    this.laws = laws;
    this.clock = clock;
  }

  boolean isPublished(ProgrammeCode code) {
    return programmes.current(code).isPresent();
  }

  /** What the programme prepares for, as published now; empty where none is. */
  Optional<Referentiel> referentiel(ProgrammeDocument document) {
    return laws.current(document.content().certification()).map(known -> known.content());
  }

  /** Publishes the document; nothing happens when it is the content in force already. */
  Receipt publish(ProgrammeDocument document, Referentiel referentiel, Origin origin) {
    return commands.send(
        new PublishProgramme(
            document.content(),
            document.json(),
            document.sha256(),
            referentiel,
            LocalDate.now(clock)),
        origin);
  }
}
