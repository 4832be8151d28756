package fr.livret.benchmarks;

import fr.livret.eventstore.StoredEvent;
import fr.livret.form.event.EventJson;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Takes every decision again: the command is made from the first fact that followed from it, the
 * kernel decides on what the path was then, and each fact must be the one that was stored.
 */
final class Replay {
  private final EventJson json = EventJson.kernel();
  private final Map<String, Life> lives = new HashMap<>();
  private final MessageDigest digest = sha256();

  /** A path so far, and the facts that must come next. */
  private static final class Life {
    private PathState state = new PathState.NotOpened();
    private final Queue<PathEvent> due = new ArrayDeque<>(2);
  }

  /** Takes an event, and hashes it as the leaf of a Merkle tree is. */
  void takeHashed(StoredEvent stored) {
    digest.update(stored.payload());
    byte[] unused = digest.digest(stored.metadata());
    take(stored);
  }

  void take(StoredEvent stored) {
    String revision = String.valueOf(stored.type().revision());
    if (!(json.read(stored.type().payload(), revision, stored.payload())
        instanceof PathEvent event)) {
      return;
    }
    Life life = lives.computeIfAbsent(stored.stream(), _ -> new Life());
    if (life.due.isEmpty()) {
      life.due.addAll(PathDecider.decide(command(event), life.state, Story.LAW));
    }
    if (!event.equals(life.due.poll())) {
      throw new IllegalStateException("position " + stored.position() + " is decided otherwise");
    }
    life.state = PathState.evolve(life.state, event);
  }

  /** How many paths there were, each with all its facts. */
  int paths() {
    if (!lives.values().stream().allMatch(life -> life.due.isEmpty())) {
      throw new IllegalStateException("facts are missing");
    }
    return lives.size();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static PathCommand command(PathEvent event) {
    if (event instanceof PathOpened opened) {
      return new OpenPath(
          opened.path(),
          opened.candidate(),
          opened.certification(),
          opened.certificationVersion(),
          opened.route(),
          opened.access(),
          opened.openedOn(),
          null,
          List.of(),
          opened.openedOn());
    }
    if (event instanceof CcpObtained ccp) {
      return new RecordCcp(
          ccp.path(),
          ccp.ccp(),
          ccp.obtainedOn(),
          ccp.evaluators(),
          ccp.evidence(),
          ccp.session(),
          ccp.minutes(),
          ccp.obtainedOn());
    }
    throw new IllegalStateException("nobody asked for " + event);
  }
}
