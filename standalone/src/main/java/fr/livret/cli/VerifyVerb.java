package fr.livret.cli;

import fr.livret.evidence.Finding;
import fr.livret.evidence.IssuedCheckpoints;
import fr.livret.evidence.KnownKeys;
import fr.livret.evidence.Verification;
import fr.livret.evidence.Verification.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code livret verify}: looks at every event, every stored hash and every checkpoint. */
@Command(
    name = "verify",
    description = {
      "Checks that nobody has touched the event log: every event, hash and checkpoint.",
      "The product may run meanwhile. Each finding is a line of the standard output."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:nothing was touched",
      "1:something was touched, and is named",
      "2:the arguments are wrong, or something could not be read, which proves nothing"
    })
final class VerifyVerb extends EvidenceVerb {
  private static final Duration TOLD = Duration.ofSeconds(10);

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "with the public keys that count, as you know them (those of the product)")
  private @Nullable Path known;

  private long told = System.nanoTime();

  @Override
  int done() {
    return on(this::verified);
  }

  private int verified(DataSource database) {
    Report report =
        new Verification(database, place().folder(), knownKeys()).run(this::tellProgress);
    for (Finding finding : report.findings()) {
      out().printf("%s: %s: %s%n", places(finding), finding.kind(), finding.message());
    }
    long more = report.number() - report.findings().size();
    if (more > 0) {
      out().printf("and %d more%n", more);
    }
    return concluded(report, new IssuedCheckpoints(database).latest());
  }

  private int concluded(Report report, Optional<IssuedCheckpoints.Issued> latest) {
    String looked =
        "%d events, %d hashes, %d checkpoints"
            .formatted(report.events(), report.leaves(), report.checkpoints());
    if (!report.isClean()) {
      err().printf("%s: %d finding%s%n", looked, report.number(), report.number() == 1 ? "" : "s");
      return Cli.FOUND;
    }
    if (latest.isEmpty() && report.events() > 0) {
      err().println(looked + ": nothing was signed yet, so that nothing can be verified");
      return Cli.NOT_DONE;
    }
    out()
        .printf(
            "%s: nothing was touched; signed up to position %d%n",
            looked, latest.map(IssuedCheckpoints.Issued::size).orElse(0L));
    return Cli.DONE;
  }

  private KnownKeys knownKeys() {
    if (known == null) {
      return keys().known();
    }
    try {
      List<String> lines = Files.readAllLines(known);
      return KnownKeys.parse(lines);
    } catch (IOException e) {
      throw wrong("--keys: " + known + " cannot be read: " + e);
    } catch (IllegalArgumentException e) {
      throw wrong("--keys: " + known + ": " + e.getMessage());
    }
  }

  private static String places(Finding finding) {
    return switch (finding.kind()) {
      case UNKNOWN_KEY,
          BAD_SIGNATURE,
          RETIRED_KEY,
          MALFORMED,
          TWO_CHECKPOINTS,
          CHECKPOINT_MISSING ->
          finding.from() == 0 ? "keys" : "checkpoint " + finding.from();
      case CHANGED, MISSING, INSERTED, SWAPPED, TRUNCATED, ROLLED_BACK, REWRITTEN, TREE_CHANGED ->
          finding.from() == finding.to()
              ? "position " + finding.from()
              : "positions %d-%d".formatted(finding.from(), finding.to());
      case SNAPSHOT -> "snapshot";
    };
  }

  private void tellProgress(long position) {
    long now = System.nanoTime();
    if (now - told >= TOLD.toNanos()) {
      told = now;
      err().println("looked at all up to position " + position);
    }
  }
}
