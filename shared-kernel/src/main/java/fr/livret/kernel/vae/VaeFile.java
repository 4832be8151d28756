package fr.livret.kernel.vae;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeEvent.CompletenessRecorded;
import fr.livret.kernel.vae.VaeEvent.LateDecisionRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteGranted;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapseReversed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapsed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteRefused;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteUsed;
import fr.livret.kernel.vae.VaeEvent.SilenceReversed;
import fr.livret.kernel.vae.VaeEvent.SilenceTookEffect;
import fr.livret.kernel.vae.VaeEvent.SupplementRequested;
import fr.livret.kernel.vae.VaeFacts.Decision;
import fr.livret.kernel.vae.VaeFacts.Turn;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filed application is made of, in whatever legal situation it stands.
 *
 * @param pins what its first event pins
 * @param facts what its standing is derived from
 * @param announced what was announced of it
 * @param recorded how many facts it is made of
 */
public record VaeFile(Pins pins, VaeFacts facts, Announced announced, long recorded) {

  /** What the first event pins for the whole life of the application. */
  public record Pins(
      VaeApplicationId application,
      CandidateId candidate,
      ReferentielCode certification,
      int certificationVersion,
      RegimeId regime,
      LocalDate filedOn,
      Set<CcpCode> blocs) {
    public Pins {
      blocs = Set.copyOf(blocs);
    }
  }

  /**
   * What events have said of it.
   *
   * @param day the latest day any spoke of
   * @param silence the one that took effect
   * @param lapsedAfter the last day of a recevabilité that lapsed
   */
  public record Announced(
      LocalDate day, @Nullable Silence silence, @Nullable LocalDate lapsedAfter) {}

  static VaeFile filed(ApplicationFiled event) {
    return new VaeFile(
        new Pins(
            event.application(),
            event.candidate(),
            event.certification(),
            event.certificationVersion(),
            event.regime(),
            event.filedOn(),
            event.blocs()),
        VaeFacts.NONE,
        new Announced(event.filedOn(), null, null),
        1);
  }

  VaeFile evolve(VaeEvent event) {
    VaeFile next =
        switch (event) {
          case ApplicationFiled again ->
              throw new IllegalStateException(
                  "application " + again.application() + " was filed twice");
          case CompletenessRecorded complete ->
              facts(facts.with(new Turn(true, complete.completeOn())));
          case SupplementRequested requested ->
              facts(facts.with(new Turn(false, requested.requestedOn())));
          case RecevabiliteGranted(_, var decided, var notified, _, var through, _, _) ->
              facts(facts.with(new Decision(decided, notified, VaeOutcome.GRANTED, through)));
          case RecevabiliteRefused(_, var decided, var notified, _, _) ->
              facts(facts.with(new Decision(decided, notified, VaeOutcome.REFUSED, null)));
          case LateDecisionRecorded late ->
              facts(
                  facts.withLate(
                      new Decision(late.decidedOn(), late.notifiedOn(), late.outcome(), null)));
          case RecevabiliteUsed used -> facts(facts.with(used.use()));
          case SilenceTookEffect(_, _, var lastDay, var effectiveOn, var effect, _) ->
              announced(new Silence(lastDay, effectiveOn, effect), announced.lapsedAfter());
          case SilenceReversed _ -> announced(null, announced.lapsedAfter());
          case RecevabiliteLapsed lapsed -> announced(announced.silence(), lapsed.lastDay());
          case RecevabiliteLapseReversed _ -> announced(announced.silence(), null);
        };
    return next.andRecorded(event.effectiveOn());
  }

  private VaeFile facts(VaeFacts next) {
    return new VaeFile(pins, next, announced, recorded);
  }

  private VaeFile announced(@Nullable Silence silence, @Nullable LocalDate lapsedAfter) {
    return new VaeFile(pins, facts, new Announced(announced.day(), silence, lapsedAfter), recorded);
  }

  private VaeFile andRecorded(LocalDate day) {
    return new VaeFile(
        pins,
        facts,
        new Announced(
            Days.later(announced.day(), day), announced.silence(), announced.lapsedAfter()),
        recorded + 1);
  }
}
