package fr.livret;

import fr.livret.form.law.LawFileException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong in which file of the law, and on which line, instead of a stack trace. */
final class LawFileAnalyzer extends AbstractFailureAnalyzer<LawFileException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, LawFileException cause) {
    return new FailureAnalysis(
        "Files of the law cannot be taken as they are:\n\n" + cause.getMessage(),
        "Mend the files named; nothing was loaded from them.",
        rootFailure);
  }
}
