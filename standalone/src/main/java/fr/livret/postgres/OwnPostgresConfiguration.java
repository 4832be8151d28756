package fr.livret.postgres;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Gives Spring Boot the address of the product's own PostgreSQL; pool, transactions and migrations
 * stay Boot's, as with any other.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(WithoutDatabaseOfTheUser.class)
class OwnPostgresConfiguration {

  @Bean(destroyMethod = "close")
  OwnPostgres ownPostgres(@Value("${livret.data:./livret-data}") String folder) {
    try {
      return OwnPostgres.start(Path.of(folder));
    } catch (InvalidPathException e) {
      throw new CannotStart(
          "--livret.data=" + folder + " is not the path of a folder: " + e.getReason(),
          "Name a folder; for one with accents, run in a UTF-8 locale.",
          e);
    }
  }

  @Bean
  JdbcConnectionDetails ownPostgresConnection(OwnPostgres postgres) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return postgres.jdbcUrl();
      }

      @Override
      public String getUsername() {
        return postgres.username();
      }

      @Override
      public String getPassword() {
        return postgres.password();
      }
    };
  }
}
