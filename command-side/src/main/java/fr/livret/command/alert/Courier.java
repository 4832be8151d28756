package fr.livret.command.alert;

import fr.livret.command.alert.AlertSettings.DeliverySettings;
import fr.livret.command.alert.Channel.NotTaken;
import fr.livret.command.alert.Outbox.Item;
import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.kernel.alert.AlertCommand;
import fr.livret.kernel.alert.AlertCommand.NoteAbandonment;
import fr.livret.kernel.alert.AlertCommand.NoteDelivery;
import fr.livret.kernel.law.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers news, each channel on its own: one that does not answer keeps no other waiting. News is
 * delivered at least once, and never again once that it was is recorded; what was under way when
 * the process died is delivered again, under the same id. Waits are by the machine's time, whatever
 * day the product's clock says it is.
 */
@Component
class Courier {
  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final Origin ORIGIN = Origin.automation("alert-courier");
  private static final int PAGE = 200;

  /** So many failures in a row, and a channel is left alone for a while. */
  private static final int FAILURES = 3;

  private final Channels channels;
  private final DeliverySettings patience;
  private final Outbox outbox;
  private final Commands commands;
  private final MeterRegistry meters;
  private final Clock clock;
  private final ReentrantLock atWork = new ReentrantLock();
  private final Map<String, Long> resting = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  Courier(
      Channels channels,
      AlertSettings settings,
      Outbox outbox,
      Commands commands,
      MeterRegistry meters,
      Clock clock) {
    this.channels = channels;
    this.patience = settings.delivery();
    this.outbox = outbox;
    this.commands = commands;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Works on a thread of its own: the sweeps of the days do not wait for other people's servers.
   */
  @Scheduled(fixedDelayString = "${livret.alerts.delivery.period:PT1S}")
  void wake() {
    if (!channels.all().isEmpty() && !atWork.isLocked()) {
      var _ = Thread.ofVirtual().name("alert-courier").start(this::tryToWork);
    }
  }

  private void tryToWork() {
    try {
      work();
    } catch (RuntimeException e) {
      log.error("Alerts could not be delivered; the next run goes on", e);
    }
  }

  /** Delivers everything that is due, and has the alerts' histories say so. */
  void work() {
    if (!atWork.tryLock()) {
      return;
    }
    try {
      deliver();
      note();
    } finally {
      atWork.unlock();
    }
  }

  private void deliver() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> serving =
          channels.all().stream().map(channel -> threads.submit(() -> serve(channel))).toList();
      for (Future<?> channel : serving) {
        channel.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A channel could not be served", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Channel channel) {
    if (resting.getOrDefault(channel.name(), System.nanoTime()) - System.nanoTime() > 0) {
      return;
    }
    int failures = 0;
    while (!stopping && failures < FAILURES) {
      Optional<Item> next = outbox.claim(channel.name(), patience.lease());
      if (next.isEmpty()) {
        return;
      }
      failures = attempt(channel, next.get()) ? 0 : failures + 1;
    }
    if (failures == FAILURES) {
      resting.put(channel.name(), System.nanoTime() + patience.firstWait().toNanos());
    }
  }

  private boolean attempt(Channel channel, Item item) {
    try {
      channel.deliver(item.id(), item.message());
    } catch (NotTaken e) {
      count(channel, "failed");
      failed(item, e.reason(), e.forEver());
      return false;
    } catch (RuntimeException e) {
      log.warn("Delivery {} to {} failed", item.id(), channel.name(), e);
      count(channel, "failed");
      failed(item, e.getClass().getSimpleName(), false);
      return false;
    }
    outbox.delivered(item);
    count(channel, "delivered");
    return true;
  }

  private void failed(Item item, String reason, boolean forEver) {
    if (forEver || item.attempts() >= patience.attempts()) {
      log.warn(
          "Delivery {} to {} is given up after {} attempts: {}",
          item.id(),
          item.delivery().channel(),
          item.attempts(),
          reason);
      outbox.dead(item, reason);
    } else {
      double chance = ThreadLocalRandom.current().nextDouble();
      Duration wait = patience.waitAfter(item.attempts(), chance);
      outbox.failed(item, reason, wait);
    }
  }

  private void count(Channel channel, String outcome) {
    meters
        .counter("livret.alerts.attempts", "channel", channel.name(), "outcome", outcome)
        .increment();
  }

  /** Has the histories say what became of news; one that fails stays for the next run. */
  private void note() {
    for (Item item : outbox.unnoted(PAGE)) {
      if (stopping) {
        return;
      }
      note(item);
    }
  }

  /** Has the alert's history say what became of that news; does nothing while that is open. */
  void note(Item item) {
    LocalDate today = LocalDate.now(clock);
    AlertCommand note =
        switch (item.state()) {
          case DELIVERED -> new NoteDelivery(item.alert(), item.delivery(), today);
          case DEAD ->
              new NoteAbandonment(
                  item.alert(),
                  item.delivery(),
                  item.attempts(),
                  item.lastError() == null ? "" : item.lastError(),
                  today);
          case PENDING, WITHDRAWN -> null;
        };
    if (note == null) {
      return;
    }
    try {
      commands.send(note, ORIGIN);
    } catch (Refusal refusal) {
      log.error("The history of alert {} does not take what became of it", item.alert(), refusal);
    }
    outbox.noted(item);
  }

  /** What is under way is waited for, within its own time limits. */
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    Duration most = patience.connectTimeout().plus(patience.answerTimeout());
    if (atWork.tryLock(most.toMillis(), TimeUnit.MILLISECONDS)) {
      atWork.unlock();
    }
  }
}
