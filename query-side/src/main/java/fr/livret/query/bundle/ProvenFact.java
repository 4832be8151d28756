package fr.livret.query.bundle;

import fr.livret.eventstore.StoredEvent;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.audit.AuditEvent.CommandWithoutEffect;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.vae.VaeEvent;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A fact of the log.
 *
 * @param about what it is a fact of
 * @param stored as it lies in the store
 * @param event as it is read today
 * @param content its payload as stored, parsed
 * @param metadata beside it, as stored, parsed
 */
record ProvenFact(
    About about, StoredEvent stored, Object event, JsonNode content, Map<String, String> metadata) {

  /** Of what a fact is. */
  enum About {
    PATH,
    /** A decision no fact follows from: refused, or without effect. */
    ANSWER,
    VAE_APPLICATION,
    SESSION,
    CANDIDATE,
    REFERENTIEL
  }

  long position() {
    return stored.position();
  }

  /** The day on which it became true. */
  LocalDate effectiveOn() {
    return switch (event) {
      case PathEvent it -> it.effectiveOn();
      case VaeEvent it -> it.effectiveOn();
      case SessionEvent it -> it.effectiveOn();
      case CandidateEvent it -> it.effectiveOn();
      case ReferentielEvent it -> it.effectiveOn();
      case CommandRefused it -> it.refusedOn();
      case CommandWithoutEffect it -> it.givenOn();
      default -> throw new IllegalArgumentException("no bundle has a " + event.getClass());
    };
  }
}
