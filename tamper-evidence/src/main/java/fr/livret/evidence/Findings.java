package fr.livret.evidence;

import java.util.ArrayList;
import java.util.List;

/** What was found: the first of it word for word, the rest by number. */
final class Findings {
  private static final int LISTED = 200;

  private final List<Finding> listed = new ArrayList<>();
  private long number;

  void add(Finding.Kind kind, long at, String message) {
    add(kind, at, at, message);
  }

  void add(Finding.Kind kind, long from, long to, String message) {
    number++;
    if (listed.size() < LISTED) {
      listed.add(new Finding(kind, from, to, message));
    }
  }

  /** Counts what nobody wants to read one by one. */
  void more(long unlisted) {
    number += unlisted;
  }

  List<Finding> listed() {
    return listed;
  }

  long number() {
    return number;
  }

  /** Positions as a sentence names them. */
  static String positions(long from, long to) {
    return from == to ? "position " + from : "positions %d to %d".formatted(from, to);
  }
}
