package fr.livret.command.path;

import fr.livret.command.dispatch.Histories;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathId;
import org.springframework.stereotype.Component;

/**
 * Brings together what a jury's decision may rest on beyond its path, from the facts themselves.
 */
@Component
public class Gathering {
  private final Histories histories;

  Gathering(Histories histories) {
    this.histories = histories;
  }

  /** As of now, for a decision on that path. */
  public Grounds groundsOf(PathId path) {
    return groundsOf(histories.path(path));
  }

  /** As of now, for a decision on a path as it stands. */
  public Grounds groundsOf(PathFile path) {
    return new Grounds(histories.candidate(path.pins().candidate()).certificatesHeld());
  }
}
