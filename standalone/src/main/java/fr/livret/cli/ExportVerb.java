package fr.livret.cli;

import fr.livret.evidence.Export;
import fr.livret.evidence.IssuedCheckpoints;
import fr.livret.evidence.KnownKeys;
import fr.livret.evidence.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code livret export}: writes events so that somebody without Livret can check them. */
@Command(
    name = "export",
    description = {
      "Writes events under the latest checkpoint into a zip: all, or chosen ones with their"
          + " proofs.",
      "tools/verify-evidence.py checks it without Livret. The product may run meanwhile."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:the file is written",
      "1:what is stored contradicts what was signed: no file is written",
      "2:the arguments are wrong, or it could not be done: no file is written"
    })
final class ExportVerb extends EvidenceVerb {
  private static final Pattern RANGE =
      Pattern.compile("([1-9][0-9]{0,17})(?:-([1-9][0-9]{0,17}))?");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "to be written; never one that is there")
  private Path out = Path.of("export.zip");

  @ArgGroup private @Nullable Chosen chosen;

  /** Which events; without it, all. */
  static final class Chosen {
    @Option(names = "--path", paramLabel = "ID", description = "the history of a path alone")
    private @Nullable String path;

    @Option(
        names = "--positions",
        paramLabel = "A-B",
        description = "the events from one position to another, or at one")
    private @Nullable String positions;
  }

  @Override
  int done() {
    return on(this::exported);
  }

  private int exported(DataSource database) {
    if (Files.exists(out)) {
      throw wrong("--out: " + out + " is there already: name another file, or move it away");
    }
    KnownKeys known = keys().known();
    Optional<IssuedCheckpoints.Issued> latest = new IssuedCheckpoints(database).latest();
    if (latest.isEmpty()) {
      err().println("livret export: nothing was signed yet: run livret checkpoint first");
      return Cli.NOT_DONE;
    }
    SignedCheckpoint checkpoint = known.open(latest.get().note());
    Export export = new Export(database, checkpoint, known);
    long size = checkpoint.checkpoint().size();
    Optional<SortedSet<Long>> positions =
        Optional.ofNullable(chosen).map(which -> positions(which, export, size));
    write(export, positions);
    out()
        .printf(
            "%d events in %s, under the checkpoint of size %d%n",
            positions.map(SortedSet::size).map(Integer::longValue).orElse(size), out, size);
    return Cli.DONE;
  }

  private SortedSet<Long> positions(Chosen which, Export export, long size) {
    if (which.path != null) {
      SortedSet<Long> positions = export.positionsOf(which.path);
      if (positions.isEmpty()) {
        throw wrong(
            "--path: the checkpoint of size %d covers no event of %s".formatted(size, which.path));
      }
      return positions;
    }
    return range(String.valueOf(which.positions), size);
  }

  private SortedSet<Long> range(String text, long size) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw wrong("--positions: as in 1-100, or 42, and not: " + text);
    }
    long from = Long.parseLong(range.group(1));
    long to = range.group(2) == null ? from : Long.parseLong(range.group(2));
    if (from > to || to > size) {
      throw wrong("--positions: the checkpoint covers 1-%d, and not %s".formatted(size, text));
    }
    SortedSet<Long> positions = new TreeSet<>();
    LongStream.rangeClosed(from, to).forEach(positions::add);
    return positions;
  }

  private void write(Export export, Optional<SortedSet<Long>> positions) {
    try {
      NewZip.write(
          out,
          target -> {
            if (positions.isPresent()) {
              export.of(positions.get(), target);
            } else {
              export.all(target);
            }
          });
    } catch (IOException e) {
      throw wrong("--out: " + out + " cannot be written: " + e);
    }
  }
}
