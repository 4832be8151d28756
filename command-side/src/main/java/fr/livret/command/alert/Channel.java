package fr.livret.command.alert;

import java.util.UUID;

/** Somebody who is told of alerts. */
interface Channel {

  /** Under which its deliveries are kept. */
  String name();

  /** Whether cancellations are told too. */
  boolean tellsCancellations();

  /**
   * Delivers.
   *
   * @param delivery the same at each attempt
   * @param message as it was written when it was queued
   * @throws NotTaken when the other end did not take it
   */
  void deliver(UUID delivery, String message) throws NotTaken;

  /** The other end did not take the news. */
  final class NotTaken extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forEver;

    /**
     * Says why.
     *
     * @param reason in a few words, never those of the other end
     * @param forEver whether no further attempt is wanted
     */
    NotTaken(String reason, boolean forEver) {
      super(reason);
      this.forEver = forEver;
    }

    boolean forEver() {
      return forEver;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
