package fr.livret.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs on the data folder, under the right account. */
record Toolbox(Programs programs, Account account, DataFolder folder) {

  /**
   * What a program left.
   *
   * @param output both streams
   */
  record Outcome(int exitCode, String output) {

    boolean succeeded() {
      return exitCode == 0;
    }
  }

  Toolbox as(Account other) {
    return new Toolbox(programs, other, folder);
  }

  Outcome run(Duration limit, String program, List<String> arguments) {
    var command = new ArrayList<>(account.prefix());
    command.add(programs.path(program));
    command.addAll(arguments);
    // A file, not a pipe: the server that pg_ctl leaves behind would keep a pipe open.
    var output = folder.scratch(program);
    try {
      var builder =
          new ProcessBuilder(command)
              .directory(folder.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      var process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new CannotStart(
            "%s did not finish within %d s.".formatted(program, limit.toSeconds()),
            "Look into " + folder.log() + ".");
      }
      return new Outcome(process.exitValue(), Files.readString(output, UTF_8).strip());
    } catch (IOException e) {
      throw DataFolder.unwritable(folder.root(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + program, e);
    } finally {
      deleteQuietly(output);
    }
  }

  private static void deleteQuietly(Path output) {
    // Windows keeps it while the server that inherited it runs; the next start sweeps it.
    var unused = output.toFile().delete();
  }
}
