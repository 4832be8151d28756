package fr.livret.command.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.livret.command.alert.AlertSettings.DeliverySettings;
import fr.livret.command.alert.AlertSettings.WebhookSettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts alerts to an address, signed. Redirects are not followed: where news goes is for the
 * settings to say.
 */
final class WebhookChannel implements Channel {
  private static final int GONE = 410;
  private static final String HMAC = "HmacSHA256";

  private final WebhookSettings settings;
  private final DeliverySettings patience;
  private final HttpClient http;

  WebhookChannel(WebhookSettings settings, DeliverySettings patience) {
    this.settings = settings;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connectTimeout())
            .build();
  }

  @Override
  public String name() {
    return settings.channel();
  }

  @Override
  public boolean tellsCancellations() {
    return true;
  }

  @Override
  public void deliver(UUID delivery, String message) throws NotTaken {
    int status = answer(request(delivery, message));
    if (status < 200 || status > 299) {
      throw new NotTaken("answered " + status, status == GONE);
    }
  }

  /** The signature is over the time too, so that what was overheard cannot be sent again later. */
  private HttpRequest request(UUID delivery, String message) {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    return HttpRequest.newBuilder(settings.url())
        .timeout(patience.answerTimeout())
        .header("Content-Type", "application/json")
        .header("User-Agent", "Livret")
        .header("X-Livret-Delivery", delivery.toString())
        .header("X-Livret-Timestamp", timestamp)
        .header("X-Livret-Signature", "v1=" + signature(timestamp + "." + message))
        .POST(BodyPublishers.ofString(message, UTF_8))
        .build();
  }

  private String signature(String signed) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(settings.secret().getBytes(UTF_8), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + HMAC, e);
    }
  }

  /** The timeout of a request ends with the headers: a body that never ends needs one as well. */
  private int answer(HttpRequest request) throws NotTaken {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request, BodyHandlers.discarding());
    try {
      return answer
          .get(
              patience.answerTimeout().plus(patience.connectTimeout()).toMillis(),
              TimeUnit.MILLISECONDS)
          .statusCode();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NotTaken(cause.getClass().getSimpleName(), false);
    } catch (TimeoutException _) {
      answer.cancel(true);
      throw new NotTaken("no answer in time", false);
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NotTaken("cut short", false);
    }
  }
}
