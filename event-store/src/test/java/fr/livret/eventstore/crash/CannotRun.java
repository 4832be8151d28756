package fr.livret.eventstore.crash;

/** Why this machine cannot run the proof: it is told, and nothing is proved. */
final class CannotRun extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotRun(String why) {
    super(why);
  }
}
