package fr.livret.benchmarks;

import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Single methods, by JMH in a process of its own. */
final class MethodSection implements Section {
  @Override
  public String name() {
    return "methods";
  }

  @Override
  public String about() {
    return """
    Single methods, by JMH in a process of its own; each value is the mean of one iteration. \
    The event is a `CcpObtained`, the decision that on the CCP which completes a title.\
    """;
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    TimeValue time = TimeValue.milliseconds(bench.pace().choose(2_000, 500));
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(Methods.class.getName().replace(".", "\\."))
        .forks(1)
        .warmupIterations(bench.pace().choose(5, 2))
        .warmupTime(time)
        .measurementIterations(bench.pace().choose(5, 3))
        .measurementTime(time)
        .verbosity(VerboseMode.SILENT);
    for (RunResult method : new Runner(options.build()).run()) {
      String name = method.getPrimaryResult().getLabel();
      for (IterationResult iteration : method.getAggregatedResult().getIterationResults()) {
        samples.add(name + " [us]", iteration.getPrimaryResult().getScore());
      }
      System.out.printf("    %s %.2f us%n", name, method.getPrimaryResult().getScore());
    }
    return samples;
  }
}
