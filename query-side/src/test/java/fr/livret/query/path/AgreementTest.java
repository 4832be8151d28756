package fr.livret.query.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Cause;
import fr.livret.kernel.path.LimitRule;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@QueryTest
@ExtendWith(OutputCaptureExtension.class)
class AgreementTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;
  private final MeterRegistry meters;

  AgreementTest(World world, Http http, MovableClock clock, MeterRegistry meters) {
    this.world = world;
    this.http = http;
    this.clock = clock;
    this.meters = meters;
  }

  private double counted(String name) {
    return meters.get("livret.window." + name).counter().count();
  }

  private Travel path() {
    return Travel.open(
            world,
            world.candidate("Dupré", "Marie"),
            world.referentielLike("AMIS-2013"),
            Route.CAPITALISATION,
            "2013-09-02")
        .ccp("CCP1", "2014-03-10");
  }

  private void read(Travel path) {
    http.json("/api/paths/" + path.id(), "X-After-Version", path.version());
  }

  @Test
  void what_was_announced_and_what_is_derived_agree_also_between_midnight_and_the_round() {
    double disagreements = counted("disagreements");
    double unannounced = counted("unannounced");
    Travel path = path();
    clock.set("2019-03-10");
    read(path);
    assertThat(counted("unannounced")).isEqualTo(unannounced);
    clock.set("2019-03-11");
    read(path);
    assertThat(counted("unannounced")).isEqualTo(unannounced + 1);
    path.day("2019-03-11");
    read(path);
    assertThat(counted("unannounced")).isEqualTo(unannounced + 1);
    assertThat(counted("disagreements")).isEqualTo(disagreements);
  }

  @Test
  void a_window_announced_otherwise_than_derived_is_counted_and_told(CapturedOutput log) {
    double disagreements = counted("disagreements");
    Travel path = path();
    LocalDate anchor = LocalDate.of(2014, 3, 10);
    WindowSpan right = new WindowSpan(anchor, anchor.plusYears(5), LimitRule.FIVE_YEARS);
    WindowSpan wrong = new WindowSpan(anchor, anchor.plusYears(6), LimitRule.FIVE_YEARS);
    Cause cause = new Cause(Cause.Kind.DAY_PASSED, anchor, null, null);
    path.forged(
        new WindowMoved(path.path(), right, wrong, "TP-2006/1#window.length", cause), "2014-03-11");
    clock.set("2014-03-12");
    read(path);
    assertThat(counted("disagreements")).isEqualTo(disagreements + 1);
    assertThat(log.getAll()).contains("WARN", path.id());
  }
}
