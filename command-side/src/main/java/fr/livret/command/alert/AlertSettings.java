package fr.livret.command.alert;

import fr.livret.kernel.alert.Horizons;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When alerts are raised and who is told of them.
 *
 * @param horizons months before a deadline
 * @param webhooks each is sent every alert
 * @param mail who gets each alert as an e-mail; nobody without it
 * @param delivery how patiently news is delivered
 */
@ConfigurationProperties("livret.alerts")
record AlertSettings(
    @DefaultValue({"12", "6", "3", "1"}) List<Integer> horizons,
    @DefaultValue List<WebhookSettings> webhooks,
    @Nullable MailSettings mail,
    @DefaultValue DeliverySettings delivery) {
  AlertSettings {
    horizons = List.copyOf(horizons);
    webhooks = List.copyOf(webhooks);
    Set<String> names = new HashSet<>(Set.of(MailChannel.NAME));
    for (WebhookSettings webhook : webhooks) {
      if (!names.add(webhook.channel())) {
        throw new IllegalArgumentException(
            "livret.alerts.webhooks: the name " + webhook.channel() + " is taken; give another");
      }
    }
  }

  Horizons alertHorizons() {
    return new Horizons(horizons);
  }

  /**
   * Where alerts are posted.
   *
   * @param name under which its deliveries are kept; without one, the address up to its query
   * @param secret what the signatures are made with
   */
  record WebhookSettings(@Nullable String name, URI url, String secret) {
    private static final int SHORTEST_SECRET = 16;

    WebhookSettings {
      String scheme = url.getScheme() == null ? "" : url.getScheme();
      if (!Set.of("http", "https").contains(scheme) || url.getHost() == null) {
        throw new IllegalArgumentException(
            "livret.alerts.webhooks: a url is http:// or https:// and a host");
      }
      if (url.getRawUserInfo() != null) {
        throw new IllegalArgumentException("livret.alerts.webhooks: a url carries no password");
      }
      if (secret.length() < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "livret.alerts.webhooks: a secret has " + SHORTEST_SECRET + " characters at least");
      }
    }

    /** A query can hold a secret, which has no business in lists. */
    String channel() {
      String address = url.toString();
      return name != null && !name.isBlank() ? name : address.split("[?#]", 2)[0];
    }

    @Override
    public String toString() {
      return "WebhookSettings[" + channel() + "]"; // Never the secret.
    }
  }

  /**
   * Who gets alerts as e-mails, through the server of {@code spring.mail}.
   *
   * @param withName whether the candidate is named; else only the reference is given
   * @param cancellations whether cancellations are sent too
   */
  record MailSettings(
      @DefaultValue List<String> to,
      @Nullable String from,
      @DefaultValue("false") boolean withName,
      @DefaultValue("false") boolean cancellations) {
    MailSettings {
      to = List.copyOf(to);
    }
  }

  /**
   * How patiently news is delivered. The wait doubles with each attempt, from the first to the
   * longest, and each is up to a quarter shorter or longer.
   *
   * @param attempts after which it is given up
   * @param lease how long an attempt may be under way before another node takes it over
   * @param connectTimeout to reach a webhook
   * @param answerTimeout until its answer is read
   */
  record DeliverySettings(
      @DefaultValue("16") int attempts,
      @DefaultValue("PT30S") Duration firstWait,
      @DefaultValue("PT6H") Duration longestWait,
      @DefaultValue("PT2M") Duration lease,
      @DefaultValue("PT5S") Duration connectTimeout,
      @DefaultValue("PT10S") Duration answerTimeout) {
    DeliverySettings {
      if (attempts < 1) {
        throw new IllegalArgumentException("livret.alerts.delivery.attempts is 1 at least");
      }
    }

    /**
     * How long to wait after that attempt.
     *
     * @param attempt 1 for the first
     * @param chance from 0 to 1: no crowd of deliveries comes back at one moment
     */
    Duration waitAfter(int attempt, double chance) {
      double wait = firstWait.toMillis() * Math.pow(2, Math.min(attempt - 1, 40));
      double most = Math.min(wait, longestWait.toMillis());
      return Duration.ofMillis(Math.round(most * (0.75 + 0.5 * chance)));
    }
  }
}
