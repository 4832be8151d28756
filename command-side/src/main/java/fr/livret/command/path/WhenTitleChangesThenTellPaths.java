package fr.livret.command.path;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.path.PathAgenda.Errand;
import fr.livret.kernel.path.PathCommand.NoteValidityChange;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the paths to a title that it was closed or prorogued. What is to be told is written with
 * the agenda and deleted once told; a path told twice has nothing more to say.
 */
@Component
class WhenTitleChangesThenTellPaths {
  private static final Logger log = LoggerFactory.getLogger(WhenTitleChangesThenTellPaths.class);
  private static final Origin ORIGIN = Origin.automation("title-changes");
  private static final int PAGE = 500;

  private final PathAgenda agenda;
  private final Commands commands;
  private final Clock clock;

  WhenTitleChangesThenTellPaths(PathAgenda agenda, Commands commands, Clock clock) {
    this.agenda = agenda;
    this.commands = commands;
    this.clock = clock;
  }

  /** Runs every errand there is. */
  @Scheduled(fixedDelayString = "${livret.title-changes.period:PT0.5S}")
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

  /** One path that fails must not keep the others waiting; its errand stays for the next run. */
  private void tell(Errand errand) {
    try {
      commands.send(
          new NoteValidityChange(errand.path(), errand.change(), LocalDate.now(clock)), ORIGIN);
      agenda.done(errand);
    } catch (RuntimeException e) {
      log.error("Path {} could not be told of {}", errand.path(), errand.change(), e);
    }
  }
}
