package fr.livret.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key that signs, as C2SP's signed notes write it: {@code PRIVATE+KEY+name+hash+seed}. */
final class SigningKey {
  /** What such a text begins with. */
  static final String PREFIX = "PRIVATE+KEY+";

  /** What stands before the 32 bytes of an Ed25519 seed in its PKCS#8 form. */
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final byte[] TRIAL = "trial".getBytes(StandardCharsets.UTF_8);

  private final VerifierKey verifier;
  private final byte[] seed;

  private SigningKey(VerifierKey verifier, byte[] seed) {
    this.verifier = verifier;
    this.seed = seed;
  }

  /** A new key of that name. */
  static SigningKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(
          new VerifierKey(name, last32(pair.getPublic().getEncoded())),
          last32(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads one as {@link #text} writes it.
   *
   * @param verifier its public half
   * @throws IllegalArgumentException where the text is no such key, or not the other half
   */
  static SigningKey parse(String text, VerifierKey verifier) {
    String named = PREFIX + verifier.id() + "+";
    if (!text.startsWith(named)) {
      throw new IllegalArgumentException("not the private half of " + verifier);
    }
    byte[] typed = Base64.getDecoder().decode(text.substring(named.length()));
    if (typed.length != 1 + VerifierKey.KEY_LENGTH || typed[0] != VerifierKey.ED25519) {
      throw new IllegalArgumentException("not an Ed25519 key: the private half of " + verifier);
    }
    SigningKey read = new SigningKey(verifier, Arrays.copyOfRange(typed, 1, typed.length));
    if (!verifier.verifies(TRIAL, read.sign(TRIAL))) {
      throw new IllegalArgumentException("not the private half of " + verifier);
    }
    return read;
  }

  private static byte[] last32(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - VerifierKey.KEY_LENGTH, encoded.length);
  }

  VerifierKey verifier() {
    return verifier;
  }

  /** The key itself, for the key file and nothing else. */
  String text() {
    byte[] typed = new byte[1 + seed.length];
    typed[0] = VerifierKey.ED25519;
    System.arraycopy(seed, 0, typed, 1, seed.length);
    return PREFIX + verifier.id() + "+" + Base64.getEncoder().encodeToString(typed);
  }

  byte[] sign(byte[] text) {
    try {
      byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
      System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
      PrivateKey signer =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(signer);
      ed25519.update(text);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a key that signs: " + verifier.id(), e);
    }
  }

  @Override
  public String toString() {
    return "the private half of " + verifier.id();
  }
}
