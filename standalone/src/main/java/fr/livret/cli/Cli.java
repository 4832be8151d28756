package fr.livret.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code livret VERB ...}. Each verb is a class of its own, named here. Without a verb the
 * arguments are those of the server.
 */
@Command(
    name = "livret",
    description = "Without a verb, starts the product; its options are those of the README.",
    mixinStandardHelpOptions = true,
    version = "Livret",
    subcommands = {
      ImportVerb.class,
      StoreVerb.class,
      VerifyVerb.class,
      ExportVerb.class,
      BundleVerb.class,
      CheckpointVerb.class,
      RotateKeyVerb.class,
      ReplayVerb.class
    },
    synopsisSubcommandLabel = "VERB")
public final class Cli {
  /** Everything was done. */
  static final int DONE = 0;

  /** Some of it was refused, and told. */
  static final int SOME_REFUSED = 1;

  /** Something was touched, or contradicts what was signed, and was named. */
  static final int FOUND = 1;

  /** It could not be done, or not to its end. */
  static final int NOT_DONE = 2;

  private Cli() {}

  /** Whether these arguments name a verb, or ask which there are. */
  public static boolean takes(String[] arguments) {
    return arguments.length > 0
        && (!arguments[0].startsWith("-")
            || arguments[0].equals("--help")
            || arguments[0].equals("-h"));
  }

  /** Does what the verb says; gives the exit status. */
  public static int run(String... arguments) {
    return new CommandLine(new Cli())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }
}
