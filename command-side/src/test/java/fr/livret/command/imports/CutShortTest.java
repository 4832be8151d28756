package fr.livret.command.imports;

import static fr.livret.command.imports.Batch.life;
import static fr.livret.command.imports.Batch.lives;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.imports.Batch.Told;
import fr.livret.command.testing.AtOnce;
import fr.livret.command.testing.Crash;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.eventstore.testing.TestPostgres;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wherever an import was cut short, the file sent again does the rest and doubles nothing. */
@ExtendWith(SharedNode.class)
class CutShortTest {
  private final Node node;
  private final Ledger ledger;
  private final Batch batch;

  CutShortTest(Node node) {
    this.node = node;
    this.ledger = node.ledger();
    this.batch = new Batch(node.api());
  }

  @Test
  void where_the_outcomes_were_lost_the_aggregates_remember() {
    String[] lines = lives(5, "m");
    Told first = batch.send(lines);
    node.bean(JdbcClient.class)
        .sql(
            "update import_line set status = null, aggregate = null, version = null where batch ="
                + " ?")
        .param(batch.name())
        .update();
    // Each refusal is recorded again: whether it was is not known.
    Told again = ledger.adding(5, () -> batch.send(lines));
    assertThat(again.outcomes()).isEqualTo(first.outcomes());
  }

  @Test
  void where_the_outcome_is_not_known_a_changed_line_is_not_done() {
    String[] lines = life("u");
    batch.send(lines);
    node.bean(JdbcClient.class)
        .sql(
            "update import_line set status = null, aggregate = null, version = null where batch ="
                + " ?")
        .param(batch.name())
        .update();
    String[] changed = life("u");
    changed[0] = Batch.candidate("u").replace("Samia", "Sonia");
    assertThat(batch.send(changed).statuses().getFirst()).isEqualTo(422);
  }

  @Test
  void where_the_product_fails_amid_a_file_the_file_sent_again_goes_on() {
    String database = TestPostgres.freshDatabaseUrl();
    String[] lines = lives(8, "w");
    Batch whole;
    try (Node failing = Node.on(database)) {
      whole = new Batch(failing.api());
      AtomicInteger commands = new AtomicInteger();
      failing
          .bean(CommandBus.class)
          .registerDispatchInterceptor(_ ->
              (_, command) -> {
                if (commands.incrementAndGet() > 20) {
                  throw new Crash();
                }
                return command;
              });
      assertThat(whole.send(lines).statuses()).contains(201, 200, 500);
    }
    try (Node again = Node.on(database)) {
      Batch same = whole.on(again.api());
      Told told = same.send(lines);
      for (int i = 0; i < 8; i++) {
        assertThat(told.statuses().subList(i * 6, i * 6 + 6))
            .containsExactly(201, 201, 200, 200, 409, 200);
        assertThat(again.ledger().of(told.id("w" + i + "-p"), "path.CcpObtained")).hasSize(3);
      }
      assertThat(again.ledger().untouchedBy(() -> same.send(lines)).outcomes())
          .isEqualTo(told.outcomes());
    }
  }

  @Test
  void two_who_send_one_file_at_once_do_it_once() {
    String[] lines = lives(10, "v");
    var told = AtOnce.ask(3, _ -> batch.send(lines));
    assertThat(told)
        .allSatisfy(it -> assertThat(it.outcomes()).isEqualTo(told.getFirst().outcomes()));
    assertThat(Arrays.stream(lines).filter(line -> line.contains("/api/candidates")).count())
        .isEqualTo(10);
    ledger.untouchedBy(() -> batch.send(lines));
  }
}
