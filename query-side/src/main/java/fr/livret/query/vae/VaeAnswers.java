package fr.livret.query.vae;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.vae.ExperiencePeriod;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.query.candidate.Candidates;
import fr.livret.query.reading.Basis;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applications as they are answered: as of a day, by what was known at a moment. */
@Component
public final class VaeAnswers {
  private final VaeQueue queue;
  private final Facts<VaeEvent> facts;
  private final Candidates candidates;
  private final RegimeLibrary regimes;
  private final PersonalData persons;

  VaeAnswers(
      VaeQueue queue,
      Facts<VaeEvent> facts,
      Candidates candidates,
      RegimeLibrary regimes,
      PersonalData persons) {
    this.queue = queue;
    this.facts = facts;
    this.candidates = candidates;
    this.regimes = regimes;
    this.persons = persons;
  }

  /** The applications of a candidate, known by then or not. */
  public List<UUID> of(UUID candidate) {
    return queue.of(candidate);
  }

  /** Empty where no application was known and filed. */
  public Optional<VaeAnswer> at(UUID application, Moment moment) {
    return KnownVae.by(moment, facts.of(application)).map(known -> answer(known, moment));
  }

  private VaeAnswer answer(KnownVae known, Moment moment) {
    ApplicationFiled filing = known.filing();
    VaeRegime regime = regimes.vae().regime(filing.regime());
    PersonalData.Reading keys = persons.reading(Set.of(filing.candidate().person()));
    return new VaeView(known, regime, moment)
        .answer(
            candidates.name(filing.candidate()),
            queue.quota(
                filing.candidate().value(),
                filing.certification().value(),
                filing.filedOn().getYear(),
                moment),
            period -> occupation(period, keys),
            rule -> regimes.basis(rule).map(Basis::of).orElse(null));
  }

  private static @Nullable String occupation(ExperiencePeriod period, PersonalData.Reading keys) {
    @Nullable SealedText sealed = period.occupation();
    return sealed == null
        ? null
        : keys.open(sealed, PersonalFields.VAE_OCCUPATION).orElse(Shown.ERASED);
  }
}
