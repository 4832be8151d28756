package fr.livret.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Commands in one process with the whole product: its rules, its projections, its automations. */
final class CommandSection implements Section {
  static final String SEQUENCED = "commands, sequenced";
  static final String STOCK = "commands, Axon JDBC";
  static final List<Integer> CALLERS = List.of(16, 64, 256);
  static final int MANY = 64;

  static final String WHOLE = "commands, all live";
  static final String FLOOR = "trivial, alone";
  static final String FLOOR_BESIDE = "trivial, one live";
  private static final String LIVE = "paths";

  @Override
  public String name() {
    return "commands";
  }

  @Override
  public String about() {
    return """
    Commands in process. A path is opened, then its three CCPs are obtained: four commands, each \
    accepted, six events. Each caller has many paths and goes from one to the next. Both engines \
    under the very same application, by `event-store.engine`, with the projection of paths live \
    beside them; `all live` are the same commands beside all fourteen projections and all six \
    automations. `trivial` are commands to an aggregate of Axon's on the same store that decides \
    nothing, each one event of fixed bytes, alone and beside a projection that counts: what is \
    left above them is the product's own. `settle` is how long what was held or behind took afterwards to come to the end \
    of what was stored.\
    """;
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    int paths = bench.pace().choose(4_096, 1_024);
    samples.note(paths + " paths are on their way at any time, shared by the callers.");
    try (Product sequenced =
            Product.start(
                bench, bench.postgres().freshDatabase("sequenced"), Product.Engine.SEQUENCED);
        Product stock =
            Product.start(bench, bench.postgres().freshDatabase("stock"), Product.Engine.STOCK);
        Floor floor = new Floor(bench.postgres().freshDatabase("floor"))) {
      List<Contender> contenders = new ArrayList<>(RawInsert.contenders(bench.postgres()));
      for (int callers : CALLERS) {
        contenders.add(beside(SEQUENCED, callers, paths, sequenced));
        contenders.add(beside(STOCK, callers, paths, stock));
        contenders.add(trivial(FLOOR, callers, paths, floor));
        contenders.add(
            trivial(FLOOR_BESIDE, callers, paths, floor)
                .around(floor.counting()::start, floor.counting()::stop));
      }
      contenders.add(contender(WHOLE, MANY, paths, sequenced).around(() -> {}, sequenced::settle));
      bench.pace().measure(contenders, samples);
    }
    return samples;
  }

  private static Contender beside(String name, int callers, int paths, Product product) {
    return contender(name, callers, paths, product)
        .around(() -> product.holdAllBut(LIVE), () -> product.releaseAllBut(LIVE));
  }

  private static Contender trivial(String name, int callers, int paths, Floor floor) {
    return new Contender(name, callers, () -> new Stories<>(floor.way(), paths / callers));
  }

  private static Contender contender(String name, int callers, int paths, Product product) {
    return new Contender(name, callers, () -> new Stories<>(product.inProcess(), paths / callers));
  }
}
