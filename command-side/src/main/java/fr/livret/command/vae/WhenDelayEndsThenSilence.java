package fr.livret.command.vae;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeCommand.LetDayCome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets each application know that a day has come on which silence speaks or its recevabilité ends.
 * One told twice has nothing more to say, so that a sweep may be cut short, repeated, or run on two
 * nodes at once.
 */
@Component
class WhenDelayEndsThenSilence {
  private static final Logger log = LoggerFactory.getLogger(WhenDelayEndsThenSilence.class);
  private static final Origin ORIGIN = Origin.automation("clock");
  private static final int PAGE = 500;

  private final VaeAgenda agenda;
  private final Commands commands;
  private final Clock clock;

  WhenDelayEndsThenSilence(VaeAgenda agenda, Commands commands, Clock clock) {
    this.agenda = agenda;
    this.commands = commands;
    this.clock = clock;
  }

  /** One sweep over every application due by now, however long the service was down. */
  @Scheduled(fixedDelayString = "${livret.clock.period:PT20S}")
  void sweep() {
    LocalDate today = LocalDate.now(clock);
    @Nullable VaeApplicationId last = null;
    List<VaeApplicationId> due;
    do {
      due = agenda.dueBy(today, last, PAGE);
      for (VaeApplicationId application : due) {
        letCome(application, today);
        last = application;
      }
    } while (due.size() == PAGE);
  }

  /** One that fails must not keep the others waiting; the next sweep tries it again. */
  private void letCome(VaeApplicationId application, LocalDate today) {
    try {
      commands.send(new LetDayCome(application, today), ORIGIN);
    } catch (RuntimeException e) {
      log.error("Application {} could not be told that {} has come", application, today, e);
    }
  }
}
