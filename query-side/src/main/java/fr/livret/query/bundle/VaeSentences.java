package fr.livret.query.bundle;

import static fr.livret.query.path.Summary.jour;

import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeOutcome;
import fr.livret.kernel.vae.VaeUse;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened to an application for VAE, in one French sentence each. */
final class VaeSentences {
  private VaeSentences() {}

  static String of(VaeEvent event) {
    return switch (event) {
      case VaeEvent.ApplicationFiled it ->
          "Demande de recevabilité (VAE) déposée le %s pour %s, %s ; régime %s."
              .formatted(
                  jour(it.filedOn()),
                  it.certification(),
                  it.blocs().isEmpty()
                      ? "titre entier"
                      : it.blocs().stream()
                          .sorted()
                          .map(CcpCode::value)
                          .collect(Collectors.joining(", ")),
                  it.regime().text());
      case VaeEvent.CompletenessRecorded it ->
          "Dossier complet le %s.".formatted(jour(it.completeOn()));
      case VaeEvent.SupplementRequested it ->
          "Pièces demandées le %s : %s."
              .formatted(jour(it.requestedOn()), String.join(", ", it.missing()));
      case VaeEvent.RecevabiliteGranted it ->
          "Recevabilité accordée le %s, notifiée le %s%s%s."
              .formatted(
                  jour(it.decidedOn()),
                  jour(it.notifiedOn()),
                  limit(", valable jusqu’au %s inclus", it.validThrough()),
                  limit(", parcours à ouvrir au plus tard le %s", it.startBy()));
      case VaeEvent.RecevabiliteRefused it ->
          "Recevabilité refusée le %s, refus notifié le %s."
              .formatted(jour(it.decidedOn()), jour(it.notifiedOn()));
      case VaeEvent.SilenceTookEffect it ->
          "Aucune réponse du %s au %s inclus : à compter du %s, le silence vaut %s."
              .formatted(
                  jour(it.countedFrom()),
                  jour(it.lastDay()),
                  jour(it.effectiveOn()),
                  it.effect() == VaeOutcome.GRANTED ? "accord" : "refus");
      case VaeEvent.SilenceReversed it ->
          "L’effet du silence après le %s est levé, par un fait du %s appris depuis."
              .formatted(jour(it.lastDay()), jour(it.cause().on()));
      case VaeEvent.LateDecisionRecorded it ->
          ("Décision du %s notifiée le %s, alors que le silence avait décidé depuis le %s : elle"
                  + " est conservée et ne change rien.")
              .formatted(jour(it.decidedOn()), jour(it.notifiedOn()), jour(it.silentSince()));
      case VaeEvent.RecevabiliteUsed it ->
          it.use().kind() == VaeUse.Kind.PATH_OPENED
              ? "Recevabilité utilisée : parcours ouvert le %s.".formatted(jour(it.use().on()))
              : "Recevabilité utilisée : session tenue le %s.".formatted(jour(it.use().on()));
      case VaeEvent.RecevabiliteLapsed it ->
          "Recevabilité caduque à compter du %s ; son dernier jour était le %s."
              .formatted(jour(it.lapsedOn()), jour(it.lastDay()));
      case VaeEvent.RecevabiliteLapseReversed it ->
          "La caducité de la recevabilité après le %s est levée, par un fait du %s appris depuis."
              .formatted(jour(it.lastDay()), jour(it.cause().on()));
    };
  }

  private static String limit(String sentence, @Nullable LocalDate day) {
    return day == null ? "" : sentence.formatted(jour(day));
  }
}
