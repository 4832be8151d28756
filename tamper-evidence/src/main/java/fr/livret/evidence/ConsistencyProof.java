package fr.livret.evidence;

import java.util.Iterator;
import java.util.List;

/**
 * That a tree has grown from one size to another by appending only, as in RFC 9162, section 2.1.4.
 *
 * @param from the size it had, at least 1
 * @param to the size it has grown to
 * @param hashes from which both roots can be computed
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {
  /** Makes one of hashes that do not change any more. */
  public ConsistencyProof {
    hashes = List.copyOf(hashes);
  }

  /** Whether it proves that, given both roots. */
  public boolean proves(Hash fromRoot, Hash toRoot) {
    if (from == to) {
      return hashes.isEmpty() && fromRoot.equals(toRoot);
    }
    // The root of an old tree that is one complete subtree is known, and not in the proof.
    boolean complete = Long.bitCount(from) == 1;
    if (from < 1 || from > to || (!complete && hashes.isEmpty())) {
      return false;
    }
    Hashing hashing = new Hashing();
    int up = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >> up;
    long last = (to - 1) >> up;
    Iterator<Hash> rest = hashes.iterator();
    Hash old = complete ? fromRoot : rest.next();
    Hash grown = old;
    while (rest.hasNext()) {
      Hash beside = rest.next();
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = hashing.node(beside, old);
        grown = hashing.node(beside, grown);
        int skipped = Long.numberOfTrailingZeros(node);
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
