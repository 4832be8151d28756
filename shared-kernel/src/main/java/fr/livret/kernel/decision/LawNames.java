package fr.livret.kernel.decision;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.training.TrainingCommand.StartTraining;
import fr.livret.kernel.training.TrainingFile;
import fr.livret.kernel.training.TrainingState;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeLaw;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By name, the law something was decided under: enough to look the very same up again, whatever
 * editions and versions have come since.
 *
 * @param regime the edition of the title's regime
 * @param referentiel the title, in the version that counted
 * @param vae the edition of the VAE regime
 * @param programme the version of the programme followed
 * @param next what a transfer that is asked for would pin
 */
public record LawNames(
    @Nullable RegimeId regime,
    @Nullable Version referentiel,
    @Nullable RegimeId vae,
    @Nullable ProgrammeVersion programme,
    @Nullable LawNames next) {

  /** No text of law varies what is decided. */
  public static final LawNames NONE = new LawNames(null, null, null, null, null);

  /** One version of a référentiel, which never changes. */
  public record Version(ReferentielCode code, int number) {}

  /** Of what governs a path or a session. */
  public static LawNames of(PathLaw law) {
    return new LawNames(
        law.regime().id(),
        new Version(law.referentiel().code(), law.version()),
        law.vae() == null ? null : law.vae().id(),
        null,
        law.successor().map(LawNames::of).orElse(null));
  }

  /** Of what governs a filing. */
  public static LawNames of(VaeLaw law) {
    return new LawNames(
        law.capitalisation().id(),
        new Version(law.referentiel().code(), law.version()),
        law.regime().id(),
        null,
        null);
  }

  /** Of what a filed application pinned. */
  public static LawNames of(VaeFile.Pins pins) {
    return new LawNames(null, null, pins.regime(), null, null);
  }

  /** Of what a training pinned, or is going to pin. */
  public static LawNames of(TrainingState state, TrainingCommand command) {
    return state
        .started()
        .map(TrainingFile::pins)
        .map(pins -> of(pins.certification(), pins.certificationVersion(), pins.programme()))
        .orElseGet(() ->
            command instanceof StartTraining start
                ? of(start.certification(), start.certificationVersion(), start.programme())
                : NONE);
  }

  private static LawNames of(
      ReferentielCode certification, int number, @Nullable ProgrammeVersion programme) {
    return new LawNames(null, new Version(certification, number), null, programme, null);
  }

  /** As a reader sees them: {@code TP-2016/1}, {@code AMIS-2023 v2}. */
  public List<String> texts() {
    return Stream.of(
            Stream.ofNullable(regime).map(RegimeId::text),
            Stream.ofNullable(referentiel).map(one -> one.code() + " v" + one.number()),
            Stream.ofNullable(vae).map(RegimeId::text),
            Stream.ofNullable(programme).map(one -> one.code() + " v" + one.number()),
            Stream.ofNullable(next).flatMap(one -> one.texts().stream()))
        .flatMap(texts -> texts)
        .toList();
  }

  /** The same library, that gives what is not pinned yet as it was named here. */
  public Laws in(Laws library) {
    return new NamedLaws(this, library);
  }
}
