package fr.livret.command.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the passing of days does, with nobody asking. */
@ExtendWith(SharedNode.class)
class LapsesTest {
  private static final String LAPSED = "path.CcpLapsed";

  private final Node node;
  private final Ledger ledger;
  private final Story story;

  LapsesTest(Node node) {
    this.node = node;
    this.ledger = node.ledger();
    this.story = node.story();
  }

  /** W02 up to its second CCP: CCP1 counts through 2019-03-10, CCP2 through 2021-05-02. */
  private String pathOfW02() {
    MovableClock.on("2017-01-02");
    String path = story.withCcps("2014-03-10", "2016-05-02");
    Sweep.awaitDue(node, path, "2019-03-11");
    return path;
  }

  private List<Fact> lapses(String path) {
    return ledger.of(path, LAPSED);
  }

  @Test
  void the_last_day_is_included_and_ends_at_midnight_in_paris() {
    String path = pathOfW02();
    MovableClock.at("2019-03-10T23:59:59");
    Sweep.on(node);
    assertThat(lapses(path)).isEmpty();
    MovableClock.at("2019-03-11T00:00:00");
    Sweep.on(node);
    Fact lapse = lapses(path).getFirst();
    assertThat(lapse.text("/ccp")).isEqualTo("CCP1");
    assertThat(lapse.text("/obtainedOn")).isEqualTo("2014-03-10");
    assertThat(lapse.text("/lapsedOn")).isEqualTo("2019-03-11");
    assertThat(lapse.text("/rule")).isEqualTo("TP-2006/1#window.length");
    assertThat(lapse.text("/cause/kind")).isEqualTo("DAY_PASSED");
    assertThat(lapse.metadata().path("actor").asString()).isEqualTo("livret:clock");
    Fact moved = ledger.of(path).getLast();
    assertThat(moved.type()).isEqualTo("path.WindowMoved");
    assertThat(moved.text("/to/anchor")).isEqualTo("2016-05-02");
  }

  @Test
  void a_lapse_happens_once_however_often_the_days_are_swept() {
    String path = pathOfW02();
    MovableClock.on("2019-03-11");
    Sweep.on(node);
    Sweep.on(node);
    Sweep.awaitDue(node, path, "2021-05-03");
    Sweep.on(node);
    MovableClock.on("2021-05-02");
    Sweep.on(node);
    assertThat(lapses(path)).hasSize(1);
  }

  @Test
  void years_without_the_service_are_caught_up_by_one_sweep() {
    String path = pathOfW02();
    MovableClock.on("2022-06-01");
    Sweep.on(node);
    assertThat(lapses(path))
        .extracting(lapse -> lapse.text("/ccp") + " on " + lapse.text("/lapsedOn"))
        .containsExactly("CCP1 on 2019-03-11", "CCP2 on 2021-05-03");
    assertThat(ledger.kinds(path)).endsWith("CcpLapsed", "CcpLapsed", "WindowClosed");
  }

  @Test
  void one_sweep_is_for_every_path() {
    MovableClock.on("2015-01-05");
    List<String> paths = story.pathsWithCcp1(40, "2014-03-10");
    for (String path : paths) {
      Sweep.awaitDue(node, path, "2019-03-11");
    }
    MovableClock.on("2020-03-11");
    Sweep.on(node);
    assertThat(paths).allSatisfy(path -> assertThat(lapses(path)).hasSize(1));
  }

  @Test
  void a_late_fact_reverses_the_lapse_it_prevents_and_is_named_as_its_cause() {
    String path = pathOfW02();
    MovableClock.on("2019-03-11");
    Sweep.on(node);
    MovableClock.on("2019-06-01");
    story.ccp(path, "CCP3", "2019-03-10").done();
    assertThat(ledger.kinds(path)).endsWith("CcpObtained", "LapseReversed", "WindowFulfilled");
    Fact reversed = ledger.of(path, "path.LapseReversed").getFirst();
    assertThat(reversed.text("/ccp")).isEqualTo("CCP1");
    assertThat(reversed.text("/lapsedOn")).isEqualTo("2019-03-11");
    assertThat(reversed.text("/cause/kind")).isEqualTo("CCP_OBTAINED");
    assertThat(reversed.text("/cause/on")).isEqualTo("2019-03-10");
    assertThat(reversed.text("/cause/ccp")).isEqualTo("CCP3");
    MovableClock.on("2026-01-05");
    Sweep.on(node);
    assertThat(lapses(path)).hasSize(1);
  }

  @Test
  void one_day_late_reverses_nothing() {
    String path = pathOfW02();
    MovableClock.on("2019-03-11");
    Sweep.on(node);
    MovableClock.on("2019-06-01");
    story.ccp(path, "CCP3", "2019-03-11").done();
    assertThat(ledger.of(path, "path.LapseReversed")).isEmpty();
    story.title(path, "2019-04-01").problem(409, "CCPS_MISSING");
  }

  @Test
  void a_fact_recorded_before_any_sweep_lets_the_days_pass_first() {
    String path = pathOfW02();
    MovableClock.on("2019-03-12");
    story.ccp(path, "CCP3", "2019-03-11").done();
    Sweep.on(node);
    assertThat(lapses(path)).hasSize(1);
    assertThat(lapses(path).getFirst().text("/cause/kind")).isEqualTo("DAY_PASSED");
  }

  /** W06. */
  @Test
  void a_ccp_recorded_late_moves_the_window_to_its_own_day() {
    MovableClock.on("2015-06-10");
    String path = story.capitalising();
    story.ccp(path, "CCP2", "2015-06-01").done();
    MovableClock.on("2015-09-01");
    story.ccp(path, "CCP1", "2014-01-20").done();
    Fact moved = ledger.of(path).getLast();
    assertThat(moved.type()).isEqualTo("path.WindowMoved");
    assertThat(moved.text("/from/anchor")).isEqualTo("2015-06-01");
    assertThat(moved.text("/to/anchor")).isEqualTo("2014-01-20");
    assertThat(moved.text("/cause/ccp")).isEqualTo("CCP1");
    Sweep.awaitDue(node, path, "2019-01-21");
  }

  @Test
  void an_annulment_moves_the_window_and_so_the_day_of_the_next_lapse() {
    String path = pathOfW02();
    story.annul(path, "CCP1", "2017-01-02").done();
    assertThat(ledger.of(path).getLast().text("/cause/kind")).isEqualTo("CCP_ANNULLED");
    Sweep.awaitDue(node, path, "2021-05-03");
    MovableClock.on("2021-05-03");
    Sweep.on(node);
    assertThat(lapses(path)).extracting(lapse -> lapse.text("/ccp")).containsExactly("CCP2");
  }

  @Test
  void a_clock_set_back_announces_nothing() {
    String path = pathOfW02();
    MovableClock.on("2019-03-11");
    Sweep.on(node);
    long facts = ledger.of(path).size();
    MovableClock.on("2018-01-01");
    Sweep.on(node);
    assertThat(ledger.of(path)).hasSize((int) facts);
  }
}
