package fr.livret.kernel.vae;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import fr.livret.kernel.vae.VaeRegisterEvent.FilingCounted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How each refusal of an application is reached, for the test that reaches every one. */
public final class VaeRefusals {
  private static final LocalDate DAY = LocalDate.of(2014, 3, 10);

  private VaeRefusals() {}

  /** The refusal of that code. */
  public static Refusal reach(Refused code) {
    return switch (code) {
      case EXPERIENCE_TOO_SHORT -> filing(VaeRegimes.VAE_2002, List.of());
      case QUOTA_CERTIFICATION ->
          filing(VaeRegimes.VAE_2024, List.of(counted(Referentiels.AMIS_2013)));
      case QUOTA_TOTAL ->
          filing(
              VaeRegimes.VAE_2024,
              List.of(
                  counted(Referentiels.TMS_2004),
                  counted(Referentiels.AICMP_2022),
                  counted(Referentiels.AMIS_2023)));
      case VAE_ALREADY_DECIDED ->
          refused(
              Dossier.filed(VaeRegimes.VAE_2002, "2014-03-10")
                  .given(Dossier.grant("2014-03-11"))
                  .when(Dossier.complete("2014-03-12")));
      case VAE_VALIDITY_FIXED ->
          refused(
              Dossier.filed(VaeRegimes.VAE_2002, "2014-03-10")
                  .when(Dossier.grantedThrough("2014-03-11", "2016-03-11")));
      default -> throw new IllegalArgumentException(code + " is reached elsewhere");
    };
  }

  private static Refusal refused(Dossier dossier) {
    return Optional.ofNullable(dossier.refusal()).orElseThrow();
  }

  private static FilingCounted counted(Referentiel of) {
    return new FilingCounted(
        VaeRegisterId.of(Dossier.CANDIDATE),
        Dossier.CANDIDATE,
        new VaeApplicationId(new UUID(2, of.code().hashCode())),
        of.code(),
        DAY,
        false,
        "");
  }

  private static Refusal filing(VaeRegime regime, List<FilingCounted> before) {
    VaeRegisterState state = new VaeRegisterState.NothingFiled();
    for (FilingCounted one : new ArrayList<>(before)) {
      state = VaeRegisterState.evolve(state, one);
    }
    VaeRegisterState register = state;
    FileVaeApplication command =
        new FileVaeApplication(
            Dossier.CANDIDATE,
            Dossier.ID,
            Referentiels.AMIS_2013.code(),
            1,
            DAY,
            Set.of(),
            List.of(),
            List.of(),
            DAY);
    VaeLaw law = new VaeLaw(regime, Regimes.TP_2006, Referentiels.AMIS_2013, 1);
    return catchThrowableOfType(
        Refusal.class, () -> VaeRegisterDecider.decide(command, register, law));
  }
}
