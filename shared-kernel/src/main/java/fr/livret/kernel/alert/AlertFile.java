package fr.livret.kernel.alert;

import fr.livret.kernel.alert.Delivery.News;
import fr.livret.kernel.alert.Delivery.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an alert that was ever raised.
 *
 * @param deadline what it announces
 * @param horizon in months
 * @param occasion how often it was raised
 * @param channels who is told of it, this time
 * @param deliveries how far each piece of news has come
 */
public record AlertFile(
    Deadline deadline,
    int horizon,
    int occasion,
    Set<String> channels,
    Map<Delivery, State> deliveries) {
  public AlertFile {
    channels = Set.copyOf(channels);
    deliveries = Map.copyOf(deliveries);
  }

  /** How far that news has come; null where there is no such news. */
  @Nullable State stateOf(Delivery delivery) {
    return deliveries.get(delivery);
  }

  static AlertFile raised(AlertEvent.AlertRaised event, Map<Delivery, State> before) {
    AlertFile file =
        new AlertFile(
            event.deadline(), event.horizon(), event.occasion(), event.channels(), before);
    return file.telling(News.RAISED, event.channels());
  }

  /** News on its way is no longer true, and gives way to that of the cancellation. */
  AlertFile cancelled(Set<String> told) {
    Map<Delivery, State> left =
        deliveries.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    one -> one.getValue() == State.PENDING ? State.WITHDRAWN : one.getValue()));
    return with(left).telling(News.CANCELLED, told);
  }

  AlertFile delivery(Delivery delivery, State state) {
    Map<Delivery, State> next = new HashMap<>(deliveries);
    next.put(delivery, state);
    return with(next);
  }

  private AlertFile telling(News news, Set<String> told) {
    Map<Delivery, State> next = new HashMap<>(deliveries);
    told.forEach(channel -> next.put(new Delivery(news, occasion, channel), State.PENDING));
    return with(next);
  }

  private AlertFile with(Map<Delivery, State> next) {
    return new AlertFile(deadline, horizon, occasion, channels, next);
  }
}
