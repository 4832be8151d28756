package fr.livret.query.vae;

import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeState;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * An application by what was known of it.
 *
 * @param facts in their order, the filing first
 * @param file what they fold to
 */
record KnownVae(List<Recorded<VaeEvent>> facts, VaeFile file) {

  KnownVae {
    facts = List.copyOf(facts);
  }

  /** What is known by then; empty before the application was recorded or filed. */
  static Optional<KnownVae> by(Moment moment, List<Recorded<VaeEvent>> all) {
    List<Recorded<VaeEvent>> known = moment.known(all);
    VaeState state = new VaeState.NotFiled();
    for (Recorded<VaeEvent> one : known) {
      state = VaeState.evolve(state, one.event());
    }
    return state
        .filed()
        .filter(file -> !file.pins().filedOn().isAfter(moment.effectiveOn()))
        .map(file -> new KnownVae(known, file));
  }

  ApplicationFiled filing() {
    if (facts.getFirst().event() instanceof ApplicationFiled filed) {
      return filed;
    }
    throw new IllegalStateException("the first fact of an application is its filing");
  }

  long version() {
    return facts.getLast().version();
  }
}
