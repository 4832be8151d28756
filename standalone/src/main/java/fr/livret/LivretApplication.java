package fr.livret;

import fr.livret.cli.Cli;
import fr.livret.command.CommandSideConfiguration;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.http.CommonLaw;
import fr.livret.kernel.law.Days;
import fr.livret.query.QuerySideConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The whole product in one process: both sides, on the product's own PostgreSQL or the user's. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({"fr.livret.postgres", "fr.livret.demo", "fr.livret.upkeep"})
@Import({CommandSideConfiguration.class, QuerySideConfiguration.class, ApiDescription.class})
public class LivretApplication {

  /**
   * Starts the product; the arguments are Spring Boot properties ({@code --livret.data=...}). Where
   * they begin with a verb, does that instead and starts nothing.
   */
  public static void main(String[] args) {
    if (Cli.takes(args)) {
      System.exit(Cli.run(args));
    }
    SpringApplication.run(LivretApplication.class, args);
  }

  /** Days begin and end in Paris. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.system(Days.PARIS);
  }

  @Bean
  CommonLaw commonLaw(RegimeLibrary regimes) {
    return new CommonLaw(regimes::common);
  }
}
