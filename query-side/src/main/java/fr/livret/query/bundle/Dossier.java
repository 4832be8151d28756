package fr.livret.query.bundle;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.query.bundle.ProvenFact.About;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything the log has of a path and of what it rests on.
 *
 * @param path its id
 * @param facts in the order of the log
 * @param regimes the editions it pinned, in the order it pinned them
 */
record Dossier(PathId path, List<ProvenFact> facts, List<RegimeId> regimes) {
  Dossier {
    facts = List.copyOf(facts);
    regimes = List.copyOf(regimes);
  }

  /** Those of one kind, in the order of the log. */
  List<ProvenFact> about(About about) {
    return facts.stream().filter(fact -> fact.about() == about).toList();
  }

  /** What its own facts fold to. */
  PathState state() {
    PathState state = new PathState.NotOpened();
    for (ProvenFact fact : about(About.PATH)) {
      state = PathState.evolve(state, (PathEvent) fact.event());
    }
    return state;
  }

  PathFile file() {
    return state().opened().orElseThrow();
  }

  CandidateId candidate() {
    return file().pins().candidate();
  }

  /** The versions of référentiels it pinned. */
  List<ReferentielPublished> referentiels() {
    return about(About.REFERENTIEL).stream()
        .map(ProvenFact::event)
        .filter(ReferentielPublished.class::isInstance)
        .map(ReferentielPublished.class::cast)
        .toList();
  }

  SortedSet<Long> positions() {
    SortedSet<Long> positions = new TreeSet<>();
    facts.forEach(fact -> positions.add(fact.position()));
    return positions;
  }
}
