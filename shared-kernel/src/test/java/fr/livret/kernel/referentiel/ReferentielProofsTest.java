package fr.livret.kernel.referentiel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Checked;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleRevised;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a référentiel claims is worked out from its document and the decisions on its title. */
class ReferentielProofsTest {
  private static final ReferentielCode AMIS = Referentiels.AMIS_2023.code();
  private static final ReferentielEvent PUBLISHED =
      new ReferentielPublished(AMIS, 1, Referentiels.AMIS_2023, "{}", "a", on("2023-07-17"));
  private static final ReferentielEvent CLOSED = new TitleClosed(AMIS, on("2028-06-01"), "JO");
  private static final ReferentielEvent PROROGUED =
      new TitleProrogued(AMIS, on("2029-09-03"), on("2033-07-02"), "JO");
  private static final ReferentielEvent REVISED =
      new TitleRevised(
          AMIS,
          new Revision(
              Referentiels.ILLUSTRATIVE_2016.code(),
              on("2027-03-01"),
              List.of(),
              on("2027-01-01"),
              "JO",
              Mark.SEEN));

  @Test
  void what_the_document_states_is_taken_as_stated() {
    assertThat(told("2026-01-01", Claim.TITLE_VALID_FROM, PUBLISHED))
        .containsExactly("VALIDITY_BEGINS 2023-07-17");
    assertThat(told("2026-01-01", Claim.TITLE_VALID_THROUGH, PUBLISHED))
        .containsExactly("VALIDITY_STATED 2028-07-02");
    assertThat(told("2026-01-01", Claim.TITLE_FACTS_THROUGH, PUBLISHED))
        .containsExactly("VALIDITY_STATED 2028-07-02");
  }

  @Test
  void a_closure_counts_from_its_own_day_and_leaves_the_time_the_regime_grants() {
    assertThat(told("2028-05-31", Claim.TITLE_FACTS_THROUGH, PUBLISHED, CLOSED))
        .containsExactly("VALIDITY_STATED 2028-07-02");
    assertThat(told("2028-06-01", Claim.TITLE_VALID_THROUGH, PUBLISHED, CLOSED))
        .containsExactly("VALIDITY_STATED 2028-07-02, TITLE_CLOSED 2028-06-01 = 2028-07-02");
    assertThat(told("2028-06-01", Claim.TITLE_FACTS_THROUGH, PUBLISHED, CLOSED))
        .containsExactly(
            "VALIDITY_STATED 2028-07-02, TITLE_CLOSED 2028-06-01 = 2028-07-02, + P1Y ="
                + " 2029-07-02");
  }

  @Test
  void a_prorogation_takes_the_place_of_what_was_granted() {
    String prorogued =
        "VALIDITY_STATED 2028-07-02, TITLE_CLOSED 2028-06-01 = 2028-07-02, TITLE_PROROGUED"
            + " 2029-09-03 = 2033-07-02";
    for (Claim claim : List.of(Claim.TITLE_VALID_THROUGH, Claim.TITLE_FACTS_THROUGH)) {
      assertThat(told("2029-09-02", claim, PUBLISHED, CLOSED, PROROGUED))
          .isEqualTo(told("2029-09-02", claim, PUBLISHED, CLOSED));
      assertThat(told("2029-09-03", claim, PUBLISHED, CLOSED, PROROGUED))
          .containsExactly(prorogued);
    }
  }

  @Test
  void from_a_29_february_the_time_granted_ends_on_the_28th() {
    Referentiel of = Referentiels.AMIS_2023;
    ReferentielEvent published =
        new ReferentielPublished(
            AMIS,
            1,
            Referentiels.valid(of, of.validity().from(), on("2028-02-29")),
            "{}",
            "a",
            on("2023-07-17"));
    ReferentielEvent closed = new TitleClosed(AMIS, on("2028-02-01"), "JO");
    assertThat(told("2028-02-01", Claim.TITLE_FACTS_THROUGH, published, closed))
        .containsExactly(
            "VALIDITY_STATED 2028-02-29, TITLE_CLOSED 2028-02-01 = 2028-02-29, + P1Y ="
                + " 2029-02-28 (last of the month)");
  }

  @Test
  void a_revision_says_from_when_paths_are_transferred_and_what_counts() {
    assertThat(told("2027-02-28", Claim.TRANSFER_FROM, PUBLISHED, REVISED)).isEmpty();
    String successor = Referentiels.ILLUSTRATIVE_2016.code().value();
    assertThat(told("2027-03-01", Claim.TRANSFER_FROM, PUBLISHED, REVISED))
        .containsExactly("TITLE_REVISED " + successor + " 2027-03-01");
    assertThat(told("2027-03-01", Claim.EQUIVALENT_BEFORE, PUBLISHED, REVISED))
        .containsExactly("EQUIVALENCE_STATED " + successor + " 2027-01-01");
  }

  @Test
  void each_recorded_day_it_begins_with_is_found_in_an_event() {
    ReferentielEvent[] events = {PUBLISHED, REVISED, CLOSED, PROROGUED};
    Set<Anchor> recorded = new HashSet<>();
    for (ReferentielEvent event : events) {
      recorded.addAll(ReferentielProofs.anchors(event));
    }
    assertThat(proofs("2030-01-01", events))
        .hasSize(5)
        .allSatisfy(proof -> assertThat(recorded).containsAll(Checked.anchors(proof)));
  }

  private static List<String> told(String day, Claim claim, ReferentielEvent... events) {
    List<String> told = new ArrayList<>();
    for (Proof proof : proofs(day, events)) {
      Checked.followed(proof);
      if (proof.claim() == claim) {
        told.add(Checked.told(proof));
      }
    }
    return told;
  }

  private static List<Proof> proofs(String day, ReferentielEvent... events) {
    CapitalisationRegime regime = Regimes.TP_2016;
    ReferentielState state = new ReferentielState.NotPublished();
    for (ReferentielEvent event : events) {
      state = ReferentielState.evolve(state, event);
    }
    return ReferentielProofs.asOf(
        on(day), (Published) state, regime, regime.basis(RuleName.TRANSFER));
  }

  private static LocalDate on(String day) {
    return LocalDate.parse(day);
  }
}
