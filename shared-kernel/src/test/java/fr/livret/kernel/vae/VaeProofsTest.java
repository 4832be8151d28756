package fr.livret.kernel.vae;

import static fr.livret.kernel.vae.Dossier.complete;
import static fr.livret.kernel.vae.Dossier.filed;
import static fr.livret.kernel.vae.Dossier.grant;
import static fr.livret.kernel.vae.Dossier.grantedThrough;
import static fr.livret.kernel.vae.Dossier.on;
import static fr.livret.kernel.vae.VaeRegimes.VAE_2002;
import static fr.livret.kernel.vae.VaeRegimes.VAE_2017;
import static fr.livret.kernel.vae.VaeRegimes.VAE_2024;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.proof.Checked;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application claims is worked out step by step from its facts. */
class VaeProofsTest {

  @Test
  void silence_refuses_two_months_after_the_filing_under_the_rules_of_2002() {
    Dossier dossier = filed(VAE_2002, "2010-03-31");
    assertThat(told(dossier, "2010-05-31", Claim.SILENCE_LAST_DAY))
        .containsExactly("APPLICATION_FILED 2010-03-31, + P2M = 2010-05-31");
    assertThat(told(dossier, "2010-06-01", Claim.SILENCE_EFFECT))
        .containsExactly(
            "APPLICATION_FILED 2010-03-31, + P2M = 2010-05-31, the day after = 2010-06-01");
  }

  @Test
  void silence_grants_two_months_after_a_complete_file_and_what_it_grants_counts_from_then() {
    Dossier dossier = filed(VAE_2024, "2024-12-02").given(complete("2024-12-31"));
    String effect =
        "FILE_COMPLETE 2024-12-31, + P2M = 2025-02-28 (last of the month),"
            + " the day after = 2025-03-01";
    assertThat(told(dossier, "2025-02-28", Claim.RECEVABILITE_COUNTED_FROM)).isEmpty();
    assertThat(told(dossier, "2025-03-01", Claim.RECEVABILITE_COUNTED_FROM))
        .containsExactly(effect + ", deemed");
    assertThat(told(dossier, "2025-03-01", Claim.START_BY))
        .containsExactly(effect + ", deemed, + P6M = 2025-09-01");
    assertThat(told(dossier, "2025-09-01", Claim.RECEVABILITE_LAPSED_ON)).isEmpty();
    assertThat(told(dossier, "2025-09-02", Claim.RECEVABILITE_LAPSED_ON))
        .containsExactly(effect + ", deemed, + P6M = 2025-09-01, the day after = 2025-09-02");
  }

  @Test
  void a_recevabilite_of_2002_lasts_a_year_from_its_notification() {
    Dossier dossier = filed(VAE_2002, "2012-08-01").given(grant("2012-09-14"));
    assertThat(told(dossier, "2013-09-14", Claim.VALID_THROUGH))
        .containsExactly("DECISION_NOTIFIED 2012-09-14, + P1Y = 2013-09-14");
    assertThat(told(dossier, "2013-09-15", Claim.RECEVABILITE_LAPSED_ON))
        .containsExactly(
            "DECISION_NOTIFIED 2012-09-14, + P1Y = 2013-09-14, the day after = 2013-09-15");
  }

  @Test
  void a_recevabilite_of_2017_lasts_as_its_notification_states() {
    Dossier dossier =
        filed(VAE_2017, "2018-01-08")
            .given(complete("2018-01-10"))
            .given(grantedThrough("2018-02-01", "2020-01-31"));
    assertThat(told(dossier, "2019-01-01", Claim.VALID_THROUGH))
        .containsExactly("RECEVABILITE_STATED 2020-01-31");
  }

  private static List<String> told(Dossier dossier, String day, Claim claim) {
    return proofs(dossier, on(day)).stream()
        .filter(proof -> proof.claim() == claim)
        .map(Checked::told)
        .toList();
  }

  /** Each followed step by step on the way. */
  static List<Proof> proofs(Dossier dossier, LocalDate day) {
    List<Proof> proofs =
        VaeProofs.asOf(day, dossier.state().filed().orElseThrow(), dossier.regime());
    proofs.forEach(Checked::followed);
    return proofs;
  }
}
