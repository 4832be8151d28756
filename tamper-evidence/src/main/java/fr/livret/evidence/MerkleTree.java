package fr.livret.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, over the hashes of its complete subtrees: the root at
 * any size it has had, and the proofs. Leaves are counted from 0.
 */
@FunctionalInterface
interface MerkleTree {

  /**
   * The root of a complete subtree.
   *
   * @param level it has 2^level leaves; 0 is a leaf
   * @param index how many such subtrees lie left of it
   */
  Hash subtree(int level, long index);

  /** The root of the tree of the first leaves. */
  default Hash root(long size) {
    return size == 0 ? new Hashing().empty() : root(0, size, new Hashing());
  }

  /** The proof that a leaf is in the tree of that size. */
  default InclusionProof inclusion(long leaf, long size) {
    if (leaf < 0 || leaf >= size) {
      throw new IllegalArgumentException("no leaf " + leaf + " in a tree of " + size);
    }
    List<Hash> proof = new ArrayList<>();
    inclusion(leaf, 0, size, new Hashing(), proof);
    return new InclusionProof(leaf, subtree(0, leaf), size, proof);
  }

  /** The proof that the tree of one size has grown into that of another by appending only. */
  default ConsistencyProof consistency(long from, long to) {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException("no tree of " + from + " grows into one of " + to);
    }
    List<Hash> proof = new ArrayList<>();
    consistency(from, 0, to, true, new Hashing(), proof);
    return new ConsistencyProof(from, to, proof);
  }

  private Hash root(long begin, long end, Hashing hashing) {
    long count = end - begin;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return subtree(level, begin >> level);
    }
    long middle = begin + Long.highestOneBit(count);
    return hashing.node(root(begin, middle, hashing), root(middle, end, hashing));
  }

  private void inclusion(long leaf, long begin, long end, Hashing hashing, List<Hash> proof) {
    if (end - begin == 1) {
      return;
    }
    long middle = begin + Long.highestOneBit(end - begin - 1);
    if (leaf < middle) {
      inclusion(leaf, begin, middle, hashing, proof);
      proof.add(root(middle, end, hashing));
    } else {
      inclusion(leaf, middle, end, hashing, proof);
      proof.add(root(begin, middle, hashing));
    }
  }

  /** The whole old tree is known to whoever asks: its root is left out. */
  private void consistency(
      long from, long begin, long end, boolean whole, Hashing hashing, List<Hash> proof) {
    if (from == end) {
      if (!whole) {
        proof.add(root(begin, end, hashing));
      }
      return;
    }
    long middle = begin + Long.highestOneBit(end - begin - 1);
    if (from <= middle) {
      consistency(from, begin, middle, whole, hashing, proof);
      proof.add(root(middle, end, hashing));
    } else {
      consistency(from, middle, end, false, hashing, proof);
      proof.add(root(begin, middle, hashing));
    }
  }
}
