package fr.livret.checkpoint;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.spring.EventStoreAutoConfiguration;
import fr.livret.evidence.Checkpointer;
import fr.livret.evidence.EvidenceSchema;
import fr.livret.evidence.IssuedCheckpoints;
import fr.livret.evidence.LogTree;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Keeps evidence of tampering of the product's own event store, and says where it keeps none. */
@AutoConfiguration(after = EventStoreAutoConfiguration.class)
class EvidenceConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceConfiguration.class);

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(PostgresEventStorageEngine.class)
  @EnableConfigurationProperties(EvidenceSettings.class)
  static class Kept {

    /** Its tables stand beside those of the store, which come first. */
    @Bean
    @DependsOn("eventStorageEngine")
    LogTree logTree(DataSource database) {
      EvidenceSchema.bringUpToDate(database);
      return new LogTree(database);
    }

    @Bean
    @DependsOn("logTree")
    IssuedCheckpoints issuedCheckpoints(DataSource database) {
      return new IssuedCheckpoints(database);
    }

    @Bean
    CheckpointsAtWork checkpointsAtWork(
        DataSource database,
        IssuedCheckpoints issued,
        EvidenceSettings settings,
        @Value("${livret.data:./livret-data}") String data) {
      EvidencePlace place = EvidencePlace.of(Path.of(data), settings.folder());
      place
          .ensureKey(issued, settings.origin())
          .ifPresent(
              key -> LOG.info("Checkpoints of the event log are signed by a new key: {}", key));
      LOG.info("Checkpoints of the event log go to {}", place.folder());
      return new CheckpointsAtWork(
          () -> new Checkpointer(database, place.keyFile(), place.folder(), settings.receiver()),
          settings.every());
    }

    @Bean("evidenceHealthIndicator")
    EvidenceHealth evidenceHealth(CheckpointsAtWork work, IssuedCheckpoints issued, Clock clock) {
      return new EvidenceHealth(work, issued, clock);
    }

    @Bean
    MeterBinder evidenceGauges(
        CheckpointsAtWork work, IssuedCheckpoints issued, DataSource database, Clock clock) {
      EventLog log = new EventLog(database);
      return meters -> {
        Gauge.builder("livret.evidence.checkpoint.age", () -> age(issued, clock))
            .description("Since the last checkpoint was issued")
            .baseUnit("seconds")
            .register(meters);
        Gauge.builder("livret.evidence.unsigned", () -> log.head() - signed(issued))
            .description("Events that no checkpoint covers yet")
            .baseUnit("events")
            .register(meters);
        Gauge.builder("livret.evidence.failing", () -> work.failure().isPresent() ? 1 : 0)
            .description("1 where the last turn issued no checkpoint, or reached no receiver")
            .register(meters);
      };
    }

    private static double age(IssuedCheckpoints issued, Clock clock) {
      return issued
          .latest()
          .map(last -> Duration.between(last.at(), clock.instant()).toMillis() / 1000.0)
          .orElse(Double.NaN);
    }

    private static long signed(IssuedCheckpoints issued) {
      return issued.latest().map(IssuedCheckpoints.Issued::size).orElse(0L);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(PostgresEventStorageEngine.class)
  static class NoneKept {
    private static final String NONE =
        "No evidence of tampering is kept: events are not in the product's own event store";

    @Bean("evidenceHealthIndicator")
    HealthIndicator noEvidence() {
      LOG.warn(NONE);
      return () -> Health.unknown().withDetail("evidence", NONE).build();
    }
  }
}
