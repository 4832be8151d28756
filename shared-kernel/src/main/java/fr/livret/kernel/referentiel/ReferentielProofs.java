package fr.livret.kernel.referentiel;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Anchor.Kind;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleRevised;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every day a référentiel claims, with how it was worked out. */
public final class ReferentielProofs {
  private ReferentielProofs() {}

  /**
   * What is claimed by the decisions taken up to that day.
   *
   * @param regime the edition a path opens under; absent where none is known
   * @param transfer the text behind transfers
   */
  public static List<Proof> asOf(
      LocalDate day, Published title, @Nullable CapitalisationRegime regime, LegalBasis transfer) {
    List<Proof> proofs = new ArrayList<>();
    Validity validity = title.validity();
    Optional.ofNullable(validity.stated().from())
        .map(from -> Reckoning.from(Anchor.of(Kind.VALIDITY_BEGINS, from), null))
        .ifPresent(from -> proofs.add(Proof.of(Claim.TITLE_VALID_FROM, from)));
    validity
        .endAsDecidedBy(day)
        .ifPresent(end -> proofs.add(Proof.of(Claim.TITLE_VALID_THROUGH, end.reckoning())));
    if (regime != null) {
      validity
          .lastDayForFacts(day, regime)
          .ifPresent(last -> proofs.add(Proof.of(Claim.TITLE_FACTS_THROUGH, last)));
    }
    title.revisions().stream()
        .filter(revision -> !revision.decidedOn().isAfter(day))
        .forEach(revision -> proofs.addAll(revised(revision, transfer)));
    return List.copyOf(proofs);
  }

  private static List<Proof> revised(Revision revision, LegalBasis transfer) {
    List<Proof> proofs = new ArrayList<>();
    String successor = revision.successor().value();
    proofs.add(
        new Proof(Claim.TRANSFER_FROM, successor, Reckoning.from(revisedOn(revision), transfer)));
    for (Anchor stated : equivalence(revision)) {
      proofs.add(new Proof(Claim.EQUIVALENT_BEFORE, successor, Reckoning.from(stated, transfer)));
    }
    return proofs;
  }

  private static Anchor revisedOn(Revision revision) {
    return new Anchor(Kind.TITLE_REVISED, revision.decidedOn(), revision.successor().value());
  }

  /** None where the day on which a CCP was obtained does not matter. */
  private static List<Anchor> equivalence(Revision revision) {
    @Nullable LocalDate before = revision.obtainedBefore();
    return before == null
        ? List.of()
        : List.of(new Anchor(Kind.EQUIVALENCE_STATED, before, revision.successor().value()));
  }

  /** The days an event recorded that a reckoning can begin with. */
  public static List<Anchor> anchors(ReferentielEvent event) {
    return switch (event) {
      case ReferentielPublished it -> stated(it.content());
      case TitleClosed it -> List.of(Anchor.of(Kind.TITLE_CLOSED, it.decidedOn()));
      case TitleProrogued it -> List.of(Anchor.of(Kind.TITLE_PROROGUED, it.decidedOn()));
      case TitleRevised it -> {
        List<Anchor> anchors = new ArrayList<>(equivalence(it.revision()));
        anchors.add(revisedOn(it.revision()));
        yield anchors;
      }
    };
  }

  private static List<Anchor> stated(Referentiel content) {
    List<Anchor> anchors = new ArrayList<>();
    @Nullable LocalDate from = content.validity().from();
    @Nullable LocalDate to = content.validity().to();
    if (from != null) {
      anchors.add(Anchor.of(Kind.VALIDITY_BEGINS, from));
    }
    if (to != null) {
      anchors.add(Anchor.of(Kind.VALIDITY_STATED, to));
    }
    return anchors;
  }
}
