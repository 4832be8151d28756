package fr.livret.eventstore.crash;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is killed, and when.
 *
 * @param target of the kill
 * @param node which of the writers it concerns
 * @param afterMillis since the kill before it, or since everything went on after that one
 * @param hurried whether nothing is waited for since the kill before it: recovery is hit
 */
record Kill(Target target, int node, long afterMillis, boolean hurried) {

  /** The more often it is named, the more often it is chosen. */
  private static final List<Target> CHOICE =
      List.of(
          Target.WRITER,
          Target.WRITER,
          Target.WRITER,
          Target.SESSION,
          Target.SESSION,
          Target.BACKEND,
          Target.BACKEND,
          Target.POSTMASTER,
          Target.POSTMASTER,
          Target.READER,
          Target.EVERYTHING);

  /** Who dies. */
  enum Target {
    /** kill -9 of a process that appends. */
    WRITER,
    /** kill -9 of a process that only reads. */
    READER,
    /** A connection of a writer is ended by {@code pg_terminate_backend}. */
    SESSION,
    /** kill -9 of the server's process behind a connection of a writer: the server restarts. */
    BACKEND,
    /** kill -9 of the server's first process; it is started again. */
    POSTMASTER,
    /** kill -9 of all of them at once. */
    EVERYTHING
  }

  static Kill chosen(RandomGenerator random) {
    return new Kill(
        CHOICE.get(random.nextInt(CHOICE.size())),
        random.nextInt(CrashProof.WRITERS),
        random.nextInt(400),
        random.nextInt(5) == 0);
  }
}
