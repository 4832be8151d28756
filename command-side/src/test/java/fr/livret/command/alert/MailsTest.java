package fr.livret.command.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.livret.command.path.Sweep;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** How alerts reach a real mail server. */
@ExtendWith(SharedNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailsTest {
  private final Telling telling = new Telling();
  private final GreenMail mail = telling.mail;
  private final List<Node> nodes = telling.nodes;
  private final Node node = telling.node;
  private final Watch watch = telling.watch;

  @AfterAll
  void stop() {
    telling.close();
  }

  @Test
  void an_e_mail_says_in_french_what_ends_when_and_by_which_rule() throws Exception {
    String path = telling.alerted();
    telling.deliveredUntil(path, "DELIVERED");
    MimeMessage one = telling.mails(path).getFirst();
    assertThat(one.getSubject())
        .isEqualTo("Délai de capitalisation AMIS-2013, échéance le 10 mars 2019");
    assertThat(one.getHeader("Subject")[0]).startsWith("=?UTF-8?");
    assertThat(one.getContentType().toLowerCase(Locale.ROOT))
        .contains("text/plain")
        .contains("utf-8");
    assertThat(one.getAllRecipients()[0]).hasToString("alertes@example.org");
    assertThat(one.getFrom()[0]).hasToString("livret@example.org");
    String delivery = one.getHeader("X-Livret-Delivery")[0];
    assertThat(one.getMessageID()).isEqualTo("<" + delivery + "@livret>");
    assertThat(Telling.text(one))
        .contains("Le délai de capitalisation du parcours " + path + " (AMIS-2013)")
        .contains("prend fin le 10 mars 2019, ce jour compris")
        .contains("à l'horizon de 3 mois")
        .contains("Règle : TP-2006/1#window.length")
        .contains("cinq ans")
        .contains("ends on 10 March 2019")
        .doesNotContain("Benali");
  }

  @Test
  void the_candidate_is_named_and_cancellations_are_sent_where_the_settings_say_so()
      throws Exception {
    Node named = nodes.getLast();
    String path = telling.alerted();
    Sweep.eventually()
        .until(
            () -> {
              Telling.work(named);
              return telling.mails(path).size();
            },
            count -> count == 1);
    assertThat(Telling.text(telling.mails(path).getFirst())).contains("Benali Samia");
    node.story().annul(path, "CCP1", "2018-12-10").done();
    watch.settled();
    new Watch(named).sweep();
    watch.settled();
    Sweep.eventually()
        .until(
            () -> {
              Telling.work(named);
              return telling.mails(path).size();
            },
            count -> count == 2);
    MimeMessage cancellation = telling.mails(path).getLast();
    assertThat(cancellation.getSubject())
        .isEqualTo("Annulation : Délai de capitalisation AMIS-2013, échéance le 10 mars 2019");
    assertThat(Telling.text(cancellation))
        .contains("Motif : délai déplacé, le 10 décembre 2018.")
        .contains("Nouvelle échéance : le 2 mai 2021.");
  }

  @Test
  void a_mail_server_that_is_away_keeps_no_webhook_waiting_and_gets_its_mail_later() {
    mail.stop();
    String path = telling.alerted();
    telling.deliveredUntil(path, "DELIVERED");
    JsonNode waiting = telling.deliveries("channel=mail&alertId=" + Telling.alert(path)).path(0);
    assertThat(waiting.path("lastError").asString()).isNotBlank();
    mail.start();
    Sweep.eventually()
        .until(
            () -> {
              Telling.work(node);
              // Tried in vain as often as it may be, or still to be tried.
              node.api()
                  .post("/api/alerts/deliveries/" + waiting.path("id").asString() + "/retry", "");
              return telling.mails(path).size();
            },
            count -> count == 1);
  }
}
