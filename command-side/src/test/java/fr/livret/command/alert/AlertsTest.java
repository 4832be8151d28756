package fr.livret.command.alert;

import static fr.livret.command.alert.Watch.sst;
import static fr.livret.command.alert.Watch.window;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.path.Sweep;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.kernel.alert.AlertId;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which alerts are raised and cancelled, with nobody asking. */
@ExtendWith(SharedNode.class)
class AlertsTest {
  private final Node node;
  private final Story story;
  private final Watch watch;

  AlertsTest(Node node) {
    this.node = node;
    this.story = node.story();
    this.watch = new Watch(node);
  }

  /** W02 up to its second CCP: the window ends on 2019-03-10, then on 2021-05-02. */
  private String pathOfW02() {
    MovableClock.on("2017-01-02");
    return story.withCcps("2014-03-10", "2016-05-02");
  }

  private void lookOn(String day) {
    MovableClock.on(day);
    watch.look();
  }

  @Test
  void alerts_are_raised_at_12_6_3_and_1_months_each_on_its_day_and_not_the_day_before() {
    String path = pathOfW02();
    lookOn("2018-03-09");
    assertThat(watch.horizons(path, "2019-03-10")).isEmpty();
    lookOn("2018-03-10");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(12);
    lookOn("2018-09-09");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(12);
    lookOn("2018-09-10");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(12, 6);
    lookOn("2018-12-09");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(12, 6);
    lookOn("2018-12-10");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(12, 6, 3);
    lookOn("2019-02-09");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(12, 6, 3);
    lookOn("2019-02-10");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(12, 6, 3, 1);
    assertThat(watch.kinds(window(path, "2019-03-10"), 12)).containsExactly("AlertRaised");
  }

  @Test
  void an_alert_says_what_ends_for_whom_and_by_which_rule() {
    String path = pathOfW02();
    lookOn("2018-12-10");
    Fact alert = watch.of(window(path, "2019-03-10"), 3).getFirst();
    assertThat(alert.text("/deadline/subject")).isEqualTo("WINDOW");
    assertThat(alert.text("/deadline/id")).isEqualTo(path);
    assertThat(alert.text("/deadline/name")).isEqualTo("AMIS-2013");
    assertThat(alert.text("/deadline/rule")).isEqualTo("TP-2006/1#window.length");
    assertThat(alert.text("/raisedOn")).isEqualTo("2018-12-10");
    assertThat(alert.payload().path("channels")).isEmpty();
    assertThat(alert.metadata().path("actor").asString()).isEqualTo("livret:alerts");
  }

  @Test
  void a_window_that_ends_on_the_last_of_february_is_announced_on_the_days_there_are() {
    MovableClock.on("2020-03-02");
    String path = story.withCcps("2020-02-29");
    lookOn("2024-02-27");
    assertThat(watch.horizons(path, "2025-02-28")).isEmpty();
    lookOn("2024-02-28");
    assertThat(watch.horizons(path, "2025-02-28")).containsExactly(12);
  }

  @Test
  void a_deadline_learned_late_raises_the_most_urgent_alert_only() {
    MovableClock.on("2018-12-20");
    String path = story.withCcps("2014-03-10");
    watch.look();
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(3);
  }

  @Test
  void a_deadline_learned_after_its_last_day_raises_none() {
    MovableClock.on("2019-03-11");
    String path = story.withCcps("2014-03-10");
    watch.look();
    assertThat(watch.horizons(path, "2019-03-10")).isEmpty();
  }

  @Test
  void after_months_without_the_service_the_most_urgent_alert_is_raised() {
    String path = pathOfW02();
    lookOn("2018-03-10");
    lookOn("2019-02-20");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(12, 1);
  }

  @Test
  void swept_again_and_again_nothing_is_raised_twice() {
    String path = pathOfW02();
    lookOn("2018-12-10");
    lookOn("2018-12-10");
    lookOn("2018-12-11");
    assertThat(watch.kinds(window(path, "2019-03-10"), 3)).containsExactly("AlertRaised");
  }

  @Test
  void a_window_that_moves_cancels_its_alerts_and_its_new_last_day_raises_its_own() {
    String path = pathOfW02();
    lookOn("2018-03-10");
    lookOn("2018-09-10");
    story.annul(path, "CCP1", "2018-09-10").done();
    watch.look();
    for (int horizon : List.of(12, 6)) {
      Fact cancelled = watch.of(window(path, "2019-03-10"), horizon).getLast();
      assertThat(cancelled.type()).isEqualTo("alert.AlertCancelled");
      assertThat(cancelled.text("/cause/kind")).isEqualTo("WINDOW_MOVED");
      assertThat(cancelled.text("/cause/on")).isEqualTo("2018-09-10");
      assertThat(cancelled.text("/cause/movedTo")).isEqualTo("2021-05-02");
    }
    lookOn("2020-05-01");
    assertThat(watch.horizons(path, "2021-05-02")).isEmpty();
    lookOn("2020-05-02");
    assertThat(watch.horizons(path, "2021-05-02")).containsExactly(12);
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(12, 6);
  }

  @Test
  void what_holds_again_is_raised_again() {
    String path = pathOfW02();
    lookOn("2018-12-10");
    story.annul(path, "CCP1", "2018-12-10").done();
    watch.look();
    story.ccp(path, "CCP1", "2014-03-10").done();
    watch.look();
    assertThat(watch.kinds(window(path, "2019-03-10"), 3))
        .containsExactly("AlertRaised", "AlertCancelled", "AlertRaised");
    assertThat(watch.of(window(path, "2019-03-10"), 3).getLast().text("/occasion")).isEqualTo("2");
  }

  @Test
  void a_window_that_is_fulfilled_cancels_its_alerts_acknowledged_or_not() {
    String path = pathOfW02();
    lookOn("2018-09-10");
    acknowledge(path, 6);
    lookOn("2018-12-10");
    story.ccp(path, "CCP3", "2018-12-10").done();
    watch.look();
    for (int horizon : List.of(6, 3)) {
      Fact cancelled = watch.of(window(path, "2019-03-10"), horizon).getLast();
      assertThat(cancelled.text("/cause/kind")).isEqualTo("WINDOW_FULFILLED");
      assertThat(cancelled.payload().has("movedTo")).isFalse();
    }
    lookOn("2019-02-10");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(6, 3);
  }

  private void acknowledge(String path, int horizon) {
    String alert = AlertId.of(window(path, "2019-03-10"), horizon).toString();
    node.api().post("/api/alerts/" + alert + "/acknowledgement", "{}").done();
  }

  @Test
  void a_title_awarded_cancels_the_alerts_of_a_window_that_waits_for_it() {
    MovableClock.on("2017-01-02");
    String title = story.title("TP-2002", 1);
    String path = story.path(title, "TRAINING", "2014-01-06");
    story.ccp(path, "CCP1", "2014-03-10").done();
    lookOn("2018-12-10");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(3);
    story.title(path, "2018-12-10").done();
    watch.look();
    assertThat(watch.of(window(path, "2019-03-10"), 3).getLast().text("/cause/kind"))
        .isEqualTo("TITLE_AWARDED");
  }

  @Test
  void once_the_last_day_has_passed_its_alerts_have_had_their_day() {
    String path = pathOfW02();
    lookOn("2019-02-10");
    lookOn("2019-03-10");
    assertThat(watch.kinds(window(path, "2019-03-10"), 1)).containsExactly("AlertRaised");
    MovableClock.on("2019-03-11");
    Sweep.on(node);
    watch.look();
    Fact cancelled = watch.of(window(path, "2019-03-10"), 1).getLast();
    assertThat(cancelled.text("/cause/kind")).isEqualTo("DEADLINE_PASSED");
    assertThat(cancelled.text("/cause/on")).isEqualTo("2019-03-11");
  }

  @Test
  void a_certificate_is_announced_and_a_newer_one_of_its_kind_cancels_that() {
    MovableClock.on("2024-02-01");
    String candidate = story.candidate();
    story.certificate(candidate, "2024-01-15", "2026-01-14").done();
    lookOn("2025-10-13");
    assertThat(watch.horizons(sst(candidate, "2026-01-14"))).containsExactly(6);
    lookOn("2025-10-14");
    assertThat(watch.horizons(sst(candidate, "2026-01-14"))).containsExactly(6, 3);
    Fact alert = watch.of(sst(candidate, "2026-01-14"), 3).getFirst();
    assertThat(alert.text("/deadline/rule")).isEqualTo("COMMON/1#title.prerequisites");
    // An older one that is recorded late changes nothing.
    story.certificate(candidate, "2022-01-15", "2024-01-14").done();
    watch.look();
    assertThat(watch.kinds(sst(candidate, "2026-01-14"), 3)).containsExactly("AlertRaised");
    story.certificate(candidate, "2025-10-14", "2027-10-13").done();
    watch.look();
    Fact cancelled = watch.of(sst(candidate, "2026-01-14"), 3).getLast();
    assertThat(cancelled.text("/cause/kind")).isEqualTo("CERTIFICATE_RENEWED");
    assertThat(cancelled.text("/cause/movedTo")).isEqualTo("2027-10-13");
    lookOn("2026-10-13");
    assertThat(watch.horizons(sst(candidate, "2027-10-13"))).containsExactly(12);
  }

  @Test
  void a_certificate_that_is_not_renewed_has_its_day_too() {
    MovableClock.on("2024-02-01");
    String candidate = story.candidate();
    story.certificate(candidate, "2024-01-15", "2026-01-14").done();
    lookOn("2026-01-01");
    lookOn("2026-01-15");
    assertThat(watch.of(sst(candidate, "2026-01-14"), 1).getLast().text("/cause/kind"))
        .isEqualTo("DEADLINE_PASSED");
  }

  @Test
  void of_an_erased_person_nothing_stands_and_nothing_more_is_raised() {
    MovableClock.on("2017-01-02");
    String candidate = story.candidate();
    String path =
        story
            .open(candidate, "AMIS-2013", "CAPITALISATION", "2011-07-02")
            .created("/api/paths")
            .id();
    story.ccp(path, "CCP1", "2014-03-10").done();
    story.certificate(candidate, "2017-01-01", "2019-03-10").done();
    lookOn("2018-12-10");
    story.erase(candidate, "2018-12-10").done();
    watch.look();
    for (Fact cancelled :
        List.of(
            watch.of(window(path, "2019-03-10"), 3).getLast(),
            watch.of(sst(candidate, "2019-03-10"), 3).getLast())) {
      assertThat(cancelled.text("/cause/kind")).isEqualTo("CANDIDATE_ERASED");
    }
    lookOn("2019-02-10");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(3);
  }

  @Test
  void an_agenda_that_is_rebuilt_raises_and_cancels_nothing_again() {
    String path = pathOfW02();
    lookOn("2018-12-10");
    StreamingEventProcessor agenda =
        node.bean(EventProcessingConfiguration.class)
            .eventProcessor(AlertAgenda.GROUP, StreamingEventProcessor.class)
            .orElseThrow();
    agenda.shutDown();
    agenda.resetTokens();
    agenda.start();
    // While it is half built the sweep goes on, and must not be taken in.
    for (int i = 0; i < 20; i++) {
      watch.sweep();
    }
    watch.look();
    assertThat(watch.kinds(window(path, "2019-03-10"), 3)).containsExactly("AlertRaised");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(3);
    lookOn("2019-02-10");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(3, 1);
  }

  @Test
  void a_clock_set_back_raises_and_cancels_nothing() {
    String path = pathOfW02();
    lookOn("2018-12-10");
    lookOn("2018-01-01");
    assertThat(watch.kinds(window(path, "2019-03-10"), 3)).containsExactly("AlertRaised");
    assertThat(watch.horizons(path, "2019-03-10")).containsExactly(3);
  }
}
