package fr.livret.command.training;

import fr.livret.command.dispatch.Unknown;
import fr.livret.command.programme.ProgrammeBook;
import fr.livret.command.referentiel.LawBook;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.training.TrainingCommand.StartTraining;
import fr.livret.kernel.training.TrainingFile;
import fr.livret.kernel.training.TrainingLaw;
import fr.livret.kernel.training.TrainingState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a training is held against: the versions of title and programme it pinned. */
@Component
class TrainingLaws {
  private final LawBook referentiels;
  private final ProgrammeBook programmes;

  TrainingLaws(LawBook referentiels, ProgrammeBook programmes) {
    this.referentiels = referentiels;
    this.programmes = programmes;
  }

  /** What a started training pinned; of one to start, what the command names. */
  TrainingLaw of(TrainingState state, TrainingCommand command) {
    return state
        .started()
        .map(TrainingFile::pins)
        .map(pins -> law(pins.certification(), pins.certificationVersion(), pins.programme()))
        .orElseGet(() -> forStarting(command));
  }

  private TrainingLaw forStarting(TrainingCommand command) {
    if (!(command instanceof StartTraining start)) {
      throw Unknown.id(command.training().toString());
    }
    return law(start.certification(), start.certificationVersion(), start.programme());
  }

  private TrainingLaw law(
      ReferentielCode certification, int version, @Nullable ProgrammeVersion programme) {
    return new TrainingLaw(
        referentiels.version(certification, version),
        programme == null ? null : programmes.version(programme));
  }
}
