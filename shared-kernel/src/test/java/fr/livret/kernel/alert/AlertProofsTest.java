package fr.livret.kernel.alert;

import static fr.livret.kernel.alert.Alerts.CANDIDATE;
import static fr.livret.kernel.alert.Alerts.CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.alert.AlertCommand.RaiseAlert;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.proof.Checked;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an alert claims beside the day it announces is worked out from that day. */
class AlertProofsTest {

  @ParameterizedTest
  @CsvSource({
    "2019-03-10, 3, P3M = 2018-12-10, 2019-03-11",
    "2019-03-31, 1, P1M = 2019-02-28 (last of the month), 2019-04-01",
    "2024-02-29, 12, P12M = 2023-02-28 (last of the month), 2024-03-01",
    "2024-03-29, 1, P1M = 2024-02-29, 2024-03-30",
    "2019-12-31, 3, P3M = 2019-09-30 (last of the month), 2020-01-01"
  })
  void it_is_raised_so_long_before_the_last_day_and_has_passed_the_day_after(
      LocalDate lastDay, int horizon, String counted, String passed) {
    List<Proof> proofs = AlertProofs.of(deadline(lastDay), horizon, true);
    assertThat(Checked.told(proofs.getFirst()))
        .isEqualTo("DEADLINE_ANNOUNCED " + lastDay + ", - " + counted);
    assertThat(Checked.told(proofs.getLast()))
        .isEqualTo("DEADLINE_ANNOUNCED " + lastDay + ", the day after = " + passed);
    assertThat(AlertCause.passed(lastDay).on()).isEqualTo(proofs.getLast().day());
    assertThat(AlertProofs.of(deadline(lastDay), horizon, false))
        .extracting(Proof::claim)
        .containsExactly(Claim.ALERT_FROM);
  }

  @Property(tries = 500)
  void it_is_raised_from_the_day_that_is_proved_and_refused_the_day_before(
      @ForAll @IntRange(max = 20_000) int days,
      @ForAll @IntRange(min = 1, max = Horizons.LONGEST) int horizon) {
    Deadline deadline = deadline(LocalDate.of(2000, 1, 1).plusDays(days));
    Proof proof = AlertProofs.of(deadline, horizon, false).getFirst();
    Checked.followed(proof);
    AlertEvent raised = raised(deadline, horizon, proof.day());
    assertThat(raised).isInstanceOf(AlertRaised.class);
    assertThat(AlertProofs.anchors(raised)).containsAll(Checked.anchors(proof));
    Refusal early =
        catchThrowableOfType(
            Refusal.class, () -> raised(deadline, horizon, proof.day().minusDays(1)));
    assertThat(early.facts()).containsEntry("date", proof.day());
  }

  private static AlertEvent raised(Deadline deadline, int horizon, LocalDate today) {
    return AlertDecider.decide(
            new RaiseAlert(deadline, horizon, CHANNELS, today), new AlertState.NotRaised())
        .getFirst();
  }

  private static Deadline deadline(LocalDate lastDay) {
    return new Deadline(
        Subject.WINDOW, new UUID(0, 1), "AMIS-2013", CANDIDATE, lastDay, "TP-2006/1#window.length");
  }
}
