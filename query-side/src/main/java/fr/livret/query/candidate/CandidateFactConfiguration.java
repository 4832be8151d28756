package fr.livret.query.candidate;

import fr.livret.form.event.EventJson;
import fr.livret.kernel.candidate.CandidateEvent;
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

/** Every fact of every candidate; names and numbers stay sealed. */
@Configuration(proxyBeanMethods = false)
class CandidateFactConfiguration {
  @Bean
  FactProjection<CandidateEvent> candidateFactProjection(
      @Qualifier("eventSerializer") Serializer serializer) {
    return new FactProjection<>(
        "candidate-facts",
        new FactProjection.Kind<>(
            CandidateEvent.class, event -> event.candidate().value(), CandidateEvent::effectiveOn),
        "query.candidate_fact",
        "candidate_id",
        List.of(),
        serializer);
  }

  @Bean
  Facts<CandidateEvent> candidateFacts(
      FactProjection<CandidateEvent> projection,
      JdbcClient jdbc,
      EventJson json,
      Waiting waiting,
      PlatformTransactionManager transactions) {
    return new Facts<>(projection, jdbc, json, waiting, transactions);
  }
}
