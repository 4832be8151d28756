package fr.livret.query.vae;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeProofs;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.proof.Proving;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Every day an application claims, proved. */
@Component
public final class ProvenVae {
  private final Facts<VaeEvent> facts;
  private final RegimeLibrary regimes;

  ProvenVae(Facts<VaeEvent> facts, RegimeLibrary regimes) {
    this.facts = facts;
    this.regimes = regimes;
  }

  /** What is claimed at that moment; empty where no application was known and filed. */
  public Optional<ProofsAnswer> at(Moment moment, UUID application) {
    return of(facts.of(application), regimes.vae()::regime, moment);
  }

  /**
   * The same from facts however they were read.
   *
   * @param recorded every fact of one application, in order
   */
  public static Optional<ProofsAnswer> of(
      List<Recorded<VaeEvent>> recorded, Function<RegimeId, VaeRegime> regimes, Moment moment) {
    return KnownVae.by(moment, recorded)
        .map(known ->
            ProofsAnswer.of(
                known.filing().application().toString(),
                known.version(),
                moment,
                Proving.with(known.facts(), VaeProofs::anchors)
                    .shown(
                        VaeProofs.asOf(
                            moment.effectiveOn(),
                            known.file(),
                            regimes.apply(known.filing().regime())))));
  }
}
