package fr.livret.evidence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Merkle tree that grows leaf by leaf, in the memory of its right edge: the roots of the complete
 * subtrees its size is made of.
 */
final class Frontier {
  /** Is told of every complete subtree, leaves among them, as soon as its last leaf has come. */
  @FunctionalInterface
  interface Completed {
    /**
     * A subtree of 2^level leaves is complete.
     *
     * @param index how many such subtrees lie left of it
     */
    void subtree(int level, long index, Hash root);
  }

  private final Hashing hashing = new Hashing();
  private final @Nullable Hash[] roots = new @Nullable Hash[Long.SIZE];
  private long size;

  /** The tree without leaves. */
  Frontier() {}

  /** The tree of that size again, to grow on. */
  Frontier(MerkleTree tree, long size) {
    this.size = size;
    for (int level = 0; level < Long.SIZE - 1; level++) {
      if (((size >> level) & 1) == 1) {
        roots[level] = tree.subtree(level, (size >> level) - 1);
      }
    }
  }

  /** The same tree, to grow on apart. */
  Frontier copy() {
    Frontier copy = new Frontier();
    System.arraycopy(roots, 0, copy.roots, 0, roots.length);
    copy.size = size;
    return copy;
  }

  /** Appends a leaf, and tells of what is complete by it. */
  void append(Hash leaf, Completed completed) {
    Hash root = leaf;
    int level = 0;
    completed.subtree(level, size, root);
    for (; ((size >> level) & 1) == 1; level++) {
      root = hashing.node(Objects.requireNonNull(roots[level]), root);
      roots[level] = null;
      completed.subtree(level + 1, size >> (level + 1), root);
    }
    roots[level] = root;
    size++;
  }

  long size() {
    return size;
  }

  Hash root() {
    Hash root = null;
    for (Hash subtree : roots) {
      if (subtree != null) {
        root = root == null ? subtree : hashing.node(subtree, root);
      }
    }
    return root == null ? hashing.empty() : root;
  }
}
