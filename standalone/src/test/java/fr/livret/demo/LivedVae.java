package fr.livret.demo;

import fr.livret.demo.Step.Deed;
import fr.livret.demo.Step.VaeComplete;
import fr.livret.demo.Step.VaeDecided;
import fr.livret.demo.Step.VaeFiled;
import fr.livret.demo.Step.VaeSupplement;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.vae.ExperienceKind;
import fr.livret.kernel.vae.ExperiencePeriod;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeCommand;
import fr.livret.kernel.vae.VaeCommand.DecideRecevabilite;
import fr.livret.kernel.vae.VaeCommand.RecordCompleteness;
import fr.livret.kernel.vae.VaeCommand.RequestSupplement;
import fr.livret.kernel.vae.VaeDecider;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeLaw;
import fr.livret.kernel.vae.VaeOutcome;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import fr.livret.kernel.vae.VaeRegisterDecider;
import fr.livret.kernel.vae.VaeRegisterDecider.Filing;
import fr.livret.kernel.vae.VaeRegisterState;
import fr.livret.kernel.vae.VaeState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The applications of a story, lived through in the kernel alone. */
final class LivedVae {
  static final CandidateId CANDIDATE = new CandidateId(new UUID(2, 2));

  private final RegimeLibrary regimes;
  private final LocalDate today;
  private VaeRegisterState register = new VaeRegisterState.NothingFiled();
  private VaeState state = new VaeState.NotFiled();

  LivedVae(RegimeLibrary regimes, LocalDate today) {
    this.regimes = regimes;
    this.today = today;
  }

  static boolean isOfVae(Deed deed) {
    return deed instanceof VaeFiled
        || deed instanceof VaeComplete
        || deed instanceof VaeSupplement
        || deed instanceof VaeDecided;
  }

  /** The application filed last. */
  VaeFile last() {
    return state.filed().orElseThrow();
  }

  VaeRegime regime() {
    return regimes.vae().regime(last().pins().regime());
  }

  void live(Deed deed) {
    if (deed instanceof VaeFiled filed) {
      file(filed);
    } else if (deed instanceof VaeComplete(var day)) {
      decide(new RecordCompleteness(last().pins().application(), day, today));
    } else if (deed instanceof VaeSupplement(var day, var missing)) {
      decide(new RequestSupplement(last().pins().application(), day, List.of(missing), today));
    } else if (deed instanceof VaeDecided(var day, var granted)) {
      VaeOutcome outcome = granted ? VaeOutcome.GRANTED : VaeOutcome.REFUSED;
      decide(
          new DecideRecevabilite(
              last().pins().application(), day, outcome, day, null, null, today));
    }
  }

  private void file(VaeFiled filed) {
    Referentiel referentiel = Title.of(filed.certification()).referentiel();
    FileVaeApplication command =
        new FileVaeApplication(
            CANDIDATE,
            new VaeApplicationId(new UUID(3, register.all().size())),
            referentiel.code(),
            1,
            filed.day(),
            filed.blocs().stream().map(CcpCode::new).collect(Collectors.toSet()),
            List.of(
                new ExperiencePeriod(
                    filed.since(),
                    filed.day(),
                    ExperienceKind.EMPLOYED,
                    null,
                    BigDecimal.ONE,
                    true)),
            List.of(),
            today);
    VaeLaw law =
        new VaeLaw(
            regimes.vae().filedOn(filed.day()).orElseThrow(),
            regimes.latest(referentiel.regime()),
            referentiel,
            1);
    Filing filing = VaeRegisterDecider.decide(command, register, law);
    register = VaeRegisterState.evolve(register, filing.counted());
    state = VaeState.evolve(new VaeState.NotFiled(), filing.filed());
  }

  private void decide(VaeCommand command) {
    for (VaeEvent event : VaeDecider.decide(command, state, regime())) {
      state = VaeState.evolve(state, event);
    }
  }
}
