package fr.livret.command.alert;

import fr.livret.command.alert.Looks.Look;
import fr.livret.command.dispatch.Histories;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.WindowSpan;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When something ends, from the facts themselves: never behind, unlike the agenda. */
@Component
class Deadlines {
  private final Histories histories;

  Deadlines(Histories histories) {
    this.histories = histories;
  }

  /** The last day as of now; null where nothing ends, or of an erased person. */
  @Nullable LocalDate lastDay(Look look) {
    return switch (histories.candidate(look.candidate())) {
      case CandidateState.NotRegistered _, CandidateState.Erased _ -> null;
      case CandidateState.Registered candidate ->
          switch (look.subject()) {
            case WINDOW -> window(new PathId(look.id()));
            case RECEVABILITE -> null;
            case CERTIFICATE -> certificate(candidate, look.kind());
          };
    };
  }

  private @Nullable LocalDate window(PathId path) {
    WindowSpan span = histories.path(path).announced().span();
    return span == null ? null : span.lastDay();
  }

  private static @Nullable LocalDate certificate(CandidateState.Registered candidate, String kind) {
    return candidate.certificates().stream()
        .filter(certificate -> certificate.kind().equals(kind))
        .map(Certificate::validThrough)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
