package fr.livret.eventstore.migration;

/** Axon's own table holds events that the store has not: nothing may be appended before it has. */
public final class NotMigrated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotMigrated(String why) {
    super(why);
  }
}
