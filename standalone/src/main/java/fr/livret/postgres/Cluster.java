package fr.livret.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the database: made once, then read by the same major version of PostgreSQL only. */
record Cluster(Toolbox tools, DataFolder folder) {

  private static final Logger log = LoggerFactory.getLogger(Cluster.class);
  private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
  private static final Duration INITDB = Duration.ofMinutes(5);

  static final String SUPERUSER = "livret";

  void makeOrVerify() {
    try {
      if (Files.exists(folder.cluster())) {
        verify();
      } else {
        make();
      }
    } catch (IOException e) {
      throw DataFolder.unwritable(folder.cluster(), e);
    }
  }

  private void make() throws IOException {
    log.info("Making a new database in {}", folder.cluster());
    Password.makeFor(folder);
    var partial = folder.scratch("postgres");
    var maker = tools.as(tools.account().named());
    var outcome =
        maker.run(
            INITDB,
            "initdb",
            List.of(
                "--pgdata=" + partial,
                "--username=" + SUPERUSER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions",
                "--set=timezone=UTC",
                "--set=log_timezone=UTC",
                "--set=log_checkpoints=off",
                // No statement and no value in the log: personal data could be among them.
                "--set=log_error_verbosity=terse",
                "--set=log_min_error_statement=panic"));
    if (!outcome.succeeded()) {
      throw outcome.output().contains("No space left")
          ? DataFolder.diskFull(folder.root(), null)
          : new CannotStart(
              "PostgreSQL could not make its files in %s:\n%s"
                  .formatted(folder.root(), outcome.output()),
              "Cure what it names, then start again: nothing was kept of this attempt.");
    }
    if (maker.account().uid() != tools.account().uid()) {
      Trees.give(partial, tools.account());
    }
    Trees.putInPlace(partial, folder.cluster());
  }

  private void verify() throws IOException {
    var file = folder.cluster().resolve("PG_VERSION");
    if (!Files.exists(file)) {
      throw new CannotStart(
          folder.cluster() + " is not the data of a PostgreSQL: it has no PG_VERSION.",
          "Put it back from your backup, or name another folder with --livret.data=FOLDER.");
    }
    var theirs = Files.readString(file).strip();
    var ours = major();
    if (!theirs.equals(ours)) {
      throw new CannotStart(
          "The database in %s was made by PostgreSQL %s; this Livret carries PostgreSQL %s."
              .formatted(folder.cluster(), theirs, ours),
          "Start the Livret that made it and dump its database, or upgrade the folder with"
              + " pg_upgrade; nothing was changed.");
    }
  }

  private String major() {
    var version = tools.run(Duration.ofSeconds(30), "postgres", List.of("--version"));
    var match = MAJOR.matcher(version.output());
    if (!match.find()) {
      throw new CannotStart(
          "PostgreSQL's programs do not run here: " + version.output(),
          "Use your own PostgreSQL: spring.datasource.url, .username and .password.");
    }
    return match.group(1);
  }
}
