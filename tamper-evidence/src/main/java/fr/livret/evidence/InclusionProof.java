package fr.livret.evidence;

import java.util.List;

/**
 * That a leaf is in a tree of a size: the hashes beside its way up to the root, as in RFC 9162,
 * section 2.1.3.
 *
 * @param index of the leaf, counted from 0: the position of its event less one
 * @param leaf its hash
 * @param size how many leaves the tree has
 * @param hashes the lowest first
 */
public record InclusionProof(long index, Hash leaf, long size, List<Hash> hashes) {
  /** Makes one of hashes that do not change any more. */
  public InclusionProof {
    hashes = List.copyOf(hashes);
  }

  /** Whether it proves that, given the root of the tree. */
  public boolean proves(Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    Hashing hashing = new Hashing();
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash beside : hashes) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = hashing.node(beside, hash);
        int up = Long.numberOfTrailingZeros(node);
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
}
