package fr.livret.query.path;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.Revision;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.candidate.Candidates;
import fr.livret.query.path.RevisionEffect.Effect;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.referentiel.Referentiels;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tries a revision out on every open path of the title, by the very functions that would transfer
 * them. Nothing is stored, and only the page asked for is kept.
 */
@Component
final class RevisionReports {
  private final PathFiles files;
  private final Referentiels referentiels;
  private final RegimeLibrary regimes;
  private final Candidates candidates;

  RevisionReports(
      PathFiles files, Referentiels referentiels, RegimeLibrary regimes, Candidates candidates) {
    this.files = files;
    this.referentiels = referentiels;
    this.regimes = regimes;
    this.candidates = candidates;
  }

  /**
   * What was found.
   *
   * @param paths how many open paths there are
   * @param counts of them by effect; one path may show several
   * @param found the first effects after the place asked for, one more than the limit
   */
  record Report(int paths, Map<Effect, Integer> counts, List<RevisionEffect> found) {}

  Report report(
      ReferentielCode revised,
      Revision revision,
      Moment moment,
      Optional<Effect> only,
      Optional<UUID> after,
      int limit) {
    PathLaw successor = newest(revision.successor());
    Map<Effect, Integer> counts = new EnumMap<>(Effect.class);
    for (Effect effect : Effect.values()) {
      counts.put(effect, 0);
    }
    int[] paths = {0};
    List<RevisionEffect> found = new ArrayList<>();
    Filter open =
        new Filter()
            .with("p.certification = :certification", "certification", Optional.of(revised.value()))
            .with("p.status = :status", "status", Optional.of(PathStatus.OPEN.name()));
    files.each(
        open,
        moment,
        path -> {
          RevisionEffect effect =
              RevisionEffect.of(
                  path.file(),
                  files.law(path.file().pins()),
                  revision,
                  successor,
                  moment.effectiveOn());
          paths[0]++;
          effect.effects().forEach(one -> counts.merge(one, 1, Integer::sum));
          boolean shown = only.isEmpty() || effect.effects().contains(only.get());
          boolean next =
              after.isEmpty() || effect.pathId().toString().compareTo(after.get().toString()) > 0;
          if (shown && next && found.size() <= limit) {
            found.add(effect);
          }
        });
    return new Report(paths[0], counts, named(found));
  }

  private PathLaw newest(ReferentielCode code) {
    int version = referentiels.newest(code);
    ReferentielPublished published = referentiels.version(code, version);
    return new PathLaw(regimes.latest(published.content().regime()), published.content(), version);
  }

  private List<RevisionEffect> named(List<RevisionEffect> found) {
    Map<UUID, CandidateName> names =
        candidates.names(
            found.stream().map(RevisionEffect::candidateId).collect(Collectors.toSet()));
    return found.stream()
        .map(one -> one.of(names.getOrDefault(one.candidateId(), one.candidate())))
        .toList();
  }
}
