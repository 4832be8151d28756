package fr.livret.query.training;

import fr.livret.form.event.EventJson;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.query.projection.FactProjection;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Waiting;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Every fact of every training: what one is folded from for any day and any moment. */
@Configuration(proxyBeanMethods = false)
class TrainingFactConfiguration {
  @Bean
  FactProjection<TrainingEvent> trainingFactProjection(
      @Qualifier("eventSerializer") Serializer serializer) {
    return new FactProjection<>(
        "training-facts",
        new FactProjection.Kind<>(
            TrainingEvent.class, event -> event.training().value(), TrainingEvent::effectiveOn),
        "query.training_fact",
        "training_id",
        List.of(FactProjection.REQUEST),
        serializer);
  }

  @Bean
  Facts<TrainingEvent> trainingFacts(
      FactProjection<TrainingEvent> projection,
      JdbcClient jdbc,
      EventJson json,
      Waiting waiting,
      PlatformTransactionManager transactions) {
    return new Facts<>(projection, jdbc, json, waiting, transactions);
  }
}
