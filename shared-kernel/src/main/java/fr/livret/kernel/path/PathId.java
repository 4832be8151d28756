package fr.livret.kernel.path;

import java.util.UUID;

/** One candidate's path to one title. */
public record PathId(UUID value) {
  public static PathId of(String text) {
    return new PathId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
