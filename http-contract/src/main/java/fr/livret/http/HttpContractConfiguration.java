package fr.livret.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.env.Environment;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Gives either side the contract. A {@link CommonLaw} is used where there is one; Idempotency-Key
 * is honoured where there is a {@link KeyedHash}, which a side that writes must have.
 */
@AutoConfiguration(
    beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
public class HttpContractConfiguration {
  private static final String EVERY_ADDRESS = "/*";
  private static final String THE_API = "/api/*";

  /** After the server's own decoding, before anything that looks at the body. */
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

  /** 2 MB; what is streamed has its own limits. */
  private static final int LARGEST_BODY = 2 * 1024 * 1024;

  @Bean
  ProblemAnswers problemAnswers(ObjectProvider<CommonLaw> commonLaw) {
    return new ProblemAnswers(commonLaw::getIfAvailable);
  }

  @Bean
  @ConditionalOnMissingBean
  Problems problems(ProblemAnswers answers) {
    return new Problems(answers);
  }

  @Bean
  @ConditionalOnMissingBean
  StrictParameters strictParameters() {
    return new StrictParameters();
  }

  @Bean
  @ConditionalOnMissingBean
  ErrorAnswers errorAnswers(ProblemAnswers answers) {
    return new ErrorAnswers(answers);
  }

  @Bean
  FilterRegistrationBean<RequestFilter> requestFilter(
      ProblemAnswers answers, Environment environment, ObjectProvider<StreamedBodies> streamed) {
    int largest = environment.getProperty("livret.http.largest-body", Integer.class, LARGEST_BODY);
    Set<String> addresses =
        streamed.stream()
            .flatMap(bodies -> bodies.addresses().stream())
            .collect(Collectors.toSet());
    var registration = new FilterRegistrationBean<>(new RequestFilter(answers, largest, addresses));
    registration.addUrlPatterns(EVERY_ADDRESS);
    registration.setOrder(FIRST);
    return registration;
  }

  @Bean
  @ConditionalOnBean(KeyedHash.class)
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
      KeyedHash hash, JdbcClient jdbc, ProblemAnswers answers) {
    var registration =
        new FilterRegistrationBean<>(
            new IdempotencyFilter(hash, new IdempotentAnswers(jdbc), answers));
    registration.addUrlPatterns(THE_API);
    // After whatever decides who may ask: nobody is replayed an answer that is not theirs to see.
    registration.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
    return registration;
  }

  /** What a batch sends its lines through. */
  @Bean
  WriteRequests writeRequests(
      @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> api,
      @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversions,
      ProblemAnswers answers) {
    return new WriteRequests(api::getObject, conversions::getObject, answers);
  }

  @Bean
  WebMvcConfigurer strictHttp() {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(HttpJson.mapper()));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommandContextResolver());
      }
    };
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTomcat() {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
          }
        });
  }
}
