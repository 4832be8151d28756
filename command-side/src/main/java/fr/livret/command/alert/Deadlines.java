package fr.livret.command.alert;

import fr.livret.command.alert.Looks.Look;
import fr.livret.command.dispatch.Histories;
import fr.livret.command.referentiel.LawBook;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.VaeStanding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When something ends, from the facts themselves: never behind, unlike the agenda. */
@Component
class Deadlines {
  private final Histories histories;
  private final LawBook laws;

  Deadlines(Histories histories, LawBook laws) {
    this.histories = histories;
    this.laws = laws;
  }

  /**
   * An end.
   *
   * @param lastDay included
   * @param rule the full name of the rule that sets it
   */
  record End(LocalDate lastDay, String rule) {}

  /** The last day as of now; null where nothing ends, or of an erased person. */
  @Nullable LocalDate lastDay(Look look) {
    return switch (histories.candidate(look.candidate())) {
      case CandidateState.NotRegistered _, CandidateState.Erased _ -> null;
      case CandidateState.Registered candidate ->
          switch (look.subject()) {
            case WINDOW -> window(new PathId(look.id()));
            case RECEVABILITE ->
                recevabilite(new VaeApplicationId(look.id())).map(End::lastDay).orElse(null);
            case CERTIFICATE -> certificate(candidate, look.kind());
          };
    };
  }

  /** By when a recevabilité must be used; empty where it need not be, or no longer. */
  Optional<End> recevabilite(VaeApplicationId application) {
    return histories.vaeApplication(application).flatMap(this::recevabilite);
  }

  private Optional<End> recevabilite(VaeFile file) {
    VaeRegime regime = laws.vae(file.pins());
    return VaeStanding.lastDayToUse(file, regime)
        .map(last -> new End(last, regime.rule(RuleName.VAE_VALIDITY)));
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
