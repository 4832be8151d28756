package fr.livret.eventstore.migration;

/** Why the old tables cannot be taken over as they are, and what to do about it. */
public final class MigrationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MigrationRefused(String why) {
    super(why);
  }
}
