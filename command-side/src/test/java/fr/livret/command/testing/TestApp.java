package fr.livret.command.testing;

import fr.livret.command.CommandSideConfiguration;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.http.CommonLaw;
import java.time.Clock;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The command side as the product composes it, but for its clock, and for a name of its own: Axon
 * would take two nodes in one process for one.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandSideConfiguration.class)
class TestApp {

  @Bean
  Clock clock() {
    return new MovableClock();
  }

  @Bean
  CommonLaw commonLaw(RegimeLibrary regimes) {
    return new CommonLaw(regimes::common);
  }

  @Bean
  TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, TokenSchema schema) {
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .serializer(serializer)
        .schema(schema)
        .nodeId(UUID.randomUUID().toString())
        .build();
  }
}
