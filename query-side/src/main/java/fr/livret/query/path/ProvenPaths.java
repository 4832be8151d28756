package fr.livret.query.path;

import fr.livret.kernel.path.PathAnchors;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathFile.Pins;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathProofs;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielProofs;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.proof.Proving;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Logged;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import fr.livret.query.reading.Streams;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Every day a path claims, proved. */
@Component
public final class ProvenPaths {
  private final Facts<PathEvent> facts;
  private final PathFiles files;
  private final Streams streams;

  ProvenPaths(Facts<PathEvent> facts, PathFiles files, Streams streams) {
    this.facts = facts;
    this.files = files;
    this.streams = streams;
  }

  /** What is claimed at that moment; empty where no path was known and open under that id. */
  public Optional<ProofsAnswer> at(Moment moment, UUID path) {
    return of(facts.of(path), files::law, this::published, moment);
  }

  private List<Logged<ReferentielEvent>> published(Pins pins) {
    return streams.of(pins.certification().value(), ReferentielEvent.class);
  }

  /**
   * The same from facts however they were read.
   *
   * @param recorded every fact of one path, in order
   * @param laws what a path is governed by, from what it pinned
   * @param published the facts of the référentiel it pinned
   */
  public static Optional<ProofsAnswer> of(
      List<Recorded<PathEvent>> recorded,
      Function<Pins, PathLaw> laws,
      Function<Pins, List<Logged<ReferentielEvent>>> published,
      Moment moment) {
    return KnownPath.by(moment, recorded)
        .map(known -> {
          PathFile file = known.file().on(moment.effectiveOn());
          // What was decided on the title since is told to each path by facts of its own.
          List<Logged<ReferentielEvent>> pinned =
              published.apply(file.pins()).stream()
                  .filter(fact ->
                      fact.event() instanceof ReferentielPublished it
                          && it.version() == file.pins().certificationVersion())
                  .toList();
          return ProofsAnswer.of(
              file.pins().path().toString(),
              known.version(),
              moment,
              Proving.with(moment.known(recorded), PathAnchors::of)
                  .and(pinned, ReferentielProofs::anchors)
                  .shown(PathProofs.asOf(moment.effectiveOn(), file, laws.apply(file.pins()))));
        });
  }
}
