package fr.livret.cli;

import fr.livret.checkpoint.EvidencePlace;
import fr.livret.evidence.EvidenceSchema;
import fr.livret.evidence.EvidenceUnavailableException;
import fr.livret.evidence.InconsistentLogException;
import fr.livret.evidence.KeyFile;
import fr.livret.evidence.NoteRefusedException;
import fr.livret.postgres.CannotStart;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the verbs of the evidence share: its places, and how its failures are told. */
abstract class EvidenceVerb implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DatabaseOptions options = new DatabaseOptions();

  @Option(
      names = "--livret.evidence.folder",
      paramLabel = "FOLDER",
      defaultValue = "${env:LIVRET_EVIDENCE_FOLDER}",
      description = "of the checkpoints, where it is not in the data folder")
  private @Nullable String folder;

  /** Does what the verb says; gives the exit status. */
  abstract int done();

  /** Does it on the database, where evidence is kept in it. */
  final int on(ToIntFunction<DataSource> work) {
    return options.beside(database -> onEvidence(database, work));
  }

  private int onEvidence(DataSource database, ToIntFunction<DataSource> work) {
    if (!EvidenceSchema.isThere(database)) {
      err()
          .println(
              named()
                  + "there is no evidence in this database: it is kept of the product's own event"
                  + " store, from the first start on");
      return Cli.NOT_DONE;
    }
    return work.applyAsInt(database);
  }

  /** What fails is told in a sentence. */
  @Override
  public final Integer call() {
    LoggingSystem.get(EvidenceVerb.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    try {
      return done();
    } catch (InconsistentLogException | NoteRefusedException found) {
      err().println(named() + found.getMessage());
      return Cli.FOUND;
    } catch (CannotStart none) {
      err().println(named() + none.reason() + "\n" + none.remedy());
    } catch (EventStoreException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      err().println(named() + failed.getMessage() + " (" + cause.getMessage() + ")");
    } catch (EvidenceUnavailableException | IllegalArgumentException | IllegalStateException e) {
      err().println(named() + e.getMessage());
    }
    return Cli.NOT_DONE;
  }

  /** The data folder of the product. */
  final Path data() {
    return options.data();
  }

  final EvidencePlace place() {
    return EvidencePlace.of(data(), folder);
  }

  final KeyFile keys() {
    return new KeyFile(place().keyFile());
  }

  /** A wrong option; the message begins with its name. */
  final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private String named() {
    return spec.qualifiedName() + ": ";
  }
}
