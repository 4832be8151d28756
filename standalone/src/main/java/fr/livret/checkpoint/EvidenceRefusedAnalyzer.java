package fr.livret.checkpoint;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the reason and the remedy instead of a stack trace. */
final class EvidenceRefusedAnalyzer extends AbstractFailureAnalyzer<EvidenceRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EvidenceRefused cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), rootFailure);
  }
}
