package fr.livret.kernel.candidate;

import fr.livret.kernel.candidate.CandidateCommand.EraseCandidate;
import fr.livret.kernel.candidate.CandidateCommand.RecordCertificate;
import fr.livret.kernel.candidate.CandidateCommand.RegisterCandidate;
import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import fr.livret.kernel.candidate.CandidateState.Erased;
import fr.livret.kernel.candidate.CandidateState.NotRegistered;
import fr.livret.kernel.candidate.CandidateState.Registered;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.util.List;
import java.util.Map;

/** What follows from a command about a candidate: events, or one {@link Refusal}. */
public final class CandidateDecider {
  private CandidateDecider() {}

  /** Pure: the same command on the same state gives the same events or the same refusal. */
  public static List<CandidateEvent> decide(CandidateCommand command, CandidateState state) {
    return switch (state) {
      case NotRegistered _ -> unknown(command);
      case Registered registered -> known(command, registered);
      case Erased _ -> throw erased(command.candidate());
    };
  }

  /** Why nothing more is recorded of a person whose data were erased, nor begins for them. */
  public static Refusal erased(CandidateId candidate) {
    return Refusal.of(Refused.CANDIDATE_ERASED, Map.of("candidateId", candidate.toString()));
  }

  private static List<CandidateEvent> unknown(CandidateCommand command) {
    return switch (command) {
      case RegisterCandidate(var candidate, var identity, var today) -> {
        Days.requirePossible("today", today);
        yield List.of(new CandidateRegistered(candidate, identity, today));
      }
      case RecordCertificate _, EraseCandidate _ -> throw Refusal.of(Refused.UNKNOWN, id(command));
    };
  }

  private static List<CandidateEvent> known(CandidateCommand command, Registered registered) {
    return switch (command) {
      case RegisterCandidate _ -> throw Refusal.of(Refused.ALREADY_RECORDED, id(command));
      case RecordCertificate record -> certificate(record, registered);
      case EraseCandidate erase -> {
        Days.requirePast("requestedOn", erase.requestedOn(), erase.today());
        yield List.of(new CandidateErased(erase.candidate(), erase.requestedOn(), erase.reason()));
      }
    };
  }

  private static List<CandidateEvent> certificate(RecordCertificate command, Registered state) {
    Certificate certificate = command.certificate();
    Days.requirePast("obtainedOn", certificate.obtainedOn(), command.today());
    Days.requirePossible("validThrough", certificate.validThrough());
    if (certificate.validThrough().isBefore(certificate.obtainedOn())) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER,
          Map.of(
              "obtainedOn", certificate.obtainedOn(), "validThrough", certificate.validThrough()));
    }
    if (state.certificates().contains(certificate)) {
      throw Refusal.of(
          Refused.ALREADY_RECORDED,
          Map.of("kind", certificate.kind(), "obtainedOn", certificate.obtainedOn()));
    }
    return List.of(
        new CertificateRecorded(
            command.candidate(),
            certificate.kind(),
            certificate.obtainedOn(),
            certificate.validThrough(),
            command.number()));
  }

  private static Map<String, Object> id(CandidateCommand command) {
    return Map.of("candidateId", command.candidate().toString());
  }
}
