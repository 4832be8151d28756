package fr.livret.kernel.alert;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One piece of news of an alert on its way to one channel.
 *
 * @param news what is told
 * @param occasion of the alert: 1 when it was first raised
 * @param channel the name under which the channel is configured
 */
public record Delivery(News news, int occasion, String channel) {

  /** What is told of an alert. */
  public enum News {
    RAISED,
    CANCELLED
  }

  /** How far it has come. */
  public enum State {
    /** It is on its way. */
    PENDING,
    /** The channel has taken it. */
    DELIVERED,
    /** It was tried in vain as often as it may be. */
    DEAD,
    /** The alert was cancelled before it arrived. */
    WITHDRAWN
  }

  /** The same at each attempt, so that a receiver can tell it has it already. */
  public UUID idOf(AlertId alert) {
    String key = "delivery/" + alert + "/" + occasion + "/" + news + "/" + channel;
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }
}
