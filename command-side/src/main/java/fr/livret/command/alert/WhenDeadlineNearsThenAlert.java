package fr.livret.command.alert;

import fr.livret.command.alert.Looks.Look;
import fr.livret.command.alert.Looks.Settled;
import fr.livret.command.alert.Looks.Standing;
import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertCommand.CancelAlert;
import fr.livret.kernel.alert.AlertCommand.RaiseAlert;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Horizons;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Raises the alerts whose day has come, and cancels those that no longer hold. An alert raised
 * twice is the same alert, so that a sweep may be cut short, repeated, or run on two nodes at once.
 */
@Component
class WhenDeadlineNearsThenAlert {
  private static final Logger log = LoggerFactory.getLogger(WhenDeadlineNearsThenAlert.class);
  private static final Origin ORIGIN = Origin.automation("alerts");
  private static final int PAGE = 500;

  private final Looks looks;
  private final Deadlines deadlines;
  private final Commands commands;
  private final Channels channels;
  private final Horizons horizons;
  private final Clock clock;

  WhenDeadlineNearsThenAlert(
      Looks looks,
      Deadlines deadlines,
      Commands commands,
      Channels channels,
      AlertSettings settings,
      Clock clock) {
    this.looks = looks;
    this.deadlines = deadlines;
    this.commands = commands;
    this.channels = channels;
    this.horizons = settings.alertHorizons();
    this.clock = clock;
  }

  /** One sweep over every deadline to be looked at by now, however long the service was down. */
  @Scheduled(fixedDelayString = "${livret.alerts.period:PT20S}")
  void sweep() {
    LocalDate today = LocalDate.now(clock);
    @Nullable Look last = null;
    List<Look> due;
    do {
      due = looks.due(today, last, PAGE);
      List<Settled> settled = new ArrayList<>();
      try {
        for (Look look : due) {
          if (look(look, today)) {
            settled.add(new Settled(look, next(look.lastDay(), today)));
          }
          last = look;
        }
      } finally {
        looks.settle(settled);
      }
    } while (due.size() == PAGE);
  }

  /** One that fails must not keep the others waiting; the next sweep looks at it again. */
  private boolean look(Look look, LocalDate today) {
    try {
      return act(look, today);
    } catch (RuntimeException e) {
      log.error("No alert of {} {} could be raised or cancelled", look.subject(), look.id(), e);
      return false;
    }
  }

  /** Whether it is settled; not while the agenda is behind the facts. */
  private boolean act(Look look, LocalDate today) {
    List<Standing> past = look.standing().stream().filter(it -> !holds(it, look, today)).toList();
    Optional<RaiseAlert> due = due(look, today);
    if (past.isEmpty() && due.isEmpty()) {
      return true;
    }
    if (!Objects.equals(deadlines.lastDay(look), look.lastDay())) {
      return false;
    }
    for (Standing alert : past) {
      AlertCause cause = cause(alert, look);
      var _ =
          commands.send(
              new CancelAlert(alert.alert(), cause, channels.toldOfCancellations(), today), ORIGIN);
    }
    due.ifPresent(alert -> commands.send(alert, ORIGIN));
    return true;
  }

  private static boolean holds(Standing alert, Look look, LocalDate today) {
    return alert.lastDay().equals(look.lastDay()) && !today.isAfter(alert.lastDay());
  }

  private Optional<RaiseAlert> due(Look look, LocalDate today) {
    Deadline deadline = look.deadline();
    if (deadline == null) {
      return Optional.empty();
    }
    OptionalInt horizon = horizons.reached(deadline.lastDay(), today);
    if (horizon.isEmpty() || stands(AlertId.of(deadline, horizon.getAsInt()), look)) {
      return Optional.empty();
    }
    return Optional.of(new RaiseAlert(deadline, horizon.getAsInt(), channels.names(), today));
  }

  private static boolean stands(AlertId alert, Look look) {
    return look.standing().stream().anyMatch(standing -> standing.alert().equals(alert));
  }

  private static AlertCause cause(Standing alert, Look look) {
    AlertCause change = look.cause();
    return change == null || alert.lastDay().equals(look.lastDay())
        ? AlertCause.passed(alert.lastDay())
        : change;
  }

  /** On the day after the last the alerts that stand have had their day. */
  private @Nullable LocalDate next(@Nullable LocalDate lastDay, LocalDate today) {
    if (lastDay == null || today.isAfter(lastDay)) {
      return null;
    }
    return horizons.nextDay(lastDay, today).orElseGet(() -> AlertCause.passed(lastDay).on());
  }
}
