package fr.livret.command.alert;

import static fr.livret.command.alert.Watch.recevabilite;
import static fr.livret.command.path.Sweep.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.command.vae.Silence;
import fr.livret.kernel.alert.Deadline;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Alerts of a recevabilité that ends. Under the rules of 2024, complete on 2024-12-31, it is
 * granted by silence on 2025-03-01; a path may be opened on it through 2025-09-01.
 */
@ExtendWith(SharedNode.class)
class RecevabiliteAlertsTest {
  private final Node node;
  private final Story story;
  private final Watch watch;

  private String candidate = "";
  private String application = "";

  RecevabiliteAlertsTest(Node node) {
    this.node = node;
    this.story = node.story();
    this.watch = new Watch(node);
  }

  @BeforeEach
  void silenceGrants() {
    MovableClock.on("2025-03-01");
    candidate = story.candidate();
    application =
        story.file(candidate, "AMIS-2023", "2024-12-02").created("/api/vae-applications").id();
    node.api()
        .post(
            "/api/vae-applications/" + application + "/completeness",
            "{\"completeOn\": \"2024-12-31\"}")
        .done();
    Silence.sweep(node, application, "2025-03-01");
  }

  private void lookOn(String day) {
    MovableClock.on(day);
    watch.look();
  }

  private Deadline start() {
    return recevabilite(application, "2025-09-01");
  }

  @Test
  void the_end_of_the_time_for_a_start_is_announced_on_its_day_and_not_the_day_before() {
    lookOn("2025-07-31");
    assertThat(watch.horizons(start())).containsExactly(3);
    lookOn("2025-08-01");
    assertThat(watch.horizons(start())).containsExactly(3, 1);
    assertThat(watch.kinds(start(), 1)).containsExactly("AlertRaised");
  }

  @Test
  void the_alert_says_of_which_application_and_by_which_rule_and_text() {
    lookOn("2025-08-01");
    Fact alert = watch.of(start(), 1).getFirst();
    assertThat(alert.text("/deadline/subject")).isEqualTo("RECEVABILITE");
    assertThat(alert.text("/deadline/id")).isEqualTo(application);
    assertThat(alert.text("/deadline/name")).isEqualTo("AMIS-2023");
    assertThat(alert.text("/deadline/candidate")).isEqualTo(candidate);
    assertThat(alert.text("/deadline/lastDay")).isEqualTo("2025-09-01");
    assertThat(alert.text("/deadline/rule")).isEqualTo("VAE-2024/1#vae.validity");
    assertThat(Optional.ofNullable(node.bean(RuleTexts.class).of(alert.text("/deadline/rule"))))
        .hasValueSatisfying(basis -> {
          assertThat(basis.citation()).contains("six mois");
          assertThat(basis.source()).contains("secondaires");
          assertThat(basis.mark()).isEqualTo("2");
        });
  }

  @Test
  void a_path_opened_on_it_cancels_its_alerts() {
    lookOn("2025-08-01");
    MovableClock.on("2025-08-04");
    story.openOn(application, candidate, "AMIS-2023", "2025-08-04").created("/api/paths");
    eventually().until(() -> !node.ledger().of(application, "vae.RecevabiliteUsed").isEmpty());
    watch.look();
    assertThat(watch.kinds(start(), 1)).containsExactly("AlertRaised", "AlertCancelled");
    Fact cancelled = watch.of(start(), 1).getLast();
    assertThat(cancelled.text("/cause/kind")).isEqualTo("RECEVABILITE_USED");
    assertThat(cancelled.text("/cause/on")).isEqualTo("2025-08-04");
    assertThat(cancelled.payload().has("movedTo")).isFalse();
  }

  @Test
  void on_its_last_day_the_alert_stands_and_the_lapse_ends_it() {
    lookOn("2025-08-01");
    lookOn("2025-09-01");
    assertThat(watch.kinds(start(), 1)).containsExactly("AlertRaised");
    MovableClock.on("2025-09-02");
    Silence.sweep(node, application, "2025-09-02");
    assertThat(node.ledger().of(application, "vae.RecevabiliteLapsed")).hasSize(1);
    watch.look();
    Fact cancelled = watch.of(start(), 1).getLast();
    assertThat(cancelled.text("/cause/kind")).isEqualTo("DEADLINE_PASSED");
    assertThat(cancelled.text("/cause/on")).isEqualTo("2025-09-02");
  }

  @Test
  void a_decision_that_comes_too_late_changes_nothing() {
    lookOn("2025-08-01");
    story.decide(application, "REFUSED", "2025-08-01").done();
    watch.look();
    assertThat(node.ledger().of(application, "vae.LateDecisionRecorded")).hasSize(1);
    assertThat(watch.kinds(start(), 1)).containsExactly("AlertRaised");
  }

  @Test
  void a_refusal_of_the_delay_recorded_after_it_leaves_nothing_to_announce() {
    lookOn("2025-06-01");
    assertThat(watch.horizons(start())).containsExactly(3);
    story.decide(application, "REFUSED", "2025-02-20").done();
    watch.look();
    Fact cancelled = watch.of(start(), 3).getLast();
    assertThat(cancelled.text("/cause/kind")).isEqualTo("RECEVABILITE_CHANGED");
    lookOn("2025-08-01");
    assertThat(watch.horizons(start())).containsExactly(3);
  }
}
