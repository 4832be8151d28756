package fr.livret.kernel.candidate;

import fr.livret.kernel.person.PersonId;
import java.util.UUID;

/** A candidate. */
public record CandidateId(UUID value) {
  public static CandidateId of(String text) {
    return new CandidateId(UUID.fromString(text));
  }

  /** Whose key seals the candidate's personal data. */
  public PersonId person() {
    return new PersonId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
