package fr.livret.query.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** DOWN as soon as one projection no longer follows; says of each how far behind it is. */
final class ProjectionsHealth implements HealthIndicator {
  private final Projections projections;

  ProjectionsHealth(Projections projections) {
    this.projections = projections;
  }

  @Override
  public Health health() {
    Map<String, Progress> progress = projections.progress();
    boolean healthy = progress.values().stream().allMatch(Progress::healthy);
    Map<String, Object> details = new LinkedHashMap<>();
    progress.forEach((name, one) -> details.put(name, shown(one)));
    return (healthy ? Health.up() : Health.down()).withDetails(details).build();
  }

  private static Map<String, Object> shown(Progress progress) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("state", progress.state().name());
    shown.put("lag", progress.lag());
    shown.put("lagSeconds", progress.lagSeconds());
    if (progress.error() != null) {
      shown.put("error", progress.error());
    }
    if (progress.rebuild() != null) {
      shown.put("rebuild", progress.rebuild());
    }
    return shown;
  }
}
