package fr.livret.query.referentiel;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielProofs;
import fr.livret.kernel.referentiel.ReferentielState;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.proof.Proving;
import fr.livret.query.reading.Logged;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Streams;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Every day a référentiel claims, proved. */
@Component
public final class ProvenReferentiels {
  private final Streams streams;
  private final RegimeLibrary regimes;

  ProvenReferentiels(Streams streams, RegimeLibrary regimes) {
    this.streams = streams;
    this.regimes = regimes;
  }

  /** What is claimed at that moment; empty where none was known under that code. */
  Optional<ProofsAnswer> at(Moment moment, ReferentielCode code) {
    return of(
        streams.of(code.value(), ReferentielEvent.class),
        regime -> regimes.knows(regime) ? Optional.of(regimes.latest(regime)) : Optional.empty(),
        regimes,
        moment);
  }

  /**
   * The same from facts however they were read.
   *
   * @param logged the facts of one référentiel, in order
   * @param governing the edition of a regime its paths are governed by, where one is known
   */
  public static Optional<ProofsAnswer> of(
      List<Logged<ReferentielEvent>> logged,
      Function<String, Optional<CapitalisationRegime>> governing,
      RegimeLibrary regimes,
      Moment moment) {
    List<Logged<ReferentielEvent>> known = moment.knownOf(logged);
    ReferentielState state = new ReferentielState.NotPublished();
    for (Logged<ReferentielEvent> fact : known) {
      state = ReferentielState.evolve(state, fact.event());
    }
    return switch (state) {
      case ReferentielState.NotPublished _ -> Optional.empty();
      case Published title ->
          Optional.of(
              ProofsAnswer.of(
                  title.content().code().value(),
                  known.getLast().version(),
                  moment,
                  proving(known)
                      .shown(
                          ReferentielProofs.asOf(
                              moment.effectiveOn(),
                              title,
                              governing.apply(title.content().regime()).orElse(null),
                              regimes.common(RuleName.TRANSFER)))));
    };
  }

  /** Shows proofs with what is known by then of that référentiel. */
  Proving proving(Moment moment, ReferentielCode code) {
    return proving(moment.knownOf(streams.of(code.value(), ReferentielEvent.class)));
  }

  private static Proving proving(List<Logged<ReferentielEvent>> known) {
    return Proving.withoutFacts().and(known, ReferentielProofs::anchors);
  }
}
