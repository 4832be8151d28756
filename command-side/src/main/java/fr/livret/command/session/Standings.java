package fr.livret.command.session;

import fr.livret.command.dispatch.Histories;
import fr.livret.command.dispatch.Histories.PathThen;
import fr.livret.command.dispatch.Unknown;
import fr.livret.command.path.Gathering;
import fr.livret.command.referentiel.LawBook;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.session.Candidacy;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where the paths of candidates stand now, with the law and the grounds of a decision on them. */
@Component
class Standings {
  private final Histories histories;
  private final LawBook laws;
  private final Gathering gathering;

  Standings(Histories histories, LawBook laws, Gathering gathering) {
    this.histories = histories;
    this.laws = laws;
    this.gathering = gathering;
  }

  /** Of one path. Throws a refusal when there is none under that id. */
  Standing of(PathId path) {
    PathThen now = histories.pathNow(path);
    PathFile file = now.state().opened().orElseThrow(() -> Unknown.id(path.toString()));
    return new Standing(
        now.state(), now.facts(), laws.pinned(file.pins()), gathering.groundsOf(file));
  }

  /** Of these paths. */
  Map<PathId, Standing> of(Collection<PathId> paths) {
    Map<PathId, Standing> all = new HashMap<>();
    paths.forEach(path -> all.computeIfAbsent(path, this::of));
    return all;
  }

  /** Of the paths of all candidates of a session; of none where nothing is planned. */
  Map<PathId, Standing> ofCandidates(SessionId session) {
    return histories
        .session(session)
        .known()
        .map(file -> of(file.candidates().stream().map(Candidacy::path).toList()))
        .orElse(Map.of());
  }
}
