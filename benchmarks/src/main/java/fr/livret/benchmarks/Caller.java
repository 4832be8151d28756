package fr.livret.benchmarks;

/** One of many that call at the same time; used by one thread at a time. */
interface Caller extends AutoCloseable {
  /** One call, waited for. */
  void call() throws Exception;

  @Override
  default void close() throws Exception {}
}
