package fr.livret.query.candidate;

import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.query.learned.Brief;
import fr.livret.query.learned.LearnedAnswer.Subject;
import fr.livret.query.learned.Learning;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What facts change of a candidate's answer: who it is stays out of it, the certificates not. */
@Component
final class CandidateLearning extends Learning<CandidateEvent> {
  CandidateLearning(Facts<CandidateEvent> facts) {
    super(Subject.CANDIDATE, facts);
  }

  @Override
  protected List<UUID> ofCandidate(UUID candidate) {
    return List.of(candidate);
  }

  @Override
  protected Brief brief(List<Recorded<CandidateEvent>> known, LocalDate effectiveOn) {
    Brief brief = new Brief();
    for (Recorded<CandidateEvent> one : known) {
      switch (one.event()) {
        case CandidateRegistered it -> brief.with("registeredOn", it.registeredOn());
        case CertificateRecorded(_, var kind, var from, var through, _) ->
            brief.with(
                "certificate." + kind + "." + from,
                brief(new Certificate(kind, from, through), effectiveOn));
        case CandidateErased _ -> brief.with("erased", true);
      }
    }
    return brief;
  }

  /** As in {@code VALID 2026-01-14}: its last day, which no lapse of it ever moves. */
  private static String brief(Certificate certificate, LocalDate day) {
    return (certificate.validOn(day) ? "VALID " : "NOT_VALID ") + certificate.validThrough();
  }
}
