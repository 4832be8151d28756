package fr.livret.query.vae;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.vae.Silence;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeFacts.Decision;
import fr.livret.kernel.vae.VaeStanding;
import fr.livret.query.learned.Brief;
import fr.livret.query.learned.LearnedAnswer.Subject;
import fr.livret.query.learned.Learning;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What facts change of an application's answer. */
@Component
final class VaeLearning extends Learning<VaeEvent> {
  private final RegimeLibrary regimes;
  private final VaeQueue queue;

  VaeLearning(Facts<VaeEvent> facts, RegimeLibrary regimes, VaeQueue queue) {
    super(Subject.VAE_APPLICATION, facts);
    this.regimes = regimes;
    this.queue = queue;
  }

  @Override
  protected List<UUID> ofCandidate(UUID candidate) {
    return queue.of(candidate);
  }

  @Override
  protected Brief brief(List<Recorded<VaeEvent>> known, LocalDate effectiveOn) {
    Moment moment = Moment.of(effectiveOn);
    return KnownVae.by(moment, known).map(one -> brief(one, effectiveOn)).orElseGet(Brief::new);
  }

  private Brief brief(KnownVae known, LocalDate day) {
    VaeStanding standing =
        VaeStanding.asOf(day, known.file(), regimes.vae().regime(known.filing().regime()));
    Brief brief = new Brief().with("state", standing.situation());
    VaeStanding.@Nullable Delay clock = standing.clock();
    if (clock != null) {
      brief.with("clock.countedFrom", clock.countedFrom()).with("clock.lastDay", clock.lastDay());
    }
    @Nullable Silence silence = standing.silence();
    if (silence != null) {
      brief
          .with("silence.effectiveOn", silence.effectiveOn())
          .with("silence.effect", silence.effect());
    }
    @Nullable Decision decision = standing.decision();
    if (decision != null) {
      brief
          .with("decision.outcome", decision.outcome())
          .with("decision.notifiedOn", decision.notifiedOn());
    }
    VaeStanding.@Nullable Grant grant = standing.grant();
    if (grant != null) {
      brief
          .with("recevabilite.notifiedOn", grant.recevabilite().notifiedOn())
          .with("recevabilite.validThrough", grant.recevabilite().validThrough())
          .with("recevabilite.startBy", grant.recevabilite().startBy())
          .with("recevabilite.lapsedOn", standing.lapsedOn());
    }
    known.file().facts().lateDecisions().stream()
        .filter(late -> !late.notifiedOn().isAfter(day))
        .forEach(late -> brief.with("lateDecision." + late.notifiedOn(), late.outcome()));
    return brief;
  }
}
