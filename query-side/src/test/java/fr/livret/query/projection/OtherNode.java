package fr.livret.query.projection;

import com.zaxxer.hikari.HikariDataSource;
import fr.livret.query.QueryApp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;

/** The query side in another process, on the database of this one. It does what it is told to. */
record OtherNode(Process process, BufferedReader says, Writer told) implements AutoCloseable {
  private static final String SAID = "node: ";

  /** Started, and following. */
  static OtherNode of(String name, DataSource database) throws IOException, SQLException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                OtherNode.class.getName(),
                "--test.node=" + name,
                "--test.database=" + database.unwrap(HikariDataSource.class).getJdbcUrl(),
                "--server.port=0",
                "--axon.axonserver.enabled=false",
                "--axon.update-check.disabled=true",
                "--axon.timeout.enabled=false",
                "--spring.threads.virtual.enabled=true",
                "--spring.main.banner-mode=off")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    OtherNode node = new OtherNode(process, process.inputReader(), process.outputWriter());
    node.hear("started");
    return node;
  }

  /** {@code rebuild} and a projection, or {@code hang}: when it folds for the tally again. */
  void tell(String what) throws IOException {
    told.write(what + "\n");
    told.flush();
  }

  /** Waits until it has said that. */
  void hear(String what) throws IOException {
    List<String> heard = new ArrayList<>();
    for (String line = says.readLine(); line != null; line = says.readLine()) {
      if (line.equals(SAID + what)) {
        return;
      }
      heard.add(line);
    }
    throw new IOException("ended without " + what + ": " + heard);
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    int unused = process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  public static void main(String[] given) throws IOException {
    var app = SpringApplication.run(QueryApp.class, given);
    say("started");
    Projections projections = app.getBean(Projections.class);
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals("hang")) {
        Tally.stuck = true;
      } else {
        Rebuilt unused = projections.rebuild(order.substring("rebuild ".length()));
      }
      say(order);
    }
    // Whoever started it is gone.
    Runtime.getRuntime().halt(0);
  }

  private static void say(String line) {
    System.out.println(SAID + line);
  }
}
