package fr.livret.query.replay;

/** What a decision rested on is not in the log, or in no file. */
final class NotThereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotThereException(String message) {
    super(message);
  }
}
