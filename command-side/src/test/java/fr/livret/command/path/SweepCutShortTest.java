package fr.livret.command.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.command.testing.Crash;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedNode.class)
class SweepCutShortTest {
  private static final int PATHS = 12;
  private static final int BEFORE_THE_CRASH = 5;

  private static void crashAfter(Node node, int paths) {
    AtomicInteger swept = new AtomicInteger();
    node.bean(CommandBus.class)
        .registerDispatchInterceptor(_ ->
            (_, command) -> {
              if (command.getPayload() instanceof WitnessDay && swept.incrementAndGet() > paths) {
                throw new Crash();
              }
              return command;
            });
  }

  private static List<Integer> lapsesOfEach(Node node, List<String> paths) {
    return paths.stream().map(path -> node.ledger().of(path, "path.CcpLapsed").size()).toList();
  }

  @Test
  void the_next_start_completes_a_sweep_that_was_cut_short_and_doubles_nothing() {
    String database = TestPostgres.freshDatabaseUrl();
    MovableClock.on("2015-01-05");
    List<String> paths;
    try (Node node = Node.on(database)) {
      paths = node.story().pathsWithCcp1(PATHS, "2014-03-10");
      paths.forEach(path -> Sweep.awaitDue(node, path, "2019-03-11"));
      MovableClock.on("2020-01-06");
      crashAfter(node, BEFORE_THE_CRASH);
      assertThatThrownBy(() -> Sweep.on(node)).isInstanceOf(Crash.class);
      assertThat(lapsesOfEach(node, paths).stream().mapToInt(lapses -> lapses).sum())
          .isEqualTo(BEFORE_THE_CRASH);
    }
    try (Node node = Node.on(database)) {
      // Nobody asks: the product sweeps the days as soon as it starts.
      Sweep.eventually().until(() -> !lapsesOfEach(node, paths).contains(0));
      Sweep.on(node);
      assertThat(lapsesOfEach(node, paths)).containsOnly(1);
      assertThat(node.ledger().kinds("AMIS-2013")).containsExactly("ReferentielPublished");
    }
  }
}
