package fr.livret.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A log to be attacked: 700 events; checkpoints were issued at 300 and 600, and the tree has grown
 * to 650.
 */
abstract class AttackedLog {
  static final String ORIGIN = "livret.test/register";

  static final String FORWARD =
      """
      update event_store.event set position = -(position + 1) where position >= %1$d;
      update event_store.event set position = -position where position < 0;
      """;

  static final String CLOSED_UP =
      """
      delete from event_store.event where position between %1$d and %2$d;
      update event_store.event set position = -(position - (%2$d - %1$d + 1)) where position > %2$d;
      update event_store.event set position = -position where position < 0;
      """;

  static final String SWAPPED =
      """
      update event_store.event set position = -%1$d where position = %1$d;
      update event_store.event set position = %1$d where position = %2$d;
      update event_store.event set position = %2$d where position = -%1$d;
      """;

  static final String INSERTED =
      FORWARD
          + """
          insert into event_store.event
          select %1$d, at, 0, type, md5('alien')::uuid, 'alien', payload, metadata
          from event_store.event where position = 7;
          """;

  @TempDir private static Path original;
  private static DataSource prepared = new PGSimpleDataSource();

  @TempDir Path home;
  DataSource database = prepared;
  private DataSource copy = prepared;

  @BeforeEach
  void copy() throws IOException {
    if (!Files.exists(keyFile(original))) {
      prepared = prepared();
    }
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, home.resolve(original.relativize(file).toString()));
      }
    }
    copy = Logs.copy(prepared);
    database = copy;
  }

  @AfterEach
  void drop() {
    Logs.drop(copy);
  }

  private static DataSource prepared() {
    DataSource log = Logs.of(300);
    boolean made = new KeyFile(keyFile(original)).create(ORIGIN);
    issue(log, original);
    Logs.append(log, 300);
    issue(log, original);
    Logs.append(log, 50);
    long size = new LogTree(log).grow();
    Logs.append(log, 50);
    if (!made || size != 650) {
      throw new IllegalStateException("the log was not prepared");
    }
    return log;
  }

  private static void issue(DataSource database, Path home) {
    try (Checkpointer checkpointer =
        new Checkpointer(database, keyFile(home), home.resolve("checkpoints"), null)) {
      Optional<SignedCheckpoint> unused = checkpointer.issue();
    }
  }

  private static Path keyFile(Path home) {
    return home.resolve("evidence.keys");
  }

  void issue() {
    issue(database, home);
  }

  KeyFile keys() {
    return new KeyFile(keyFile(home));
  }

  Path file(String name) {
    return home.resolve("checkpoints/00000000/" + name);
  }

  void sql(String sql, Object... values) {
    Logs.run(database, sql.formatted(values));
  }

  Verification.Report report() {
    return new Verification(database, home.resolve("checkpoints"), keys().known()).run(_ -> {});
  }

  /** What was found, as kind and positions. */
  List<String> found() {
    return report().findings().stream()
        .map(finding -> finding.kind() + " " + finding.from() + ".." + finding.to())
        .toList();
  }

  /** The sentence of what was found: one thing. */
  String sentence() {
    List<Finding> findings = report().findings();
    if (findings.size() != 1) {
      throw new AssertionError(findings);
    }
    return findings.getFirst().message();
  }
}
