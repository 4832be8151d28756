package fr.livret.evidence;

import java.util.Iterator;
import java.util.List;

/** Checks proofs by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, without the tree. */
public final class Proofs {
  private Proofs() {}

  /**
   * Whether a leaf is in the tree of that size and root.
   *
   * @param leaf counted from 0: the position of the event less one
   */
  public static boolean included(Hash leafHash, long leaf, long size, List<Hash> proof, Hash root) {
    if (leaf < 0 || leaf >= size) {
      return false;
    }
    Hashing hashing = new Hashing();
    long node = leaf;
    long last = size - 1;
    Hash hash = leafHash;
    for (Hash beside : proof) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = hashing.node(beside, hash);
        int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>= up;
        last >>= up;
      } else {
        hash = hashing.node(hash, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /** Whether the tree of one size and root has grown into the other by appending only. */
  public static boolean consistent(
      long from, Hash fromRoot, long to, Hash toRoot, List<Hash> proof) {
    if (from == to) {
      return proof.isEmpty() && fromRoot.equals(toRoot);
    }
    if (from < 1 || from > to) {
      return false;
    }
    Hashing hashing = new Hashing();
    int up = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >> up;
    long last = (to - 1) >> up;
    Iterator<Hash> hashes = proof.iterator();
    // The root of an old tree that is one complete subtree is not in the proof.
    if (Long.bitCount(from) > 1 && !hashes.hasNext()) {
      return false;
    }
    Hash old = Long.bitCount(from) == 1 ? fromRoot : hashes.next();
    Hash grown = old;
    while (hashes.hasNext()) {
      Hash beside = hashes.next();
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = hashing.node(beside, old);
        grown = hashing.node(beside, grown);
        int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>= skipped;
        last >>= skipped;
      } else {
        grown = hashing.node(grown, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && old.equals(fromRoot) && grown.equals(toRoot);
  }
}
