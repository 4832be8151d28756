package fr.livret.command.vae;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.vae.VaeAgenda.Errand;
import fr.livret.kernel.vae.VaeCommand.NoteUse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells applications that a path was opened on their recevabilité and that sessions were held on
 * it. What is to be told is written with the agenda and deleted once told; an application told
 * twice has nothing more to say.
 */
@Component
class WhenRecevabiliteUsedThenTell {
  private static final Logger log = LoggerFactory.getLogger(WhenRecevabiliteUsedThenTell.class);
  private static final Origin ORIGIN = Origin.automation("vae-uses");
  private static final int PAGE = 500;

  private final VaeAgenda agenda;
  private final Commands commands;
  private final Clock clock;

  WhenRecevabiliteUsedThenTell(VaeAgenda agenda, Commands commands, Clock clock) {
    this.agenda = agenda;
    this.commands = commands;
    this.clock = clock;
  }

  /** Runs every errand there is. */
  @Scheduled(fixedDelayString = "${livret.vae-uses.period:PT0.5S}")
  void run() {
    long last = 0;
    List<Errand> errands;
    do {
      errands = agenda.errands(last, PAGE);
      for (Errand errand : errands) {
        tell(errand);
        last = errand.id();
      }
    } while (errands.size() == PAGE);
  }

  /** One that fails must not keep the others waiting; its errand stays for the next run. */
  private void tell(Errand errand) {
    try {
      commands.send(new NoteUse(errand.application(), errand.use(), LocalDate.now(clock)), ORIGIN);
      agenda.done(errand);
    } catch (RuntimeException e) {
      log.error("Application {} could not be told of {}", errand.application(), errand.use(), e);
    }
  }
}
