package fr.livret.query.bundle;

import fr.livret.form.event.FactMetadata;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile.Pins;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.query.bundle.ProvenFact.About;
import fr.livret.query.candidate.ProvenCertificates;
import fr.livret.query.path.ProvenPaths;
import fr.livret.query.projection.FactRow;
import fr.livret.query.proof.ProofAnswer;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.reading.Logged;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import fr.livret.query.referentiel.ProvenReferentiels;
import fr.livret.query.session.ProvenSessions;
import fr.livret.query.vae.ProvenVae;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every day claimed by the path and by what it rests on, worked out step by step. */
final class WorkedDates {
  private final Dossier dossier;
  private final RegimeLibrary regimes;

  WorkedDates(Dossier dossier, RegimeLibrary regimes) {
    this.dossier = dossier;
    this.regimes = regimes;
  }

  List<ProofAnswer> at(Moment moment) {
    List<ProofAnswer> proofs = new ArrayList<>();
    ProvenPaths.of(
            recorded(About.PATH, PathEvent.class),
            this::law,
            pins -> referentiel(pins.certification()),
            moment)
        .map(ProofsAnswer::proofs)
        .ifPresent(proofs::addAll);
    ProvenVae.of(recorded(About.VAE_APPLICATION, VaeEvent.class), regimes.vae()::regime, moment)
        .map(ProofsAnswer::proofs)
        .ifPresent(proofs::addAll);
    for (List<Logged<SessionEvent>> session : sessions()) {
      ProvenSessions.of(session, regimes::regime, moment)
          .map(ProofsAnswer::proofs)
          .ifPresent(proofs::addAll);
    }
    proofs.addAll(ProvenCertificates.of(logged(About.CANDIDATE, CandidateEvent.class), moment));
    for (ReferentielCode code : codes()) {
      ProvenReferentiels.of(referentiel(code), this::governing, regimes, moment)
          .map(ProofsAnswer::proofs)
          .ifPresent(proofs::addAll);
    }
    return proofs;
  }

  private Collection<List<Logged<SessionEvent>>> sessions() {
    return logged(About.SESSION, SessionEvent.class).stream()
        .collect(
            Collectors.groupingBy(
                fact -> fact.event().session(), LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private List<ReferentielCode> codes() {
    return dossier.referentiels().stream()
        .map(ReferentielPublished::referentiel)
        .distinct()
        .toList();
  }

  private List<Logged<ReferentielEvent>> referentiel(ReferentielCode code) {
    return logged(About.REFERENTIEL, ReferentielEvent.class).stream()
        .filter(fact -> fact.event().referentiel().equals(code))
        .toList();
  }

  /** The edition the path pinned. */
  private Optional<CapitalisationRegime> governing(String regime) {
    return dossier.regimes().stream()
        .filter(id -> id.code().equals(regime))
        .findFirst()
        .map(regimes::regime);
  }

  /** The law those pins name. */
  PathLaw law(Pins pins) {
    return dossier.referentiels().stream()
        .filter(published ->
            published.referentiel().equals(pins.certification())
                && published.version() == pins.certificationVersion())
        .findFirst()
        .map(published ->
            new PathLaw(regimes.regime(pins.regime()), published.content(), published.version()))
        .orElseThrow(() ->
            new IllegalStateException(
                "the log has no version %d of %s"
                    .formatted(pins.certificationVersion(), pins.certification())));
  }

  private <E> List<Logged<E>> logged(About about, Class<E> kind) {
    return dossier.about(about).stream()
        .map(fact ->
            new Logged<>(
                kind.cast(fact.event()),
                fact.stored().type().payload(),
                fact.stored().sequence() + 1,
                fact.position(),
                fact.stored().at()))
        .toList();
  }

  private <E> List<Recorded<E>> recorded(About about, Class<E> kind) {
    return dossier.about(about).stream()
        .map(fact -> new Recorded<>(kind.cast(fact.event()), row(fact)))
        .toList();
  }

  private static FactRow row(ProvenFact fact) {
    return new FactRow(
        UUID.fromString(fact.stored().stream()),
        fact.stored().sequence() + 1,
        fact.position(),
        fact.stored().type().payload(),
        String.valueOf(fact.stored().type().revision()),
        fact.effectiveOn(),
        fact.stored().at(),
        fact.metadata().getOrDefault(FactMetadata.ACTOR, ""),
        new String(fact.stored().payload(), StandardCharsets.UTF_8),
        fact.metadata().get(FactMetadata.REQUEST),
        null);
  }
}
