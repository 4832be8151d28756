package fr.livret.cli;

import fr.livret.cli.Server.NoAnswer;
import fr.livret.cli.Server.Refusal;
import fr.livret.command.imports.CsvSource;
import fr.livret.command.imports.LineSource;
import fr.livret.command.imports.NdjsonSource;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code livret import FILE}: sends a file to a running Livret in parts, each answered before the
 * next is sent. Cut short, it goes on when it is given again: what was done is answered from
 * memory.
 */
@Command(
    name = "import",
    description = {
      "Imports a file of writes, one per line, into a running Livret.",
      "Refused lines go to the standard output, progress to the standard error."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:every line was accepted",
      "1:some lines were refused",
      "2:it could not be done to its end; the same command goes on from there"
    })
final class ImportVerb implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "NDJSON or CSV; - is the standard input")
  private String file = "-";

  @Option(names = "--url", description = "of the Livret (${DEFAULT-VALUE})")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--dry-run", description = "tell what would happen; store nothing")
  private boolean dryRun;

  @Option(names = "--csv", description = "a table with a header, whatever the file is called")
  private boolean csv;

  @Option(names = "--name", description = "of the import (the file's name)")
  private @Nullable String name;

  @Option(names = "--actor", description = "who imports, as recorded (${DEFAULT-VALUE})")
  private String actor = System.getProperty("user.name", "livret-import");

  @Option(names = "--report", description = "write refused lines here, as JSON")
  private @Nullable Path report;

  @Option(names = "--retry-refused", description = "decide again what rules refused before")
  private boolean retryRefused;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (InputStream in = opened();
        Refused refused = refused()) {
      LineSource source = isCsv() ? new CsvSource(in) : new NdjsonSource(in, 1);
      @Nullable Long size = file.equals("-") ? null : Files.size(Path.of(file));
      Progress progress = new Progress(err, source, size);
      Upload upload =
          new Upload(
              new Server(url, actor), nameOf(), retryRefused, size, source, refused, progress);
      if (dryRun) {
        upload.rehearse();
      } else {
        upload.carryOut();
      }
      progress.end();
      if (progress.lines() == 0) {
        err.println("livret import: " + file + " holds no line");
        return Cli.NOT_DONE;
      }
      return progress.refused() == 0 ? Cli.DONE : Cli.SOME_REFUSED;
    } catch (Refusal refusal) {
      err.println("livret import: refused: " + refusal.getMessage());
    } catch (NoAnswer none) {
      err.println(
          "livret import: no answer from "
              + url
              + " ("
              + none.getMessage()
              + ");"
              + " what was done stands, the same command goes on from there");
    } catch (IOException e) {
      err.println("livret import: " + file + " cannot be read: " + e.getMessage());
    }
    return Cli.NOT_DONE;
  }

  private InputStream opened() throws IOException {
    return file.equals("-")
        ? System.in
        : new BufferedInputStream(Files.newInputStream(Path.of(file)), 256 * 1024);
  }

  private Refused refused() throws IOException {
    return report == null
        ? new Refused(spec.commandLine().getOut())
        : new Refused(new BufferedWriter(Files.newBufferedWriter(report)));
  }

  private boolean isCsv() {
    return csv || file.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** What the server takes for a name: the file's, as far as it goes. */
  private String nameOf() {
    if (name != null) {
      return name;
    }
    if (file.equals("-")) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "The standard input has no name: give one with --name");
    }
    String named = String.valueOf(Path.of(file).getFileName()).replaceAll("[^A-Za-z0-9._-]", "-");
    String begun = named.matches("[A-Za-z0-9].*") ? named : "f" + named;
    return begun.substring(0, Math.min(100, begun.length()));
  }
}
