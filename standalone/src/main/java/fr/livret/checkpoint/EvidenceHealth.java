package fr.livret.checkpoint;

import fr.livret.evidence.EvidenceUnavailableException;
import fr.livret.evidence.InconsistentLogException;
import fr.livret.evidence.IssuedCheckpoints;
import fr.livret.evidence.NoteRefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * DOWN where what would be signed contradicts what was: somebody has to find out why. That a folder
 * or a receiver is away for now is told, and takes the product down for nobody.
 */
final class EvidenceHealth implements HealthIndicator {
  private final CheckpointsAtWork work;
  private final IssuedCheckpoints issued;
  private final Clock clock;

  EvidenceHealth(CheckpointsAtWork work, IssuedCheckpoints issued, Clock clock) {
    this.work = work;
    this.issued = issued;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Optional<RuntimeException> failure = work.failure();
    Health.Builder health =
        failure.filter(EvidenceHealth::isContradiction).isPresent() ? Health.down() : Health.up();
    failure.ifPresent(why -> health.withDetail("failure", String.valueOf(why.getMessage())));
    try {
      issued
          .latest()
          .ifPresent(last ->
              health
                  .withDetail("size", last.size())
                  .withDetail(
                      "ageSeconds", Duration.between(last.at(), clock.instant()).toSeconds()));
    } catch (EvidenceUnavailableException e) {
      health.withDetail("checkpoint", String.valueOf(e.getMessage()));
    }
    return health.build();
  }

  private static boolean isContradiction(RuntimeException failure) {
    return failure instanceof InconsistentLogException || failure instanceof NoteRefusedException;
  }
}
