package fr.livret.query.path;

import fr.livret.form.event.EventJson;
import fr.livret.kernel.path.PathEvent;
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

/** Every fact of every path: what one is folded from for any day and any moment. */
@Configuration(proxyBeanMethods = false)
class PathFactConfiguration {
  @Bean
  FactProjection<PathEvent> pathFactProjection(
      @Qualifier("eventSerializer") Serializer serializer) {
    return new FactProjection<>(
        "path-facts",
        new FactProjection.Kind<>(
            PathEvent.class, event -> event.path().value(), PathEvent::effectiveOn),
        "query.path_fact",
        "path_id",
        List.of(FactProjection.REQUEST, FactProjection.PROVENANCE),
        serializer);
  }

  @Bean
  Facts<PathEvent> pathFacts(
      FactProjection<PathEvent> projection,
      JdbcClient jdbc,
      EventJson json,
      Waiting waiting,
      PlatformTransactionManager transactions) {
    return new Facts<>(projection, jdbc, json, waiting, transactions);
  }
}
