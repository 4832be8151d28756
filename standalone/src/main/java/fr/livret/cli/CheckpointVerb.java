package fr.livret.cli;

import fr.livret.evidence.Checkpointer;
import fr.livret.evidence.SignedCheckpoint;
import java.util.Optional;
import javax.sql.DataSource;
import picocli.CommandLine.Command;

/** {@code livret checkpoint}: issues one now, without waiting for the turn of the product. */
@Command(
    name = "checkpoint",
    description = {
      "Signs a checkpoint of the event log as it is, unless the last one says the same.",
      "The product may run meanwhile; it sends the checkpoint to its webhook. Prints the note."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:the note printed is the latest",
      "1:refused: what would be signed contradicts what was",
      "2:the arguments are wrong, or it could not be done"
    })
final class CheckpointVerb extends EvidenceVerb {

  @Override
  int done() {
    return on(this::issued);
  }

  private int issued(DataSource database) {
    try (Checkpointer checkpointer =
        new Checkpointer(database, place().keyFile(), place().folder(), null)) {
      Optional<SignedCheckpoint> latest = checkpointer.issue();
      if (latest.isEmpty()) {
        err().println("The log is empty: there is nothing to sign");
      }
      latest.ifPresent(signed -> out().print(signed.note()));
      out().flush();
      return Cli.DONE;
    }
  }
}
