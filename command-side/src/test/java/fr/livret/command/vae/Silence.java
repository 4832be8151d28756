package fr.livret.command.vae;

import fr.livret.command.path.Sweep;
import fr.livret.command.testing.Node;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test of another area say when silence speaks and recevabilités lapse. */
public final class Silence {
  private Silence() {}

  /** One sweep, once the agenda has that application come due on that day. */
  public static void sweep(Node node, String application, String dueOn) {
    awaitDue(node, application, dueOn);
    node.bean(WhenDelayEndsThenSilence.class).sweep();
  }

  /** Waits until the agenda has that application come due on that day. */
  static void awaitDue(Node node, String application, String day) {
    Sweep.eventually()
        .until(
            () ->
                node.bean(JdbcClient.class)
                    .sql("select due_on::text from vae_agenda where application = cast(? as uuid)")
                    .param(application)
                    .query(String.class)
                    .list(),
            due -> due.contains(day));
  }
}
