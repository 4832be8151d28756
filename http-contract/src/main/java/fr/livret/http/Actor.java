package fr.livret.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Who acts, as the header X-Livret-Actor declares it. */
final class Actor {
  static final String HEADER = "X-Livret-Actor";
  private static final String NOBODY = "anonymous";
  private static final int LONGEST = 100;

  private Actor() {}

  /**
   * The actor; {@code anonymous} without the header.
   *
   * @throws MalformedInput when it is not 1 to 100 printable characters
   */
  static String parse(@Nullable String header) {
    if (header == null) {
      return NOBODY;
    }
    String actor = asUtf8(header);
    Texts.flawOfName(actor, LONGEST)
        .ifPresent(flaw -> {
          throw new MalformedInput(HEADER, flaw);
        });
    return actor;
  }

  /** The server reads headers as Latin-1; most clients that send more than ASCII send UTF-8. */
  private static String asUtf8(String header) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException _) {
      return header;
    }
  }
}
