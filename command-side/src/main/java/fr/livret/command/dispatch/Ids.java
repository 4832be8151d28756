package fr.livret.command.dispatch;

import java.util.UUID;

/** Ids as addresses carry them. */
public final class Ids {
  private Ids() {}

  /** Refuses as unknown what cannot be an id: nothing can be recorded under it. */
  public static UUID uuid(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException _) {
      // Falls through: to the sender a malformed id and an unknown one are the same.
    }
    throw Unknown.id(text.length() <= 40 ? text : text.substring(0, 40));
  }
}
