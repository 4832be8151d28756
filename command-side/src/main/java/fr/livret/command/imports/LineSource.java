package fr.livret.command.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file read line by line, in memory that does not grow with it. */
public interface LineSource {
  /** The longest line, in bytes: as long as the body of a single request. */
  int LONGEST_LINE = 2 * 1024 * 1024;

  /**
   * What stands on the next line that is not blank; null at the end.
   *
   * @throws IOException when the rest cannot be had
   */
  @Nullable Entry next() throws IOException;

  /** How many bytes were read so far. */
  long bytes();
}
