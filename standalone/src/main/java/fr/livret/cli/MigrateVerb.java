package fr.livret.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.livret.eventstore.migration.AxonTableMigration;
import fr.livret.eventstore.migration.AxonTableMigration.Summary;
import fr.livret.eventstore.migration.AxonTables;
import fr.livret.eventstore.migration.MigrationRefused;
import fr.livret.postgres.CannotStart;
import fr.livret.postgres.OwnPostgres;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = {"--data", "--livret.data"},
      paramLabel = "FOLDER",
      defaultValue = "${env:LIVRET_DATA:-livret-data}",
      description = "of the product (${DEFAULT-VALUE})")
  private Path data = Path.of("livret-data");

  @Option(
      names = "--spring.datasource.url",
      paramLabel = "URL",
      defaultValue = "${env:SPRING_DATASOURCE_URL}",
      description = "of a PostgreSQL of your own, instead of the one in the data folder")
  private @Nullable String url;

  @Option(
      names = "--spring.datasource.username",
      paramLabel = "NAME",
      defaultValue = "${env:SPRING_DATASOURCE_USERNAME}",
      description = "there")
  private @Nullable String username;

  @Option(
      names = "--spring.datasource.password",
      paramLabel = "PASSWORD",
      defaultValue = "${env:SPRING_DATASOURCE_PASSWORD}",
      description = "there; better given as SPRING_DATASOURCE_PASSWORD, which nobody else sees")
  private @Nullable String password;

  @Override
  public Integer call() {
    LoggingSystem.get(MigrateVerb.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    PrintWriter err = spec.commandLine().getErr();
    try {
      tell(migrated(err));
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

  private Optional<Summary> migrated(PrintWriter err) {
    if (url != null && !url.isBlank()) {
      return migrated(url, username, password, err);
    }
    try (OwnPostgres own = OwnPostgres.startExisting(data)) {
      return migrated(own.jdbcUrl(), own.username(), own.password(), err);
    }
  }

  private static Optional<Summary> migrated(
      String url, @Nullable String username, @Nullable String password, PrintWriter err) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    if (username != null) {
      database.setUser(username);
      database.setPassword(password);
    }
    return migration(database).run(new MigrationTold(err)::tell);
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
