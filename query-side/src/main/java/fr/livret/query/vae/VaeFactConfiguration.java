package fr.livret.query.vae;

import fr.livret.form.event.EventJson;
import fr.livret.kernel.vae.VaeEvent;
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

/** Every fact of every application: what one is folded from for any day and any moment. */
@Configuration(proxyBeanMethods = false)
class VaeFactConfiguration {
  @Bean
  FactProjection<VaeEvent> vaeFactProjection(@Qualifier("eventSerializer") Serializer serializer) {
    return new FactProjection<>(
        "vae-facts",
        new FactProjection.Kind<>(
            VaeEvent.class, event -> event.application().value(), VaeEvent::effectiveOn),
        "query.vae_fact",
        "application",
        List.of(),
        serializer);
  }

  @Bean
  Facts<VaeEvent> vaeFacts(
      FactProjection<VaeEvent> projection,
      JdbcClient jdbc,
      EventJson json,
      Waiting waiting,
      PlatformTransactionManager transactions) {
    return new Facts<>(projection, jdbc, json, waiting, transactions);
  }
}
