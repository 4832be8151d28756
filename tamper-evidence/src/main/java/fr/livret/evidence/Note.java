package fr.livret.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text and its signatures, in C2SP's format of signed notes.
 *
 * @param text ends with a line feed
 * @param signatures in their order
 */
record Note(String text, List<Line> signatures) {
  private static final String DASH = "\u2014 ";

  /** One signature: whose it claims to be, by name and hash, and its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  record Line(String name, int hash, byte[] signature) {

    private String text() {
      byte[] bytes =
          ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(hash).put(signature).array();
      return DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    private static Line parse(String line) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3 || !line.startsWith(DASH) || !VerifierKey.isName(parts[1])) {
        throw malformed("this is not the line of a signature: " + line);
      }
      try {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
        if (bytes.capacity() <= Integer.BYTES) {
          throw malformed("this signature is too short: " + line);
        }
        int hash = bytes.getInt();
        byte[] signature = new byte[bytes.remaining()];
        bytes.get(signature);
        return new Line(parts[1], hash, signature);
      } catch (IllegalArgumentException _) {
        throw malformed("this signature is not base64: " + line);
      }
    }
  }

  /** A text signed by each of the keys. */
  static Note signed(String text, List<SigningKey> keys) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Note(
        text,
        keys.stream()
            .map(key -> new Line(key.verifier().name(), key.verifier().hash(), key.sign(bytes)))
            .toList());
  }

  /**
   * Reads one as {@link #toString} writes it.
   *
   * @throws NoteRefusedException where it is not in the format
   */
  static Note parse(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      throw malformed("the note is cut short: there is no blank line with signatures behind it");
    }
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw malformed("there are control characters in the note");
    }
    List<Line> signatures = new ArrayList<>();
    for (String line : note.substring(end + 2).split("\n")) {
      signatures.add(Line.parse(line));
    }
    return new Note(note.substring(0, end + 1), signatures);
  }

  private static NoteRefusedException malformed(String message) {
    return new NoteRefusedException(NoteRefusedException.Reason.MALFORMED, message);
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(line -> note.append(line.text()));
    return note.toString();
  }
}
