package fr.livret.cli;

import fr.livret.evidence.VerifierKey;
import picocli.CommandLine.Command;

/** {@code livret rotate-key}: lets a new key sign from the next checkpoint on. */
@Command(
    name = "rotate-key",
    description = {
      "Makes a new key, which signs from the next checkpoint on; that one both keys sign.",
      "Then the old private half is let go of. The product may run. Prints the new public key."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:the key printed signs from the next checkpoint on",
      "2:the arguments are wrong, or it could not be done"
    })
final class RotateKeyVerb extends EvidenceVerb {

  /** The keys are a matter of the key file alone. */
  @Override
  int done() {
    VerifierKey next = keys().rotate();
    out().println(next);
    err().println("It signs from the next checkpoint on: give it to all who verify");
    return Cli.DONE;
  }
}
