package fr.livret.query.replay;

import fr.livret.eventstore.StoredEvent;

/** A fact is recorded where no decision could have led to it. */
final class ImpossibleFactException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImpossibleFactException(StoredEvent stored, RuntimeException cause) {
    super(
        "%s at position %d cannot follow what stands before it: %s"
            .formatted(
                stored.type().payload(),
                stored.position(),
                cause.getMessage() == null ? cause : cause.getMessage()),
        cause);
  }
}
