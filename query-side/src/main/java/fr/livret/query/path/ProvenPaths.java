package fr.livret.query.path;

import fr.livret.kernel.path.PathAnchors;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathFile.Pins;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathProofs;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.proof.Proving;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
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

  ProvenPaths(Facts<PathEvent> facts, PathFiles files) {
    this.facts = facts;
    this.files = files;
  }

  /** What is claimed at that moment; empty where no path was known and open under that id. */
  public Optional<ProofsAnswer> at(Moment moment, UUID path) {
    return of(facts.of(path), files::law, moment);
  }

  /**
   * The same from facts however they were read.
   *
   * @param recorded every fact of one path, in order
   * @param laws what a path is governed by, from what it pinned
   */
  public static Optional<ProofsAnswer> of(
      List<Recorded<PathEvent>> recorded, Function<Pins, PathLaw> laws, Moment moment) {
    return KnownPath.by(moment, recorded)
        .map(known -> {
          PathFile file = known.file().on(moment.effectiveOn());
          return ProofsAnswer.of(
              file.pins().path().toString(),
              known.version(),
              moment,
              Proving.with(moment.known(recorded), PathAnchors::of)
                  .shown(PathProofs.asOf(moment.effectiveOn(), file, laws.apply(file.pins()))));
        });
  }
}
