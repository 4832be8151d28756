package fr.livret.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a key, as C2SP's signed notes write it: {@code name+hash+key}. Its name is the
 * origin of the checkpoints it signs.
 */
public final class VerifierKey {
  /** What marks a key and a signature as Ed25519. */
  static final byte ED25519 = 1;

  static final int KEY_LENGTH = 32;

  /** What stands before the 32 bytes of an Ed25519 key in its X.509 form. */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] key;
  private final int hash;

  VerifierKey(String name, byte[] key) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "the name of a key is a text without spaces and +, and not: " + name);
    }
    if (key.length != KEY_LENGTH) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, and not " + key.length);
    }
    this.name = name;
    this.key = key;
    MessageDigest sha256 = Hashing.sha256();
    sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    sha256.update(ED25519);
    sha256.update(key);
    this.hash = ByteBuffer.wrap(sha256.digest()).getInt();
  }

  /** Whether a key may be called that. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .noneMatch(c ->
                c == '+'
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c));
  }

  /**
   * Reads one as {@link #toString} writes it.
   *
   * @throws IllegalArgumentException where the text is no such key, or its hash is another key's
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a verifier key: " + text);
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 1 + KEY_LENGTH || typed[0] != ED25519) {
      throw new IllegalArgumentException("not an Ed25519 verifier key: " + text);
    }
    VerifierKey read = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!read.toString().equals(text)) {
      throw new IllegalArgumentException("the hash of this verifier key is wrong: " + text);
    }
    return read;
  }

  /** The name of whoever signs, and the origin of what is signed. */
  public String name() {
    return name;
  }

  /** By which signatures say whose they are. */
  int hash() {
    return hash;
  }

  /** Its name and its hash, to tell it from others. */
  String id() {
    return name + "+" + HexFormat.of().toHexDigits(hash);
  }

  boolean verifies(byte[] text, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_LENGTH);
      System.arraycopy(key, 0, encoded, X509.length, KEY_LENGTH);
      PublicKey verifier =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(verifier);
      ed25519.update(text);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      // A signature or a key of the wrong form verifies nothing.
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey verifier && toString().equals(verifier.toString());
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    byte[] typed = new byte[1 + KEY_LENGTH];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, KEY_LENGTH);
    return id() + "+" + Base64.getEncoder().encodeToString(typed);
  }
}
