package fr.livret.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log had come to: C2SP's tlog-checkpoint.
 *
 * @param origin the name of the log
 * @param size how many events it had
 * @param root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {
  private static final Pattern FORM =
      Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*");

  /** The text that is signed. */
  String text() {
    return origin + "\n" + size + "\n" + root + "\n";
  }

  /**
   * Reads the text of a note; lines behind the third one are passed over, as the format wants it.
   *
   * @throws NoteRefusedException where it is not in the format
   */
  static Checkpoint parse(String text) {
    Matcher lines = FORM.matcher(text);
    try {
      if (lines.matches()) {
        return new Checkpoint(
            lines.group(1), Long.parseLong(lines.group(2)), Hash.parse(lines.group(3)));
      }
    } catch (IllegalArgumentException _) {
      // A size beyond 63 bits, or a root that is not written as it should be.
    }
    throw new NoteRefusedException(
        NoteRefusedException.Reason.MALFORMED,
        "the note is no checkpoint: it does not begin with an origin, a size and a root");
  }
}
