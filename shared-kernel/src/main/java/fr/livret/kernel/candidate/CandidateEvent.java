package fr.livret.kernel.candidate;

import fr.livret.kernel.person.SealedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to a candidate. */
public sealed interface CandidateEvent {
  CandidateId candidate();

  /** The day on which it became true. */
  LocalDate effectiveOn();

  record CandidateRegistered(CandidateId candidate, Identity identity, LocalDate registeredOn)
      implements CandidateEvent {
    @Override
    public LocalDate effectiveOn() {
      return registeredOn;
    }
  }

  record CertificateRecorded(
      CandidateId candidate,
      String kind,
      LocalDate obtainedOn,
      LocalDate validThrough,
      @Nullable SealedText number)
      implements CandidateEvent {
    @Override
    public LocalDate effectiveOn() {
      return obtainedOn;
    }
  }

  /** From here on the person's key is to be destroyed. */
  record CandidateErased(CandidateId candidate, LocalDate requestedOn, String reason)
      implements CandidateEvent {
    @Override
    public LocalDate effectiveOn() {
      return requestedOn;
    }
  }
}
