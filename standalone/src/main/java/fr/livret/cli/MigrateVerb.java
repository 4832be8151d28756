package fr.livret.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.livret.eventstore.migration.AxonTableMigration;
import fr.livret.eventstore.migration.AxonTableMigration.Summary;
import fr.livret.eventstore.migration.AxonTables;
import fr.livret.eventstore.migration.MigrationRefused;
import fr.livret.postgres.CannotStart;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code livret store migrate}: takes the events of Axon's own tables over into the event store,
 * while the product is stopped. Cut short, it goes on when it is given again.
 */
@Command(
    name = "migrate",
    description = {
      "Takes events, snapshots and tokens of Axon's own tables over into the event store.",
      "Stop the product first. Its options name the database as they do for the product."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:everything is in the event store",
      "2:refused, or cut short; once cured, the same command goes on from there"
    })
final class MigrateVerb implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Override
  public Integer call() {
    LoggingSystem.get(MigrateVerb.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    PrintWriter err = spec.commandLine().getErr();
    try {
      tell(database.whileStopped(found -> migration(found).run(new MigrationTold(err)::tell)));
      return Cli.DONE;
    } catch (MigrationRefused refused) {
      err.println("livret store migrate: refused: " + refused.getMessage());
    } catch (CannotStart none) {
      err.println("livret store migrate: " + none.reason() + "\n" + none.remedy());
    } catch (EventStoreException | FlywayException cut) {
      Throwable cause = cut.getCause() == null ? cut : cut.getCause();
      err.println("livret store migrate: " + cut.getMessage() + " (" + cause.getMessage() + ")");
    }
    return Cli.NOT_DONE;
  }

  /** From the tables and the serializer the product has used. */
  private static AxonTableMigration migration(DataSource database) {
    Serializer tokens =
        JacksonSerializer.builder()
            .objectMapper(new ObjectMapper().findAndRegisterModules())
            .build();
    return new AxonTableMigration(database, AxonTables.underscored(), tokens);
  }

  private void tell(Optional<Summary> done) {
    PrintWriter out = spec.commandLine().getOut();
    done.ifPresentOrElse(
        summary -> {
          out.printf(
              "%d events, %d snapshots and %d tokens are in the event store, and compared%n",
              summary.events(), summary.snapshots(), summary.tokens());
          if (summary.cut() > 0) {
            out.printf(
                "%d time stamps were finer than a microsecond, and were cut to one%n",
                summary.cut());
          }
        },
        () -> out.println("Everything was in the event store already"));
  }
}
