package fr.livret.kernel.decision;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.TransferPath;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.training.TrainingCommand.StartTraining;
import fr.livret.kernel.training.TrainingFile;
import fr.livret.kernel.training.TrainingLaw;
import fr.livret.kernel.training.TrainingState;
import fr.livret.kernel.vae.Recevabilite;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeLaw;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the law a decision needs beside command and state is found. */
public interface Laws {

  /** The law an opened path pinned. */
  default PathLaw pinned(PathFile.Pins pins) {
    @Nullable Recevabilite on = pins.recevabilite();
    return of(pins.certification(), pins.certificationVersion(), pins.regime())
        .admittedUnder(on == null ? null : vae(on.regime()));
  }

  /**
   * The law a command on an opened path is decided under: for a transfer, with what it leads to.
   */
  default PathLaw governing(PathFile.Pins pins, PathCommand command) {
    PathLaw pinned = pinned(pins);
    return command instanceof TransferPath transfer
        ? pinned.leadingTo(latest(transfer.to(), transfer.toVersion()))
        : pinned;
  }

  /**
   * The law a path is going to pin.
   *
   * @throws Refusal when the command does not open a path
   */
  default PathLaw forOpening(PathCommand command) {
    if (!(command instanceof OpenPath open)) {
      throw Refusal.of(Refused.UNKNOWN, Map.of("id", command.path().toString()));
    }
    PathLaw latest = latest(open.certification(), open.certificationVersion());
    @Nullable VaeFile application = open.vaeApplication();
    return application == null ? latest : latest.admittedUnder(vae(application.pins()));
  }

  /** The law of that edition of a regime and that version of a référentiel. */
  PathLaw of(ReferentielCode certification, int version, RegimeId regime);

  /** The law of that version of a référentiel under the latest edition of its regime. */
  PathLaw latest(ReferentielCode certification, int version);

  /** That edition of a VAE regime. */
  VaeRegime vae(RegimeId regime);

  /** The VAE regime that governs what is filed on that day; empty where none was in force. */
  Optional<VaeRegime> vaeOn(LocalDate filedOn);

  /** The VAE regime an application pinned. */
  default VaeRegime vae(VaeFile.Pins pins) {
    return vae(pins.regime());
  }

  /**
   * What governs a filing: the VAE regime of its day, the version of the title it names.
   *
   * @throws Refusal when no regime was in force
   */
  default VaeLaw forFiling(FileVaeApplication filing) {
    PathLaw title = latest(filing.certification(), filing.certificationVersion());
    VaeRegime regime =
        vaeOn(filing.filedOn())
            .orElseThrow(() ->
                Refusal.of(
                    Refused.UNKNOWN,
                    Map.of("vaeRegime", "none in force", "filedOn", filing.filedOn())));
    return new VaeLaw(regime, title.regime(), title.referentiel(), title.version());
  }

  /** One version of a référentiel, which never changes. */
  Referentiel version(ReferentielCode code, int number);

  /** One version of a programme, which never changes. */
  Programme version(ProgrammeVersion version);

  /**
   * What a training is held against: what it pinned; for one to start, what the command names.
   *
   * @throws Refusal when the training is not started, nor starts
   */
  default TrainingLaw governing(TrainingState state, TrainingCommand command) {
    return state
        .started()
        .map(TrainingFile::pins)
        .map(pins -> training(pins.certification(), pins.certificationVersion(), pins.programme()))
        .orElseGet(() -> forStarting(command));
  }

  private TrainingLaw forStarting(TrainingCommand command) {
    if (!(command instanceof StartTraining start)) {
      throw Refusal.of(Refused.UNKNOWN, Map.of("trainingId", command.training().toString()));
    }
    return training(start.certification(), start.certificationVersion(), start.programme());
  }

  private TrainingLaw training(
      ReferentielCode certification, int number, @Nullable ProgrammeVersion programme) {
    return new TrainingLaw(
        version(certification, number), programme == null ? null : version(programme));
  }
}
