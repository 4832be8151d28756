package fr.livret.benchmarks;

import fr.livret.LivretApplication;
import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.path.PathId;
import fr.livret.query.projection.Progress;
import fr.livret.query.projection.Projections;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** The whole product in this process, on a database of its own. */
final class Product implements AutoCloseable {
  /** The product's own engine, and Axon's, as {@code event-store.engine} names them. */
  enum Engine {
    SEQUENCED("sequenced"),
    STOCK("axon-jdbc");

    private final String property;

    Engine(String property) {
      this.property = property;
    }
  }

  private static final int CONNECTIONS = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final ConfigurableApplicationContext context;
  private final Commands commands;
  private final Projections projections;

  private Product(ConfigurableApplicationContext context) {
    this.context = context;
    this.commands = context.getBean(Commands.class);
    this.projections = context.getBean(Projections.class);
  }

  /** Starts it; returns once it serves. */
  static Product start(Bench bench, String url, Engine engine, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--event-store.engine=" + engine.property);
    arguments.add("--spring.datasource.url=" + url);
    arguments.add("--spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS);
    arguments.add("--livret.data=" + bench.postgres().dataOf(url));
    arguments.add("--server.port=0");
    arguments.add("--logging.level.root=warn");
    return new Product(
        SpringApplication.run(LivretApplication.class, arguments.toArray(String[]::new)));
  }

  /** What signs checkpoints; it may rest. */
  SmartLifecycle checkpoints() {
    return context.getBean("checkpointsAtWork", SmartLifecycle.class);
  }

  /** Commands sent in this process. */
  Stories.Way<PathId> inProcess() {
    CandidateId candidate = new CandidateId(Ids.next());
    LocalDate today = LocalDate.now(fr.livret.kernel.law.Days.PARIS);
    return new Stories.Way<>() {
      @Override
      public PathId open() {
        PathId path = new PathId(Ids.next());
        commands.send(Story.command(0, path, candidate, today), origin().onNewId());
        return path;
      }

      @Override
      public void obtain(PathId path, String ccp, LocalDate day) {
        send(Story.command(1 + Story.OBTAINED.indexOf(day), path, candidate, today));
      }
    };
  }

  void send(Object command) {
    commands.send(command, origin());
  }

  private static Origin origin() {
    return new Origin("agent:b.martin@gestion", Ids.next().toString(), null, null);
  }

  Projections projections() {
    return projections;
  }

  /** Holds all that follows the events, but for that projection. */
  void holdAllBut(String live) {
    projections.names().stream().filter(name -> !name.equals(live)).forEach(projections::stop);
    automations().forEach(StreamingEventProcessor::shutDown);
  }

  /** Lets what is held follow again, and waits until all have taken what there is. */
  void releaseAllBut(String live) {
    projections.names().stream().filter(name -> !name.equals(live)).forEach(projections::start);
    automations().forEach(StreamingEventProcessor::start);
    settle();
  }

  private List<StreamingEventProcessor> automations() {
    return context.getBean(EventProcessingConfiguration.class).eventProcessors().values().stream()
        .filter(StreamingEventProcessor.class::isInstance)
        .map(StreamingEventProcessor.class::cast)
        .toList();
  }

  /** Waits until every projection and every automation has taken what there is. */
  void settle() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!settled()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "the projections do not catch up: " + projections.progress());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the product settles", e);
      }
    }
  }

  private boolean settled() {
    return projections.progress().values().stream().allMatch(Product::upToDate)
        && automations().stream()
            .flatMap(processor -> processor.processingStatus().values().stream())
            .allMatch(EventTrackerStatus::isCaughtUp);
  }

  private static boolean upToDate(Progress progress) {
    return progress.state() == Progress.State.FOLLOWING && progress.lag() == 0;
  }

  @Override
  public void close() {
    context.close();
  }
}
