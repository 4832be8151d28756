package fr.livret.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import fr.livret.eventstore.EventStoreSchema;
import fr.livret.evidence.EvidenceSchema;
import fr.livret.evidence.InclusionProof;
import fr.livret.evidence.LogTree;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;

/** What signed checkpoints cost those who write, and how soon a proof is there. */
final class EvidenceSection implements Section {
  static final String SIGNED = "commands, checkpoints";
  static final String UNSIGNED = "commands, no checkpoints";
  static final int CALLERS = 64;
  static final String PROOF_P50 = "proof of inclusion p50 [ms]";
  static final String PROOF_P99 = "proof of inclusion p99 [ms]";
  static final String LEAVES = "leaves read, hashed and stored [/s]";

  private static final String LIVE = "paths";
  private static final int PATHS = 1_024;
  private static final int PROOFS = 10_000;

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public String about() {
    return """
    Commands in process as in `commands`, with one projection live, in one product whose tree \
    grows and whose checkpoints are signed and written every second, and in the same one while \
    that rests; what was held is made up for between the slices. Proofs: of an event taken at \
    random, from the tree's tiles in PostgreSQL, each checked against the root.\
    """;
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    cost(bench, samples);
    proofs(bench, samples);
    return samples;
  }

  private static void cost(Bench bench, Samples samples) throws Exception {
    try (Product product =
        Product.start(
            bench,
            bench.postgres().freshDatabase("evidence"),
            Product.Engine.SEQUENCED,
            "--livret.evidence.every=1s")) {
      bench
          .pace()
          .measure(
              List.of(
                  commands(SIGNED, product, () -> product.holdAllBut(LIVE), () -> {}),
                  commands(
                      UNSIGNED,
                      product,
                      () -> {
                        product.checkpoints().stop();
                        product.holdAllBut(LIVE);
                      },
                      product.checkpoints()::start)),
              samples);
    }
  }

  private static Contender commands(String name, Product product, Runnable before, Runnable after) {
    return new Contender(name, CALLERS, () -> new Stories<>(product.inProcess(), PATHS / CALLERS))
        .around(
            before,
            () -> {
              after.run();
              product.releaseAllBut(LIVE);
            });
  }

  private static void proofs(Bench bench, Samples samples) throws Exception {
    String url = bench.postgres().freshDatabase("proofs");
    DataSource database = Postgres.unpooled(url);
    EventStoreSchema.bringUpToDate(database);
    EvidenceSchema.bringUpToDate(database);
    StoryLog.fill(database, bench.pace().choose(167_000, 10_000));
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setDataSource(database);
      LogTree tree = new LogTree(pool);
      long begun = System.nanoTime();
      long size = tree.grow();
      samples.add(LEAVES, size * 1e9 / (System.nanoTime() - begun));
      samples.note("Proofs in a log of %,d events.".formatted(size));
      SplittableRandom random = new SplittableRandom(7);
      for (int round = 0; round <= bench.pace().rounds(); round++) {
        Slice proved = proved(tree, size, random);
        // The first round warms up.
        if (round > 0) {
          samples.add(PROOF_P50, proved.millisFor(0.50));
          samples.add(PROOF_P99, proved.millisFor(0.99));
        }
      }
    }
  }

  private static Slice proved(LogTree tree, long size, SplittableRandom random) {
    var root = tree.root(size);
    long[] nanos = new long[PROOFS];
    for (int i = 0; i < PROOFS; i++) {
      long position = random.nextLong(1, size + 1);
      long begun = System.nanoTime();
      InclusionProof proof = tree.inclusion(position, size);
      nanos[i] = System.nanoTime() - begun;
      if (!proof.proves(root)) {
        throw new IllegalStateException("position " + position + " is not proved");
      }
    }
    return new Slice(PROOFS, nanos, 0);
  }
}
