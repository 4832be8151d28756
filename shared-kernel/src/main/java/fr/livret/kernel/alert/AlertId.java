package fr.livret.kernel.alert;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An alert. It follows from the deadline and the horizon, so that none can be raised twice. */
public record AlertId(UUID value) {
  public static AlertId of(String text) {
    return new AlertId(UUID.fromString(text));
  }

  /**
   * The one alert of that deadline at that horizon.
   *
   * @param horizon in months
   */
  public static AlertId of(Deadline deadline, int horizon) {
    String key = "alert/" + deadline.key() + "/" + deadline.lastDay() + "/" + horizon;
    return new AlertId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
