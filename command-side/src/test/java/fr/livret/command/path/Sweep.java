package fr.livret.command.path;

import fr.livret.command.testing.Node;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test say when the days are swept. */
public final class Sweep {
  private Sweep() {}

  /** One sweep, here and now. */
  public static void on(Node node) {
    node.bean(WhenDayComesThenLapse.class).sweep();
  }

  /** Waits until the agenda has that path come due on that day. */
  public static void awaitDue(Node node, String path, String day) {
    eventually()
        .until(
            () ->
                node.bean(JdbcClient.class)
                    .sql("select due_on::text from path_agenda where path = cast(? as uuid)")
                    .param(path)
                    .query(String.class)
                    .list(),
            due -> due.contains(day));
  }

  /** Waits as long as it takes, within reason. */
  public static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50));
  }
}
