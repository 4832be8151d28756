package fr.livret.command.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.command.alert.AlertSettings.DeliverySettings;
import fr.livret.command.alert.AlertSettings.WebhookSettings;
import fr.livret.command.alert.Channel.NotTaken;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of news where the other end does not behave. */
class WebhookChannelTest {
  private static final DeliverySettings PATIENCE =
      new DeliverySettings(
          3,
          Duration.ofMillis(10),
          Duration.ofMillis(10),
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          Duration.ofMillis(400));

  private static NotTaken refusal(int port) {
    URI url = URI.create("http://127.0.0.1:" + port + "/");
    Channel channel =
        new WebhookChannel(new WebhookSettings("r", url, "0123456789abcdef"), PATIENCE);
    return catchThrowableOfType(
        NotTaken.class, () -> channel.deliver(new UUID(0, 1), "{\"é\": 1}"));
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void where_nobody_listens_it_is_not_taken() throws IOException {
    int port;
    try (ServerSocket server = listening()) {
      port = server.getLocalPort();
    }
    NotTaken refused = refusal(port);
    assertThat(refused.reason()).isEqualTo("ConnectException");
    assertThat(refused.forEver()).isFalse();
  }

  @Test
  void one_who_never_answers_is_not_waited_for() throws IOException {
    try (ServerSocket server = listening()) {
      Instant before = Instant.now();
      assertThat(refusal(server.getLocalPort()).forEver()).isFalse();
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void an_answer_without_an_end_is_not_read_to_it() throws IOException {
    try (ServerSocket server = listening()) {
      Thread endless = Thread.ofVirtual().start(() -> answerWithoutEnd(server));
      assertThat(refusal(server.getLocalPort()).reason()).isEqualTo("no answer in time");
      endless.interrupt();
    }
  }

  private static void answerWithoutEnd(ServerSocket server) {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write('.');
        out.flush();
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException _) {
      // The other end has turned away, as it should.
    }
  }
}
