package fr.livret.command.dispatch;

import fr.livret.eventstore.BoundedCache;
import java.util.Collection;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The aggregates this node remembers, so that a command need not read all their facts again. Each
 * kind has a cache of its own: an id of one kind may be given for another.
 */
@Configuration(proxyBeanMethods = false)
public class AggregateCaches {
  public static final String PATHS = "rememberedPaths";
  public static final String CANDIDATES = "rememberedCandidates";
  public static final String SESSIONS = "rememberedSessions";
  public static final String TRAININGS = "rememberedTrainings";
  public static final String APPLICATIONS = "rememberedApplications";

  private final int size;

  AggregateCaches(@Value("${livret.commands.remembered:5000}") int size) {
    this.size = size;
  }

  @Bean(PATHS)
  Cache paths() {
    return new BoundedCache(size);
  }

  @Bean(CANDIDATES)
  Cache candidates() {
    return new BoundedCache(size);
  }

  @Bean(SESSIONS)
  Cache sessions() {
    return new BoundedCache(size);
  }

  @Bean(TRAININGS)
  Cache trainings() {
    return new BoundedCache(size);
  }

  @Bean(APPLICATIONS)
  Cache applications() {
    return new BoundedCache(size);
  }

  /** What is remembered, of whichever kind. */
  @Component
  static class Remembered {
    private final Collection<Cache> caches;

    Remembered(ObjectProvider<Cache> caches) {
      this.caches = List.copyOf(caches.stream().toList());
    }

    boolean has(String id) {
      return caches.stream().anyMatch(cache -> cache.containsKey(id));
    }

    void forget(String id) {
      caches.forEach(cache -> cache.remove(id));
    }
  }
}
