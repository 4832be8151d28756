package fr.livret;

import fr.livret.eventstore.migration.NotMigrated;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows how to take old events over instead of a stack trace. */
final class NotMigratedAnalyzer extends AbstractFailureAnalyzer<NotMigrated> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NotMigrated cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "With the product stopped, run `livret store migrate`, naming the same database. To go on"
            + " as before meanwhile, start with event-store.engine=axon-jdbc.",
        rootFailure);
  }
}
