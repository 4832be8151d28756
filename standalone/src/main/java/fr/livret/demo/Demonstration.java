package fr.livret.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration with {@code --livret.demo=true}, beside the start: the product answers
 * meanwhile. Started again it goes on where it was stopped, and adds nothing to what is there.
 */
@Component
@ConditionalOnProperty(name = "livret.demo", havingValue = "true")
final class Demonstration {
  private final Environment environment;
  private final Clock clock;
  private final CompletableFuture<Tally.Report> report = new CompletableFuture<>();
  private final Thread thread = Thread.ofVirtual().name("demonstration").unstarted(this::load);

  Demonstration(Environment environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  /** The référentiels are published and the port is known. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    thread.start();
  }

  /** Before the server refuses the requests that are still to come. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    thread.interrupt();
  }

  /** What was loaded, once it is. */
  CompletableFuture<Tally.Report> report() {
    return report;
  }

  private void load() {
    int port = environment.getRequiredProperty("local.server.port", Integer.class);
    URI server = URI.create("http://127.0.0.1:" + port);
    Loader loader = new Loader(server, LocalDate.now(clock));
    try (HttpClient http = HttpClient.newHttpClient()) {
      new SessionStories(http, server).tell();
      report.complete(loader.tell(Population.all()));
    } catch (InterruptedException _) {
      report.cancel(false);
    } catch (RuntimeException e) {
      report.completeExceptionally(e);
      throw e;
    }
  }
}
