package fr.livret.kernel.candidate;

import fr.livret.kernel.person.SealedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be asked about a candidate. */
public sealed interface CandidateCommand {
  CandidateId candidate();

  /** The day on which the command is given. */
  LocalDate today();

  /** Enters a person as a candidate. */
  record RegisterCandidate(CandidateId candidate, Identity identity, LocalDate today)
      implements CandidateCommand {}

  /** Records a certificate the candidate holds. The number is sealed: it identifies. */
  record RecordCertificate(
      CandidateId candidate, Certificate certificate, @Nullable SealedText number, LocalDate today)
      implements CandidateCommand {}

  /** Has the candidate's personal data erased; every legal fact stays. */
  record EraseCandidate(
      CandidateId candidate, LocalDate requestedOn, String reason, LocalDate today)
      implements CandidateCommand {}
}
