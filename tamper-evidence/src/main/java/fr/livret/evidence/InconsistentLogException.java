package fr.livret.evidence;

/**
 * What is in the database contradicts itself or what is kept outside of it: nothing is signed until
 * somebody has found out why. The message names what contradicts what.
 */
public final class InconsistentLogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InconsistentLogException(String message) {
    super(message);
  }
}
