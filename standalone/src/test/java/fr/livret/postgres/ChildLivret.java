package fr.livret.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Another process that serves a data folder and stores numbers in it, one commit each, saying every
 * number once it is stored; or that says why it cannot.
 */
record ChildLivret(Process process, BufferedReader says) implements AutoCloseable {

  static ChildLivret on(Path folder, String... throughCommand) throws IOException {
    var command = new ArrayList<>(List.of(throughCommand));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ChildLivret.class.getName(), folder.toString()));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new ChildLivret(process, process.inputReader(UTF_8));
  }

  /** The next line that begins so, without its beginning. */
  String next(String beginning) throws IOException {
    var heard = new ArrayList<String>();
    for (var line = says.readLine(); line != null; line = says.readLine()) {
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
      heard.add(line);
    }
    throw new IOException("Ended without saying " + beginning + ": " + heard);
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    process.waitFor();
    says.close();
  }

  public static void main(String[] args) throws Exception {
    try {
      var postgres = OwnPostgres.start(Path.of(args[0]));
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
      System.out.println("account " + System.getProperty("user.name"));
      System.out.println("server " + postgres.pid());
      storeNumbers(postgres);
    } catch (CannotStart e) {
      System.out.println("refused " + e.reason());
    } catch (SQLException e) {
      System.out.println("cut off " + e.getMessage());
    }
  }

  private static void storeNumbers(OwnPostgres postgres) throws Exception {
    try (var connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists number (n int primary key)");
      for (int n = 1; ; n++) {
        statement.execute("insert into number values (" + n + ")");
        System.out.println("stored " + n);
      }
    }
  }
}
