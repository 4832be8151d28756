package fr.livret.evidence;

/** A database, folder or file could not be read or written; it says nothing about what is there. */
public final class EvidenceUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EvidenceUnavailableException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
