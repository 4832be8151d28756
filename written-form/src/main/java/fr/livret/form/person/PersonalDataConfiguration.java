package fr.livret.form.person;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives either side its {@link PersonalData}. The master key is, in this order: {@code
 * LIVRET_MASTER_KEY} of the environment; the file {@code livret.personal-data.master-key-file}; the
 * file {@code master.key} in the folder {@code livret.data}, made at first start.
 */
@Configuration(proxyBeanMethods = false)
public class PersonalDataConfiguration {
  private static final String KEY = "LIVRET_MASTER_KEY";

  /** Waits for the tables to be there: whatever needs a {@link JdbcClient} follows Flyway. */
  @Bean
  PersonalData personalData(JdbcClient jdbc, Environment environment) {
    return PersonalData.open(jdbc, masterKey(jdbc, environment));
  }

  private static MasterKey masterKey(JdbcClient jdbc, Environment environment) {
    String key = environment.getProperty(KEY);
    if (key != null && !key.isBlank()) {
      return MasterKey.parse(key, KEY);
    }
    String file = environment.getProperty("livret.personal-data.master-key-file");
    if (file != null && !file.isBlank()) {
      return MasterKey.inFile(Path.of(file));
    }
    String folder = environment.getProperty("livret.data", "./livret-data");
    return MasterKey.inFileOrNew(Path.of(folder, "master.key"), () -> alreadyNeeded(jdbc));
  }

  private static boolean alreadyNeeded(JdbcClient jdbc) {
    return jdbc.sql("select exists (table fingerprint_key) or exists (table person_key)")
        .query(Boolean.class)
        .single();
  }
}
