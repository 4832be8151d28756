package fr.livret;

import fr.livret.form.person.MasterKeyRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the master key instead of a stack trace. */
final class MasterKeyRefusedAnalyzer extends AbstractFailureAnalyzer<MasterKeyRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MasterKeyRefused cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Give the key this database was written under: in LIVRET_MASTER_KEY, in the file named by"
            + " livret.personal-data.master-key-file, or as master.key in the data folder.",
        rootFailure);
  }
}
