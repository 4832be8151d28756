package fr.livret.kernel.candidate;

import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import java.util.ArrayList;
import java.util.List;

/** Where a candidate stands. */
public sealed interface CandidateState {

  /** Nobody is known under this id. */
  record NotRegistered() implements CandidateState {}

  /** A known person with certificates. */
  record Registered(List<Certificate> certificates) implements CandidateState {
    public Registered {
      certificates = List.copyOf(certificates);
    }
  }

  /** A person whose data were erased; the certificates, which are legal facts, stay. */
  record Erased(List<Certificate> certificates) implements CandidateState {
    public Erased {
      certificates = List.copyOf(certificates);
    }
  }

  /** The certificates recorded so far. */
  default List<Certificate> certificatesHeld() {
    return switch (this) {
      case NotRegistered() -> List.of();
      case Registered(var certificates) -> certificates;
      case Erased(var certificates) -> certificates;
    };
  }

  /** The state after one more event. */
  static CandidateState evolve(CandidateState state, CandidateEvent event) {
    return switch (event) {
      case CandidateRegistered _ -> new Registered(List.of());
      case CertificateRecorded recorded -> {
        List<Certificate> all = new ArrayList<>(state.certificatesHeld());
        all.add(new Certificate(recorded.kind(), recorded.obtainedOn(), recorded.validThrough()));
        yield new Registered(all);
      }
      case CandidateErased _ -> new Erased(state.certificatesHeld());
    };
  }
}
