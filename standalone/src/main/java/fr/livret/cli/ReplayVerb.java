package fr.livret.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.livret.eventstore.EventLog;
import fr.livret.form.law.LawFileException;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.decision.Difference;
import fr.livret.kernel.law.Days;
import fr.livret.postgres.CannotStart;
import fr.livret.query.replay.Claimed;
import fr.livret.query.replay.Progress;
import fr.livret.query.replay.Question;
import fr.livret.query.replay.Replayer;
import fr.livret.query.replay.Replays;
import fr.livret.query.replay.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code livret replay}: takes decisions again, from the log alone, and compares. */
@Command(
    name = "replay",
    description = {
      "Takes decisions again, each on the facts of its moment, and compares what they come to with"
          + " what was recorded.",
      "All of them, or those on a path or of a period. The product may run meanwhile.",
      "Each decision that comes to something else is a line of the standard output; of a path, each"
          + " decision."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:every decision comes to the same",
      "1:some come to something else, or could not be taken again, and are named",
      "2:the arguments are wrong, or it could not be done to its end"
    })
final class ReplayVerb implements Callable<Integer> {
  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration IN_LOG = Duration.ofSeconds(10);
  private static final int PAGE = 500;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DatabaseOptions options = new DatabaseOptions();

  @Option(names = "--path", paramLabel = "ID", description = "the decisions on one path alone")
  private @Nullable UUID path;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "the first day on which they were recorded")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "the last day")
  private @Nullable LocalDate to;

  @Option(
      names = "--regime",
      paramLabel = "NAME",
      description =
          "the regime to ask instead of each decision's own: TP-2016 for its latest edition,"
              + " TP-2016/1 for that one")
  private @Nullable String regime;

  @Option(
      names = "--continue",
      paramLabel = "REPLAY",
      description = "a replay that was cut short, by its id; with no other question")
  private @Nullable UUID again;

  @Option(
      names = "--livret.regimes",
      paramLabel = "FOLDER",
      defaultValue = "${env:LIVRET_REGIMES}",
      description = "of regimes of your own, as for the product")
  private @Nullable Path regimes;

  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private long told = System.nanoTime();

  @Override
  public Integer call() {
    LoggingSystem.get(ReplayVerb.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    PrintWriter err = spec.commandLine().getErr();
    try {
      return options.beside(this::pooled);
    } catch (CannotStart none) {
      err.println("livret replay: " + none.reason() + "\n" + none.remedy());
    } catch (LawFileException | DataAccessException | IllegalStateException failed) {
      err.println("livret replay: " + failed.getMessage());
    }
    return Cli.NOT_DONE;
  }

  private int pooled(DataSource database) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      return replayed(pool);
    }
  }

  private int replayed(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    if (jdbc.sql("select to_regclass('audit.replay')").query(String.class).optional().isEmpty()) {
      throw new IllegalStateException(
          "this database is not up to date: start the product on it once");
    }
    EventLog log = new EventLog(database);
    Replays replays =
        new Replays(jdbc, new JdbcTransactionManager(database), log, Clock.systemUTC());
    Replayer replayer =
        new Replayer(log, replays, RegimeLibrary.load(Optional.ofNullable(regimes)));
    UUID id = asked(replays, replayer);
    spec.commandLine().getErr().println("replay " + id);
    carryOut(id, replayer, database);
    Progress done = replays.progress(id).orElseThrow();
    tell(id, replays);
    return concluded(done, replays.failure(id));
  }

  private UUID asked(Replays replays, Replayer replayer) {
    if (again != null) {
      if (path != null || from != null || to != null || regime != null) {
        throw wrong("--continue: its question was asked already, and no other can be");
      }
      if (replays.progress(again).isEmpty()) {
        throw wrong("--continue: there is no replay " + again);
      }
      return again;
    }
    if (path != null && (from != null || to != null)) {
      throw wrong("--path: cannot be given with a period");
    }
    if (path != null && !replays.hasPath(path)) {
      throw wrong("--path: nothing is recorded of " + path);
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw wrong("--to: must not be before --from");
    }
    String under = regime == null ? Question.PINNED : regime;
    if (!replayer.knows(under)) {
      throw wrong("--regime: no file states " + under);
    }
    return replays.ask(
        new Question(Optional.ofNullable(path), start(from), start(to).map(this::end), under));
  }

  private static Optional<Instant> start(@Nullable LocalDate day) {
    return Optional.ofNullable(day).map(it -> it.atStartOfDay(Days.PARIS).toInstant());
  }

  /** The last instant that is stored of a day. */
  private Instant end(Instant start) {
    return start.atZone(Days.PARIS).plusDays(1).toInstant().minusNanos(1_000);
  }

  private void carryOut(UUID id, Replayer replayer, DataSource database) {
    try {
      boolean done = Claimed.alone(database, id, () -> replayer.run(id, () -> false, this::tell));
      if (!done) {
        throw new IllegalStateException("somebody is at work on it: see GET /api/audit/replays");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be asked: " + e.getMessage(), e);
    }
  }

  private void tell(Progress progress) {
    long now = System.nanoTime();
    if (now - told < (terminal ? ON_TERMINAL : IN_LOG).toNanos()) {
      return;
    }
    told = now;
    Duration left = progress.left();
    String line =
        "%,d decisions, %,d different, %,.0f/s, %.0f %%%s"
            .formatted(
                progress.decisions(),
                progress.different(),
                progress.rate(),
                100.0 * progress.read() / Math.max(1, progress.events()),
                left == null
                    ? ""
                    : ", %d:%02d left".formatted(left.toMinutes(), left.toSecondsPart()));
    spec.commandLine().getErr().print(terminal ? "\r" + line + "   " : line + "\n");
    spec.commandLine().getErr().flush();
  }

  private void tell(UUID id, Replays replays) {
    long after = 0;
    for (List<Verdict> page = replays.verdicts(id, Optional.empty(), after, PAGE);
        !page.isEmpty();
        page = replays.verdicts(id, Optional.empty(), after, PAGE)) {
      page.forEach(this::tell);
      after = page.getLast().position();
    }
  }

  private void tell(Verdict verdict) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "position %d: %s on %s: %s: %s",
        verdict.position(),
        verdict.command(),
        verdict.target(),
        verdict.kind(),
        verdict.recorded());
    if (verdict.reason() != null) {
      out.printf("; %s", verdict.reason());
    }
    out.println();
    for (Difference difference : verdict.differences()) {
      out.printf(
          "  %s: %s, now %s%s%n",
          difference.where(),
          difference.recorded() == null ? "nothing" : difference.recorded(),
          difference.now() == null ? "nothing" : difference.now(),
          difference.rule() == null ? "" : " [" + difference.rule() + "]");
    }
  }

  private int concluded(Progress done, Optional<String> failure) {
    if (failure.isPresent()) {
      spec.commandLine().getErr().println("livret replay: " + failure.get());
      return Cli.NOT_DONE;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%d decisions taken again: %d the same, %d different, %d that could not be taken again%n",
        done.decisions(),
        done.decisions() - done.different() - done.notReplayed(),
        done.different(),
        done.notReplayed());
    if (done.unrecorded() > 0) {
      out.printf(
          "%d facts are from before decisions were kept: there is nothing to take again%n",
          done.unrecorded());
    }
    return done.different() + done.notReplayed() == 0 ? Cli.DONE : Cli.FOUND;
  }

  /** A wrong option; the message begins with its name. */
  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
