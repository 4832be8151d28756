package fr.livret.kernel.path;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathFacts.Award;
import fr.livret.kernel.path.Window.Holding;
import fr.livret.kernel.path.Window.Lapse;
import fr.livret.kernel.path.Window.Limit;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Anchor.Kind;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.training.TrainingRecord;
import fr.livret.kernel.vae.Recevabilite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every day a path claims, with how it was worked out. Nothing is computed here: the window and the
 * sessions carry their reckonings, and recorded days stand for themselves.
 */
public final class PathProofs {
  private final LocalDate day;
  private final PathFile file;
  private final PathFacts facts;
  private final PathLaw law;
  private final Window window;
  private final List<Proof> proofs = new ArrayList<>();

  private PathProofs(LocalDate day, PathFile file, PathLaw law) {
    this.day = day;
    this.file = file;
    this.facts = file.facts();
    this.law = law;
    this.window = CapitalisationWindow.asOf(day, facts, law);
  }

  /**
   * What is claimed as of that day.
   *
   * @param file the path as it was on that day: what it led to before a transfer, if that was later
   */
  public static List<Proof> asOf(LocalDate day, PathFile file, PathLaw law) {
    PathProofs all = new PathProofs(day, file, law);
    all.add(Claim.OPENED_ON, recorded(Kind.PATH_OPENED, file.pins().openedOn()));
    all.transfer();
    law.referentiel().ccpCodes().forEach(all::ccp);
    all.window();
    all.title();
    all.resitting();
    all.recevabilite();
    return List.copyOf(all.proofs);
  }

  private void add(Claim claim, Reckoning reckoning) {
    proofs.add(Proof.of(claim, reckoning));
  }

  private static Reckoning recorded(Kind kind, LocalDate on) {
    return Reckoning.from(Anchor.of(kind, on), null);
  }

  private LegalBasis basis(RuleName rule) {
    return law.regime().basis(rule);
  }

  private void transfer() {
    PathFile.@Nullable Former former = file.former();
    if (former != null) {
      Anchor decided = Anchor.of(Kind.PATH_TRANSFERRED, former.until());
      add(Claim.TRANSFERRED_ON, Reckoning.from(decided, basis(RuleName.TRANSFER)));
    }
  }

  private void ccp(CcpCode ccp) {
    window
        .latestHolding(ccp)
        .map(this::held)
        .or(() -> facts.lastObtained(ccp, day).map(one -> Reckoning.from(one.anchor(), null)))
        .ifPresent(on -> proofs.add(new Proof(Claim.OBTAINED_ON, ccp.value(), on)));
    window.lapses().stream().filter(lapse -> lapse.ccp().equals(ccp)).forEach(this::lapse);
    if (!window.holds(ccp)) {
      facts
          .lastObtained(ccp, day)
          .flatMap(one -> Optional.ofNullable(one.annulledOn()))
          .map(on -> new Anchor(Kind.CCP_ANNULLED, on, ccp.value()))
          .map(annulled -> Reckoning.from(annulled, basis(RuleName.ANNULMENT)))
          .ifPresent(on -> proofs.add(new Proof(Claim.ANNULLED_ON, ccp.value(), on)));
    }
  }

  private Reckoning held(Holding held) {
    return held.byTitle()
        ? Reckoning.from(
            Anchor.of(Kind.TITLE_AWARDED, held.obtainedOn()), basis(RuleName.TITLE_DECISION))
        : Reckoning.from(
            new Anchor(Kind.CCP_OBTAINED, held.obtainedOn(), held.ccp().value()), null);
  }

  private void lapse(Lapse lapse) {
    proofs.add(new Proof(Claim.LAPSED_ON, lapse.ccp().value(), lapse.reckoning()));
  }

  private void window() {
    CapitalisationRegime regime = law.regime();
    if (window.ending() != null) {
      Holding oldest = window.held().getFirst();
      add(
          Claim.WINDOW_ANCHOR,
          CapitalisationWindow.start(
              new Anchor(Kind.CCP_OBTAINED, oldest.obtainedOn(), oldest.ccp().value()), regime));
      for (Limit limit : window.limits()) {
        proofs.add(new Proof(Claim.WINDOW_LIMIT, limit.rule().name(), limit.reckoning()));
      }
      add(Claim.WINDOW_LAST_DAY, window.ending());
    }
    if (window.fulfilment() != null) {
      add(Claim.WINDOW_FULFILLED_ON, window.fulfilment());
    }
    CapitalisationWindow.lastDayForFacts(day, facts, law)
        .ifPresent(last -> add(Claim.FACTS_THROUGH, last));
  }

  private void title() {
    Optional<Award> title = facts.titleBy(day);
    title.ifPresent(award ->
        add(
            Claim.TITLE_AWARDED_ON,
            Reckoning.from(award.anchor(), basis(RuleName.TITLE_DECISION))));
    title
        .filter(award -> award.withdrawnBy(day))
        .flatMap(award -> Optional.ofNullable(award.withdrawnOn()))
        .map(on -> Anchor.of(Kind.TITLE_WITHDRAWN, on))
        .ifPresent(taken ->
            add(Claim.TITLE_WITHDRAWN_ON, Reckoning.from(taken, basis(RuleName.TITLE_WITHDRAWAL))));
    facts.titleHeldOn(day).ifPresent(this::surveys);
  }

  private void surveys(Award held) {
    for (Survey survey : Survey.values()) {
      proofs.add(new Proof(Claim.SURVEY_FROM, survey.name(), Surveying.from(held, survey, law)));
    }
  }

  /** A path that led to its title says nothing more of sessions. */
  private void resitting() {
    if (facts.titleBy(day).isPresent()) {
      return;
    }
    Resitting.on(day, facts, TrainingRecord.NONE, law)
        .ifPresent(series -> {
          add(Claim.RESIT_FIRST_SESSION_ON, recorded(Kind.SESSION_IN_VAIN, series.firstOn()));
          add(Claim.RESIT_THROUGH, series.ending());
          series.again().ifPresent(again -> add(Claim.RESIT_POSSIBLE_FROM, again));
        });
  }

  /** As the path pinned it; how it was worked out is the application's to prove. */
  private void recevabilite() {
    @Nullable Recevabilite on = file.recevabilite();
    if (on != null) {
      add(Claim.RECEVABILITE_COUNTED_FROM, recorded(Kind.RECEVABILITE_STATED, on.notifiedOn()));
      stated(Claim.VALID_THROUGH, on.validThrough());
      stated(Claim.START_BY, on.startBy());
    }
  }

  private void stated(Claim claim, @Nullable LocalDate on) {
    if (on != null) {
      add(claim, recorded(Kind.RECEVABILITE_STATED, on));
    }
  }
}
