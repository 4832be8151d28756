package fr.livret.http;

import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Mark;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The test API on a real server and a real PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TestApp {

  @Bean
  DataSource dataSource() {
    return TestPostgres.freshDatabase();
  }

  @Bean
  TestApi testApi() {
    return new TestApi();
  }

  @Bean
  CommonLaw commonLaw() {
    return new CommonLaw(rule ->
        new LegalBasis(
            "COMMON#" + rule.key(), "our reading", "words", Mark.READING, "COMMON.yaml:1"));
  }

  @Bean
  KeyedHash keyedHash() {
    return new KeyedHash(TestApp::hmac);
  }

  private static byte[] hmac(byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
