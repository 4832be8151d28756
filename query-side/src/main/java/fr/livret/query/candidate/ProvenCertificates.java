package fr.livret.query.candidate;

import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.query.proof.ProofAnswer;
import fr.livret.query.proof.Proving;
import fr.livret.query.reading.Logged;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Streams;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The days of a candidate's certificates, proved. */
@Component
public final class ProvenCertificates {
  private final Streams streams;

  ProvenCertificates(Streams streams) {
    this.streams = streams;
  }

  /** Those of the certificates known at that moment; none where the candidate was not known. */
  public List<ProofAnswer> at(Moment moment, UUID candidate) {
    return of(streams.of(candidate.toString(), CandidateEvent.class), moment);
  }

  /**
   * The same from facts however they were read.
   *
   * @param logged the facts of one candidate, in order
   */
  public static List<ProofAnswer> of(List<Logged<CandidateEvent>> logged, Moment moment) {
    List<Logged<CandidateEvent>> known = moment.knownOf(logged);
    return Proving.withoutFacts()
        .and(known, Certificate::anchors)
        .shown(
            known.stream()
                .map(Logged::event)
                .filter(CertificateRecorded.class::isInstance)
                .map(CertificateRecorded.class::cast)
                .flatMap(one -> Certificate.of(one).proofs().stream())
                .toList());
  }
}
