package fr.livret.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Commands over HTTP, the product in a process of its own. */
final class HttpSection implements Section {
  static final String NAME = "HTTP, no auth";
  static final int CONNECTIONS = 64;

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String about() {
    return """
    The commands of `commands` over %d connections, kept open as long as the product keeps them, \
    to its jar in a process of its own, all its projections live. The client is a thin one, in the \
    process of the benchmarks, on the same cores.\
    """
        .formatted(CONNECTIONS);
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    samples.note(
        "The product runs with %s -Xmx1g.".formatted(String.join(" ", ProductProcess.FLAGS)));
    samples.note("With a JWT: not built yet.");
    String url = bench.postgres().freshDatabase("product");
    try (ProductProcess product =
        ProductProcess.exec(bench, List.of("-Xmx1g"), bench.product(), url)) {
      product.firstAnswer();
      List<Contender> contenders = new ArrayList<>(RawInsert.contenders(bench.postgres()));
      Contender http =
          new Contender(NAME, CONNECTIONS, () -> new Stories<>(product.overHttp(), 64));
      // A process that has just started needs more than the others.
      Slice unused = http.run(bench.pace().warmUp().multipliedBy(2));
      contenders.add(http);
      bench.pace().measure(contenders, samples);
    }
    return samples;
  }
}
