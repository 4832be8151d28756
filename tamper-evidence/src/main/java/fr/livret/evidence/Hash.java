package fr.livret.evidence;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The SHA-256 hash of a leaf or of a node. */
public final class Hash {
  /** How many bytes it has. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A hash that takes the given bytes over: nobody else may change them. */
  static Hash over(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, and not " + bytes.length);
    }
    return new Hash(bytes);
  }

  /** The hash that begins there in longer bytes. */
  static Hash in(byte[] bytes, int from) {
    return new Hash(Arrays.copyOfRange(bytes, from, from + LENGTH));
  }

  /**
   * Reads one as {@link #toString} writes it.
   *
   * @throws IllegalArgumentException where the text is no such thing
   */
  public static Hash parse(String base64) {
    Hash read = over(Base64.getDecoder().decode(base64));
    if (!read.toString().equals(base64)) {
      throw new IllegalArgumentException("not the base64 of a hash: " + base64);
    }
    return read;
  }

  /** Its bytes, to be read only. */
  byte[] bytes() {
    return bytes;
  }

  void into(byte[] target, int from) {
    System.arraycopy(bytes, 0, target, from, LENGTH);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Its standard base64, 44 characters. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
