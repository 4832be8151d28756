package fr.livret.kernel.vae;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.vae.VaeCommand.DecideRecevabilite;
import fr.livret.kernel.vae.VaeCommand.LetDayCome;
import fr.livret.kernel.vae.VaeCommand.NoteUse;
import fr.livret.kernel.vae.VaeCommand.RecordCompleteness;
import fr.livret.kernel.vae.VaeCommand.RequestSupplement;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Given what happened to an application, when a command comes, then what follows. Immutable. */
record Dossier(
    VaeRegime regime,
    VaeState state,
    List<VaeEvent> all,
    List<VaeEvent> events,
    @Nullable Refusal refusal) {
  static final VaeApplicationId ID = new VaeApplicationId(new UUID(0, 7));
  static final CandidateId CANDIDATE = new CandidateId(new UUID(0, 2));
  static final ReferentielCode TITLE = new ReferentielCode("AMIS-2023");
  private static final LocalDate LONG_AFTER = LocalDate.of(2040, 1, 1);

  static LocalDate on(String day) {
    return LocalDate.parse(day);
  }

  static Dossier unfiled(VaeRegime regime) {
    return new Dossier(regime, new VaeState.NotFiled(), List.of(), List.of(), null);
  }

  static Dossier filed(VaeRegime regime, String filedOn, String... blocs) {
    ApplicationFiled filed =
        new ApplicationFiled(
            ID,
            CANDIDATE,
            TITLE,
            1,
            regime.id(),
            on(filedOn),
            Set.copyOf(List.of(blocs).stream().map(CcpCode::new).toList()),
            List.of(),
            ExperienceCount.NONE,
            "");
    return unfiled(regime).and(List.of(filed));
  }

  private Dossier and(List<VaeEvent> more) {
    VaeState next = state;
    for (VaeEvent event : more) {
      next = VaeState.evolve(next, event);
    }
    List<VaeEvent> together = new ArrayList<>(all);
    together.addAll(more);
    return new Dossier(regime, next, List.copyOf(together), List.copyOf(more), null);
  }

  Dossier when(VaeCommand command) {
    try {
      return and(VaeDecider.decide(command, state, regime));
    } catch (Refusal refused) {
      return new Dossier(regime, state, all, List.of(), refused);
    }
  }

  /** The same, which must be accepted. */
  Dossier given(VaeCommand command) {
    Dossier next = when(command);
    assertThat(next.refusal).as("refusal of %s", command).isNull();
    return next;
  }

  Refusal refused(Refused code, Map<String, ?> facts) {
    assertThat(Optional.ofNullable(refusal).map(Refusal::code))
        .as("refusal, where these events were decided: %s", events)
        .contains(code);
    Refusal found = Optional.ofNullable(refusal).orElseThrow();
    assertThat(found.facts()).containsAllEntriesOf(facts);
    return found;
  }

  Refusal refused(Refused code) {
    return refused(code, Map.of());
  }

  VaeStanding on(LocalDate day) {
    return VaeStanding.asOf(day, state.filed().orElseThrow(), regime);
  }

  Optional<LocalDate> lastDayToUse() {
    return VaeStanding.lastDayToUse(state.filed().orElseThrow(), regime);
  }

  Optional<LocalDate> nextDay() {
    return VaeStanding.nextDay(state.filed().orElseThrow(), regime);
  }

  VaeSituation situation(String day) {
    return on(on(day)).situation();
  }

  // What may be asked

  static RecordCompleteness complete(String on) {
    return complete(on, on);
  }

  static RecordCompleteness complete(String on, String today) {
    return new RecordCompleteness(ID, on(on), on(today));
  }

  static RequestSupplement supplement(String on) {
    return supplement(on, on);
  }

  static RequestSupplement supplement(String on, String today) {
    return new RequestSupplement(ID, on(on), List.of("Attestation d'employeur"), on(today));
  }

  static DecideRecevabilite grant(String notifiedOn) {
    return decide(VaeOutcome.GRANTED, notifiedOn, notifiedOn);
  }

  static DecideRecevabilite refuse(String notifiedOn) {
    return decide(VaeOutcome.REFUSED, notifiedOn, notifiedOn);
  }

  static DecideRecevabilite decide(VaeOutcome outcome, String notifiedOn, String today) {
    return new DecideRecevabilite(
        ID, on(notifiedOn), outcome, on(notifiedOn), null, null, on(today));
  }

  static DecideRecevabilite grantedThrough(String notifiedOn, @Nullable String validThrough) {
    return new DecideRecevabilite(
        ID,
        on(notifiedOn),
        VaeOutcome.GRANTED,
        on(notifiedOn),
        null,
        validThrough == null ? null : on(validThrough),
        on(notifiedOn));
  }

  static LetDayCome day(String today) {
    return new LetDayCome(ID, on(today));
  }

  static NoteUse use(VaeUse.Kind kind, String on) {
    return new NoteUse(ID, new VaeUse(kind, "path", on(on)), LONG_AFTER);
  }
}
