package fr.livret.cli;

import fr.livret.postgres.CannotStart;
import fr.livret.postgres.OwnPostgres;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/** The options that name the database, as they do for the product. */
final class DatabaseOptions {
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

  /** The data folder of the product. */
  Path data() {
    return data;
  }

  /**
   * Works on the database while the product is stopped.
   *
   * @throws CannotStart where the product's own PostgreSQL is at work, or cannot be
   */
  <T> T whileStopped(Function<DataSource, T> work) {
    if (url != null && !url.isBlank()) {
      return work.apply(at(url, username, password));
    }
    try (OwnPostgres own = OwnPostgres.startExisting(data)) {
      return work.apply(at(own.jdbcUrl(), own.username(), own.password()));
    }
  }

  /**
   * Works on the database beside the product, or without it.
   *
   * @throws CannotStart where the product's own PostgreSQL is not at work and cannot be
   */
  <T> T beside(Function<DataSource, T> work) {
    Optional<OwnPostgres.Served> served =
        url == null || url.isBlank() ? OwnPostgres.served(data) : Optional.empty();
    if (served.isPresent()) {
      OwnPostgres.Served at = served.get();
      return work.apply(at(at.jdbcUrl(), at.username(), at.password()));
    }
    return whileStopped(work);
  }

  private static DataSource at(String url, @Nullable String username, @Nullable String password) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    if (username != null) {
      database.setUser(username);
      database.setPassword(password);
    }
    return database;
  }
}
