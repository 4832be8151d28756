package fr.livret.benchmarks;

import java.time.LocalDate;

/**
 * A caller that lives through many stories at once, one command of each in turn: between two
 * commands on one path come those on all its others.
 */
final class Stories<P> implements Caller {
  /** How a command reaches the product. */
  interface Way<P> extends AutoCloseable {
    /** A path that is opened when this returns. */
    P open() throws Exception;

    void obtain(P path, String ccp, LocalDate day) throws Exception;

    @Override
    default void close() throws Exception {}
  }

  private final Way<P> way;
  private final P[] paths;
  private final int[] steps;
  private int turn;

  /**
   * Brings a quarter of the paths to each point of their story.
   *
   * @param paths how many
   */
  @SuppressWarnings("unchecked") // An array of the type that the way gives.
  Stories(Way<P> way, int paths) throws Exception {
    this.way = way;
    this.paths = (P[]) new Object[paths];
    this.steps = new int[paths];
    for (int step = 0; step < Story.COMMANDS; step++) {
      for (int path = 0; path < paths; path++) {
        if (step <= path % Story.COMMANDS) {
          next(path);
        }
      }
    }
  }

  @Override
  public void call() throws Exception {
    next(turn);
    turn = (turn + 1) % steps.length;
  }

  private void next(int path) throws Exception {
    int step = steps[path];
    if (step == 0) {
      paths[path] = way.open();
    } else {
      way.obtain(paths[path], Story.ccp(step), Story.OBTAINED.get(step - 1));
    }
    steps[path] = (step + 1) % Story.COMMANDS;
  }

  @Override
  public void close() throws Exception {
    way.close();
  }
}
