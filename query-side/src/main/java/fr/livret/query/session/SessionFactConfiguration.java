package fr.livret.query.session;

import fr.livret.form.event.EventJson;
import fr.livret.kernel.session.SessionEvent;
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

/** Every fact of every session; the names of members stay sealed. */
@Configuration(proxyBeanMethods = false)
class SessionFactConfiguration {
  @Bean
  FactProjection<SessionEvent> sessionFactProjection(
      @Qualifier("eventSerializer") Serializer serializer) {
    return new FactProjection<>(
        "session-facts",
        new FactProjection.Kind<>(
            SessionEvent.class, event -> event.session().value(), SessionEvent::effectiveOn),
        "query.session_fact",
        "session_id",
        List.of(),
        serializer);
  }

  @Bean
  Facts<SessionEvent> sessionFacts(
      FactProjection<SessionEvent> projection,
      JdbcClient jdbc,
      EventJson json,
      Waiting waiting,
      PlatformTransactionManager transactions) {
    return new Facts<>(projection, jdbc, json, waiting, transactions);
  }
}
