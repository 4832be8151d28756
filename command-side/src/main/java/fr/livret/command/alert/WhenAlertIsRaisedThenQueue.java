package fr.livret.command.alert;

import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryResumed;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.Delivery;
import fr.livret.kernel.alert.Delivery.News;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Queues what is to be told of an alert, in the transaction of the token. It never replays; were it
 * to handle a fact again all the same, the outbox knows that news already.
 */
@Component
@ProcessingGroup(WhenAlertIsRaisedThenQueue.GROUP)
@DisallowReplay
class WhenAlertIsRaisedThenQueue {
  static final String GROUP = "alert-outbox";

  private final Outbox outbox;
  private final RuleTexts texts;

  WhenAlertIsRaisedThenQueue(Outbox outbox, RuleTexts texts) {
    this.outbox = outbox;
    this.texts = texts;
  }

  @EventHandler
  void on(AlertRaised event) {
    AlertMessage.Basis basis = texts.of(event.deadline().rule());
    for (String channel : event.channels()) {
      outbox.queue(
          event.alert(),
          new Delivery(News.RAISED, event.occasion(), channel),
          AlertMessage.of(event, channel, basis));
    }
  }

  @EventHandler
  void on(AlertCancelled event) {
    outbox.withdraw(event.alert());
    for (String channel : event.channels()) {
      outbox
          .lastRaised(event.alert(), channel)
          .ifPresent(told ->
              outbox.queue(
                  event.alert(),
                  new Delivery(News.CANCELLED, told.occasion(), channel),
                  told.cancelled(event, channel)));
    }
  }

  @EventHandler
  void on(AlertDeliveryResumed event) {
    outbox.resume(event.delivery().idOf(event.alert()));
  }
}
