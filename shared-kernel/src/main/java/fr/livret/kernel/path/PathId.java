package fr.livret.kernel.path;

import java.util.UUID;

/** One candidate's path to one title. */
public record PathId(UUID value) implements Comparable<PathId> {
  public static PathId of(String text) {
    return new PathId(UUID.fromString(text));
  }

  @Override
  public int compareTo(PathId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
