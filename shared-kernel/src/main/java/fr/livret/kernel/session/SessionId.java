package fr.livret.kernel.session;

import java.util.UUID;

/** One session of assessment. */
public record SessionId(UUID value) {
  public static SessionId of(String text) {
    return new SessionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
