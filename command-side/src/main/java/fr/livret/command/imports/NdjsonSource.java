package fr.livret.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of JSON, each ended by a line feed; the last one may do without. */
public final class NdjsonSource implements LineSource {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private byte[] line = new byte[4 * 1024];
  private int at;
  private int end;
  private long bytes;
  private long number;

  /**
   * Over a stream, which it does not close.
   *
   * @param firstLine the number of its first line
   */
  public NdjsonSource(InputStream in, long firstLine) {
    this.in = in;
    this.number = firstLine - 1;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    while (true) {
      int length = readLine();
      if (length == END) {
        return null;
      }
      number++;
      if (length == TOO_LONG) {
        return Entry.Flawed.of(number, "line", "has more than " + LONGEST_LINE + " bytes");
      }
      byte[] content = content(length);
      if (content.length > 0) {
        return entry(content);
      }
    }
  }

  private static final int END = -1;
  private static final int TOO_LONG = -2;

  private byte[] content(int length) {
    int from = 0;
    int to = length;
    if (number == 1 && Arrays.equals(line, 0, Math.min(3, to), BYTE_ORDER_MARK, 0, 3)) {
      from = 3;
    }
    while (to > from && blank(line[to - 1])) {
      to--;
    }
    while (from < to && blank(line[from])) {
      from++;
    }
    return Arrays.copyOfRange(line, from, to);
  }

  private static boolean blank(byte it) {
    return it == ' ' || it == '\t' || it == '\r';
  }

  private Entry entry(byte[] content) {
    for (int i = 0; i < content.length; i++) {
      if (content[i] == 0) {
        return Entry.Flawed.of(number, "line", "holds a NUL byte, at byte " + (i + 1));
      }
    }
    ByteBuffer read = ByteBuffer.wrap(content);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(read);
    } catch (CharacterCodingException _) {
      return Entry.Flawed.of(number, "line", "is not UTF-8, at byte " + (read.position() + 1));
    }
    return new Entry.Json(number, content);
  }

  /** Its length without the line feed; the rest of one that is too long is passed over. */
  private int readLine() throws IOException {
    int length = 0;
    boolean tooLong = false;
    while (true) {
      if (at == end) {
        end = in.read(buffer);
        at = 0;
        if (end <= 0) {
          end = 0;
          return tooLong ? TOO_LONG : length == 0 ? END : length;
        }
      }
      byte it = buffer[at++];
      bytes++;
      if (it == '\n') {
        return tooLong ? TOO_LONG : length;
      }
      if (length == LONGEST_LINE) {
        tooLong = true;
      } else {
        if (length == line.length) {
          line = Arrays.copyOf(line, Math.min(LONGEST_LINE, length * 2));
        }
        line[length++] = it;
      }
    }
  }
}
