package fr.livret.command.testing;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The command side running: a real server on a port of its own and a real PostgreSQL. The days are
 * swept when a test says so, and once at the start, as ever.
 */
public final class Node implements AutoCloseable {
  private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  /** Nodes that begin at once share the logging of the process, which one sets up at a time. */
  private static final ReentrantLock LOGGING = new ReentrantLock();

  private final ConfigurableApplicationContext context;

  private Node(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts one.
   *
   * @param database the JDBC URL, which several nodes may share
   */
  public static Node on(String database) {
    return on(database, Map.of());
  }

  /** Starts one that brings what minutes decide to the paths that often. */
  public static Node withMinutesEvery(String period, String database) {
    return on(database, Map.of("livret.minutes.period", period));
  }

  /**
   * Starts one with settings of its own.
   *
   * @param database the JDBC URL, which several nodes may share
   */
  public static Node on(String database, Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("spring.datasource.url", database);
    properties.put("server.port", 0);
    properties.put("server.address", "127.0.0.1");
    properties.put("spring.main.banner-mode", "off");
    properties.put("spring.main.register-shutdown-hook", false);
    properties.put("spring.threads.virtual.enabled", true);
    properties.put("axon.axonserver.enabled", false);
    properties.put("axon.update-check.disabled", true);
    properties.put("axon.timeout.enabled", false);
    properties.put("livret.clock.period", "P1D");
    properties.put("livret.title-changes.period", "PT0.1S");
    properties.put("livret.minutes.period", "PT0.1S");
    properties.put("livret.alerts.period", "P1D");
    properties.put("livret.alerts.delivery.period", "P1D");
    properties.put("LIVRET_MASTER_KEY", MASTER_KEY);
    properties.putAll(settings);
    LOGGING.lock();
    try {
      return new Node(
          new SpringApplicationBuilder(TestApp.class)
              .properties(properties)
              .listeners(new LoggingIsSet())
              .run());
    } finally {
      if (LOGGING.isHeldByCurrentThread()) {
        LOGGING.unlock();
      }
    }
  }

  /** From there on, whoever else begins in this process may set up its logging. */
  private static final class LoggingIsSet
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      if (LOGGING.isHeldByCurrentThread()) {
        LOGGING.unlock();
      }
    }
  }

  public Api api() {
    return new Api(
        context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  public Story story() {
    return new Story(api());
  }

  public Ledger ledger() {
    return new Ledger(bean(JdbcClient.class));
  }

  /** A part of the running product. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Stops it as a shutdown does. */
  @Override
  public void close() {
    context.close();
  }
}
