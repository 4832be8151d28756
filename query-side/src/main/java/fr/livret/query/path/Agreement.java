package fr.livret.query.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.path.Announced;
import fr.livret.kernel.path.Announced.LapseKey;
import fr.livret.kernel.path.CapitalisationWindow;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.Window;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The query side checks the law: what the events announced of a window, step by step, must be what
 * is derived from its facts. Between midnight and the round of the clock a lapse of that day is
 * derived but not yet announced: that is counted apart, and is no disagreement.
 */
@Component
final class Agreement {
  private static final Logger LOG = LoggerFactory.getLogger(Agreement.class);

  private final Counter disagreements;
  private final Counter unannounced;

  Agreement(MeterRegistry meters) {
    disagreements =
        Counter.builder("livret.window.disagreements")
            .description("Reads of a path whose announced window is not the derived one: never")
            .register(meters);
    unannounced =
        Counter.builder("livret.window.unannounced")
            .description("Reads of a path whose window has moved with the day, not yet announced")
            .register(meters);
  }

  /** Whether both accounts of the whole file agree for today; counts and tells when they do not. */
  boolean check(PathFile file, PathLaw law, LocalDate today) {
    LocalDate spokenOf = file.announced().day();
    if (agree(file, law, Days.later(today, spokenOf))) {
      return true;
    }
    if (agree(file, law, spokenOf)) {
      unannounced.increment();
      return true;
    }
    disagreements.increment();
    LOG.warn(
        "Path {}: its events announced {}, and its facts give {}",
        file.pins().path(),
        file.announced(),
        CapitalisationWindow.asOf(spokenOf, file.facts(), law));
    return false;
  }

  private static boolean agree(PathFile file, PathLaw law, LocalDate day) {
    Announced announced = file.announced();
    Window derived = CapitalisationWindow.asOf(day, file.facts(), law);
    return Objects.equals(announced.span(), derived.span())
        && Objects.equals(announced.fulfilledOn(), derived.fulfilledOn())
        && announced
            .lapses()
            .equals(
                derived.lapses().stream()
                    .map(it -> new LapseKey(it.ccp(), it.obtainedOn(), it.lapsedOn()))
                    .collect(Collectors.toSet()));
  }
}
