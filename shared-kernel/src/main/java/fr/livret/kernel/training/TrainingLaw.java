package fr.livret.kernel.training;

import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.referentiel.Referentiel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a training is held against: what it pinned when it started.
 *
 * @param referentiel the title it prepares for
 * @param programme what is planned; absent where the training follows none that is known
 */
public record TrainingLaw(Referentiel referentiel, @Nullable Programme programme) {

  /** What is planned, where a programme is known. */
  public Optional<Programme> planned() {
    return Optional.ofNullable(programme);
  }
}
