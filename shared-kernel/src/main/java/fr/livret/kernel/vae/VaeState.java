package fr.livret.kernel.vae;

import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeFacts.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The legal situation of an application, as its events announced it. */
public sealed interface VaeState {

  /** Nothing has happened under this id. */
  record NotFiled() implements VaeState {}

  /** Filed, and not known to be complete. */
  record Filed(VaeFile file) implements VaeState {}

  /** Something is missing, which the candidate was asked for. */
  record AwaitingSupplement(VaeFile file) implements VaeState {}

  /** Complete, and undecided. */
  record Complete(VaeFile file) implements VaeState {}

  /** The recevabilité is granted, by decision or by silence. */
  record Granted(VaeFile file) implements VaeState {}

  /** The recevabilité is refused, by decision or by silence. */
  record Declined(VaeFile file) implements VaeState {}

  /** The recevabilité ended unused. */
  record Lapsed(VaeFile file) implements VaeState {}

  /** What the application is made of, once filed. */
  default Optional<VaeFile> filed() {
    return switch (this) {
      case NotFiled() -> Optional.empty();
      case Filed(var file) -> Optional.of(file);
      case AwaitingSupplement(var file) -> Optional.of(file);
      case Complete(var file) -> Optional.of(file);
      case Granted(var file) -> Optional.of(file);
      case Declined(var file) -> Optional.of(file);
      case Lapsed(var file) -> Optional.of(file);
    };
  }

  /** The state after one more event. */
  static VaeState evolve(VaeState state, VaeEvent event) {
    return of(
        state
            .filed()
            .map(file -> file.evolve(event))
            .orElseGet(() -> {
              if (event instanceof ApplicationFiled filed) {
                return VaeFile.filed(filed);
              }
              throw new IllegalStateException(
                  "application " + event.application() + " was never filed");
            }));
  }

  private static VaeState of(VaeFile file) {
    if (file.announced().lapsedAfter() != null) {
      return new Lapsed(file);
    }
    @Nullable Decision decision = file.facts().decision();
    if (decision != null) {
      return decided(file, decision.outcome());
    }
    @Nullable Silence silence = file.announced().silence();
    if (silence != null) {
      return decided(file, silence.effect());
    }
    return file.facts()
        .lastTurn()
        .map(turn -> turn.complete() ? new Complete(file) : new AwaitingSupplement(file))
        .orElseGet(() -> new Filed(file));
  }

  private static VaeState decided(VaeFile file, VaeOutcome outcome) {
    return switch (outcome) {
      case GRANTED -> new Granted(file);
      case REFUSED -> new Declined(file);
    };
  }
}
