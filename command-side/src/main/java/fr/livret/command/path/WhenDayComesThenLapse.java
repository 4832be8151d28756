package fr.livret.command.path;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import fr.livret.kernel.path.PathId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets each path know that a day has come on which something lapses. A path told twice has nothing
 * more to say, so that a sweep may be cut short, repeated, or run on two nodes at once.
 */
@Component
class WhenDayComesThenLapse {
  private static final Logger log = LoggerFactory.getLogger(WhenDayComesThenLapse.class);
  private static final Origin ORIGIN = Origin.automation("clock");
  private static final int PAGE = 500;

  private final PathAgenda agenda;
  private final Commands commands;
  private final Clock clock;

  WhenDayComesThenLapse(PathAgenda agenda, Commands commands, Clock clock) {
    this.agenda = agenda;
    this.commands = commands;
    this.clock = clock;
  }

  /** One sweep over every path due by now, however long the service was down. */
  @Scheduled(fixedDelayString = "${livret.clock.period:PT20S}")
  void sweep() {
    LocalDate today = LocalDate.now(clock);
    @Nullable PathId last = null;
    List<PathId> due;
    do {
      due = agenda.dueBy(today, last, PAGE);
      for (PathId path : due) {
        witness(path, today);
        last = path;
      }
    } while (due.size() == PAGE);
  }

  /** One path that fails must not keep the others waiting; the next sweep tries it again. */
  private void witness(PathId path, LocalDate today) {
    try {
      commands.send(new WitnessDay(path, today), ORIGIN);
    } catch (RuntimeException e) {
      log.error("Path {} could not be told that {} has come", path, today, e);
    }
  }
}
