package fr.livret.product;

import fr.livret.LivretApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A verb of the command line in a process of its own. */
final class CommandLineProcess {
  private final Process process;
  private final Path out;
  private final Path err;

  private CommandLineProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** What came of it. */
  record Result(int status, String out, String err) {}

  static CommandLineProcess start(Path folder, String... arguments) {
    try {
      Path out = Files.createTempFile(folder, "verb", ".out");
      Path err = Files.createTempFile(folder, "verb", ".err");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
      command.add(System.getProperty("java.class.path"));
      command.add(LivretApplication.class.getName());
      command.addAll(List.of(arguments));
      return new CommandLineProcess(
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start(),
          out,
          err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Result run(Path folder, String... arguments) {
    return start(folder, arguments).result();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** kill -9. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  Result result() {
    try {
      if (!process.waitFor(4, TimeUnit.MINUTES)) {
        kill();
        throw new IllegalStateException("It does not end: " + Files.readString(err));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
