package fr.livret.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** From exec to the first command answered, and how much memory it takes. */
final class StartSection implements Section {
  static final String PLAIN = "plain jar, first answer [ms]";
  static final String CACHED = "extracted + AOT cache, first answer [ms]";
  static final String IDLE = "resident, idle [MiB]";
  static final String LOADED = "resident, loaded [MiB]";

  private static final String HEAP = "-Xmx256m";

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String about() {
    return """
    From exec until a candidate is registered over HTTP, on a database whose tables are there \
    already: the jar as it is built, and the extracted one with an AOT cache trained by one \
    such start. Memory is that of the Java process with %s %s: idle is 10 s after the first \
    answer, loaded at the end of a load over %d connections.\
    """
        .formatted(String.join(" ", ProductProcess.FLAGS), HEAP, HttpSection.CONNECTIONS);
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    String url = bench.postgres().freshDatabase("product");
    Path extracted = extract(bench);
    Path cache = bench.work().resolve("livret.aot");
    Files.deleteIfExists(cache);
    // Makes the tables, and trains the cache.
    started(bench, List.of("-XX:AOTCacheOutput=" + cache), extracted, url);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("no AOT cache was written");
    }
    samples.note("The AOT cache is %,d MiB.".formatted(Files.size(cache) >> 20));
    List<String> cached = List.of("-XX:AOTCache=" + cache);
    for (int round = 1; round <= bench.pace().rounds(); round++) {
      samples.add(PLAIN, started(bench, List.of(), bench.product(), url));
      samples.add(CACHED, started(bench, cached, extracted, url));
      memory(bench, extracted, cached, url, samples);
      System.out.printf("    round %d  start and memory%n", round);
    }
    return samples;
  }

  private static double started(Bench bench, List<String> flags, Path jar, String url)
      throws Exception {
    long begun = System.nanoTime();
    try (ProductProcess product = ProductProcess.exec(bench, flags, jar, url)) {
      product.firstAnswer();
      return (System.nanoTime() - begun) / 1e6;
    }
  }

  private static void memory(
      Bench bench, Path jar, List<String> cached, String url, Samples samples) throws Exception {
    List<String> flags = List.of(cached.getFirst(), HEAP);
    try (ProductProcess product = ProductProcess.exec(bench, flags, jar, url);
        Contender load =
            new Contender(
                "load", HttpSection.CONNECTIONS, () -> new Stories<>(product.overHttp(), 16))) {
      product.firstAnswer();
      Thread.sleep(Duration.ofSeconds(10));
      OptionalDouble idle = product.residentMiB();
      Slice unused = load.run(bench.pace().slice().multipliedBy(2));
      OptionalDouble loaded = product.residentMiB();
      idle.ifPresent(mib -> samples.add(IDLE, mib));
      loaded.ifPresent(mib -> samples.add(LOADED, mib));
    }
  }

  private static Path extract(Bench bench) throws Exception {
    Path folder = bench.work().resolve("extracted");
    Postgres.delete(folder);
    Process extraction =
        new ProcessBuilder(
                ProductProcess.java(),
                "-Djarmode=tools",
                "-jar",
                bench.product().toString(),
                "extract",
                "--destination",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(bench.work().resolve("extract.log").toFile())
            .start();
    if (!extraction.waitFor(2, TimeUnit.MINUTES) || extraction.exitValue() != 0) {
      throw new IllegalStateException("the jar could not be extracted");
    }
    return folder.resolve(bench.product().getFileName());
  }
}
