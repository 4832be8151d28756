package fr.livret.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what is asked for and writes the table of all that was measured in this mode. */
@Command(
    name = "tools/benchmarks.sh",
    description = "Measures the product beside raw SQL and Axon's own engine, in one run.",
    mixinStandardHelpOptions = true)
final class Benchmarks implements Callable<Integer> {
  private static final List<Section> SECTIONS =
      List.of(
          new AppendSection(),
          new CommandSection(),
          new HttpSection(),
          new RebuildSection(),
          new ReplaySection(),
          new EvidenceSection(),
          new VisibleSection(),
          new StartSection(),
          new GrowthSection(),
          new MethodSection());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "a few minutes; its figures are not to be quoted")
  private boolean quick;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "how often each contender has its turn (default: 5, with --quick 3)")
  private @Nullable Integer rounds;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "SECTION",
      description = "these sections; of the others, the figures of the last run stay")
  private List<String> only = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the Markdown file (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("docs", "performance.md");

  @Option(
      names = "--work",
      paramLabel = "FOLDER",
      description = "where data and figures are kept (default: ${DEFAULT-VALUE})")
  private Path work = Path.of("benchmarks", "target", "work");

  @Option(
      names = "--product",
      paramLabel = "JAR",
      description = "the product (default: ${DEFAULT-VALUE})")
  private Path product = Path.of("standalone", "target", "livret.jar");

  /** Exit status 0 once written, 1 where a section failed, 2 where the arguments are wrong. */
  public static void main(String[] arguments) {
    System.exit(run(new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments));
  }

  static int run(PrintWriter err, String... arguments) {
    Locale.setDefault(Locale.ROOT);
    LoggingSystem.get(Benchmarks.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    return new CommandLine(new Benchmarks()).setErr(err).execute(arguments);
  }

  @Override
  public Integer call() throws Exception {
    List<String> known = SECTIONS.stream().map(Section::name).toList();
    for (String name : only) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no section '%s'; there are %s".formatted(name, String.join(", ", known)));
      }
    }
    if (rounds != null && rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds is 1 or more, not " + rounds);
    }
    Pace pace = (quick ? Pace.QUICK : Pace.FULL).of(rounds);
    Path kept = work.resolve("figures").resolve(pace.mode());
    List<String> failed = new ArrayList<>();
    try (Postgres postgres = Postgres.start(work)) {
      Bench bench = new Bench(postgres, pace, product, work);
      for (Section section : SECTIONS) {
        if (only.isEmpty() || only.contains(section.name())) {
          System.out.println("=== " + section.name());
          try {
            measure(section, bench).write(kept.resolve(section.name() + ".tsv"));
            write(pace, kept);
          } catch (Exception failure) {
            // The others are measured all the same.
            failure.printStackTrace();
            failed.add(section.name());
          }
        }
      }
    }
    System.out.println(write(pace, kept));
    System.out.println("written to " + out);
    if (!failed.isEmpty()) {
      System.err.println("not measured: " + String.join(", ", failed));
      return CommandLine.ExitCode.SOFTWARE;
    }
    return CommandLine.ExitCode.OK;
  }

  private static Samples measure(Section section, Bench bench) throws Exception {
    Instant begun = Instant.now();
    Samples samples = section.measure(bench);
    samples.note(
        "Measured at %s in %d s on %s."
            .formatted(
                begun.truncatedTo(ChronoUnit.SECONDS),
                ChronoUnit.SECONDS.between(begun, Instant.now()),
                Machine.line(bench.work())));
    samples.note(bench.postgres().settings() + ".");
    return samples;
  }

  private String write(Pace pace, Path kept) throws IOException {
    Map<String, Samples> measured = new LinkedHashMap<>();
    for (Section section : SECTIONS) {
      Path file = kept.resolve(section.name() + ".tsv");
      if (Files.exists(file)) {
        measured.put(section.name(), Samples.read(file));
      }
    }
    String report = Report.of(pace, Table.rows(), SECTIONS, measured);
    Files.createDirectories(out.toAbsolutePath().getParent());
    Files.writeString(out, report);
    return report;
  }
}
