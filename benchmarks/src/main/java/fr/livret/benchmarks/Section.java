package fr.livret.benchmarks;

/** One part of the table, measured on its own or with the others. */
interface Section {
  /** For {@code --only}. */
  String name();

  /** What it measures, in a sentence of the report. */
  String about();

  Samples measure(Bench bench) throws Exception;
}
