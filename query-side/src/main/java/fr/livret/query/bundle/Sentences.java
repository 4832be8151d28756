package fr.livret.query.bundle;

import static fr.livret.query.path.Summary.jour;

import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.audit.AuditEvent.CommandWithoutEffect;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.query.path.Summary;

/** A fact in one French sentence, for somebody who knows the law and not the product. */
final class Sentences {
  private final PathId path;
  private final OpenedTexts texts;
  private final RefusalTexts refusals;

  /**
   * Of the facts of a bundle.
   *
   * @param path whose bundle it is: of minutes, what they say of this one is told
   */
  Sentences(PathId path, OpenedTexts texts, RefusalTexts refusals) {
    this.path = path;
    this.texts = texts;
    this.refusals = refusals;
  }

  String of(ProvenFact fact) {
    return switch (fact.event()) {
      case PathEvent it -> Summary.french(it);
      case VaeEvent it -> VaeSentences.of(it);
      case SessionEvent it -> SessionSentences.of(it, path, texts);
      case CandidateEvent it -> of(it);
      case ReferentielEvent it -> of(it);
      case CommandRefused it ->
          "Demande refusée le %s : %s.".formatted(jour(it.refusedOn()), refusals.of(it.code()));
      case CommandWithoutEffect it ->
          "Demande du %s sans effet : ce qu’elle demande était déjà acquis."
              .formatted(jour(it.givenOn()));
      default -> throw new IllegalArgumentException("no bundle tells a " + fact.event());
    };
  }

  private static String of(CandidateEvent event) {
    return switch (event) {
      case CandidateEvent.CandidateRegistered it ->
          "Candidat inscrit au registre le %s.".formatted(jour(it.registeredOn()));
      case CandidateEvent.CertificateRecorded it ->
          "Certificat %s obtenu le %s, valable jusqu’au %s inclus."
              .formatted(it.kind(), jour(it.obtainedOn()), jour(it.validThrough()));
      case CandidateEvent.CandidateErased it ->
          "Données personnelles effacées, à la demande du %s.".formatted(jour(it.requestedOn()));
    };
  }

  private static String of(ReferentielEvent event) {
    return switch (event) {
      case ReferentielEvent.ReferentielPublished it ->
          "Référentiel %s, version %d, enregistré le %s : « %s »."
              .formatted(
                  it.referentiel(), it.version(), jour(it.publishedOn()), it.content().title());
      case ReferentielEvent.TitleClosed it ->
          "Clôture du titre %s décidée le %s (%s)."
              .formatted(it.referentiel(), jour(it.decidedOn()), it.source());
      case ReferentielEvent.TitleProrogued it ->
          "Titre %s prorogé jusqu’au %s inclus, par décision du %s (%s)."
              .formatted(it.referentiel(), jour(it.until()), jour(it.decidedOn()), it.source());
      case ReferentielEvent.TitleRevised it ->
          "Titre %s révisé par décision du %s : le titre %s lui succède."
              .formatted(
                  it.referentiel(), jour(it.revision().decidedOn()), it.revision().successor());
    };
  }
}
