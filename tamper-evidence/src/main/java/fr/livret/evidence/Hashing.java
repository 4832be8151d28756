package fr.livret.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 9162, section 2.1.1: a leaf is told from a node by its first byte, so that
 * neither can be passed off as the other. One is used by one thread at a time.
 */
final class Hashing {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256 = sha256();

  /** A new digest; every JDK has it. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The root of the tree without leaves. */
  Hash empty() {
    return Hash.over(sha256.digest());
  }

  /** The hash of a leaf of that content. */
  Hash leaf(byte[] content, int length) {
    sha256.update(LEAF);
    sha256.update(content, 0, length);
    return Hash.over(sha256.digest());
  }

  /** The hash of the node above two others. */
  Hash node(Hash left, Hash right) {
    sha256.update(NODE);
    sha256.update(left.bytes());
    sha256.update(right.bytes());
    return Hash.over(sha256.digest());
  }
}
