package fr.livret.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree and its proofs against the recursive definitions of RFC 9162, written out here. */
class MerkleTreeTest {
  private static final int LARGEST = 130;

  private static final List<byte[]> CONTENTS =
      IntStream.range(0, LARGEST)
          .mapToObj(number -> ("leaf " + number).getBytes(StandardCharsets.UTF_8))
          .toList();

  private final Map<List<Long>, Hash> subtrees = new HashMap<>();
  private final MerkleTree tree =
      (level, index) -> {
        Hash root = subtrees.get(List.of((long) level, index));
        assertThat(root).as("a subtree that is complete").isNotNull();
        return root;
      };

  private final Frontier frontier = new Frontier();

  private void grow(List<byte[]> contents) {
    Hashing hashing = new Hashing();
    contents.forEach(content ->
        frontier.append(
            hashing.leaf(content, content.length),
            (level, index, root) -> subtrees.put(List.of((long) level, index), root)));
  }

  private static byte[] sha256(byte[]... parts) {
    MessageDigest digest = Hashing.sha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** MTH of section 2.1.1. */
  private static byte[] root(List<byte[]> contents) {
    if (contents.isEmpty()) {
      return sha256();
    }
    if (contents.size() == 1) {
      return sha256(new byte[] {0}, contents.getFirst());
    }
    int k = split(contents.size());
    return sha256(
        new byte[] {1}, root(contents.subList(0, k)), root(contents.subList(k, contents.size())));
  }

  /** PATH of section 2.1.3.1. */
  private static List<Hash> path(int m, List<byte[]> contents) {
    if (contents.size() == 1) {
      return List.of();
    }
    int k = split(contents.size());
    List<byte[]> left = contents.subList(0, k);
    List<byte[]> right = contents.subList(k, contents.size());
    List<Hash> path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
    path.add(Hash.over(root(m < k ? right : left)));
    return path;
  }

  /** SUBPROOF of section 2.1.4.1. */
  private static List<Hash> subproof(int m, List<byte[]> contents, boolean b) {
    if (m == contents.size()) {
      return b ? List.of() : List.of(Hash.over(root(contents)));
    }
    int k = split(contents.size());
    List<byte[]> left = contents.subList(0, k);
    List<byte[]> right = contents.subList(k, contents.size());
    List<Hash> proof =
        new ArrayList<>(m <= k ? subproof(m, left, b) : subproof(m - k, right, false));
    proof.add(Hash.over(root(m <= k ? right : left)));
    return proof;
  }

  private static int split(int size) {
    int k = 1;
    while (2 * k < size) {
      k *= 2;
    }
    return k;
  }

  @Test
  void it_has_the_root_of_the_definition_at_every_size_while_it_grows_and_later() {
    assertThat(frontier.root()).isEqualTo(Hash.over(root(List.of())));
    List<Hash> roots = new ArrayList<>(List.of(frontier.root()));
    for (int size = 1; size <= LARGEST; size++) {
      grow(CONTENTS.subList(size - 1, size));
      assertThat(frontier.root()).isEqualTo(Hash.over(root(CONTENTS.subList(0, size))));
      roots.add(frontier.root());
    }
    for (int size = 0; size <= LARGEST; size++) {
      assertThat(tree.root(size)).isEqualTo(roots.get(size));
      assertThat(new Frontier(tree, size).root()).isEqualTo(roots.get(size));
    }
  }

  @Test
  void a_tree_taken_up_again_grows_as_if_it_had_never_been_left() {
    grow(CONTENTS);
    for (int size = 0; size <= LARGEST; size++) {
      Frontier resumed = new Frontier(tree, size);
      for (int leaf = size; leaf < LARGEST; leaf++) {
        resumed.append(tree.subtree(0, leaf), (_, _, _) -> {});
      }
      assertThat(resumed.root()).isEqualTo(frontier.root());
    }
  }

  @Test
  void every_leaf_is_proved_in_every_size_by_the_path_of_the_definition() {
    grow(CONTENTS);
    for (int size = 1; size <= LARGEST; size++) {
      for (int leaf = 0; leaf < size; leaf++) {
        List<Hash> proof = tree.inclusion(leaf, size).hashes();
        assertThat(proof).isEqualTo(path(leaf, CONTENTS.subList(0, size)));
        assertThat(included(leaf, leaf, size, proof, size)).isTrue();
      }
    }
  }

  private boolean included(int hash, long leaf, long size, List<Hash> proof, long rootOf) {
    return new InclusionProof(leaf, tree.subtree(0, hash), size, proof).proves(tree.root(rootOf));
  }

  @Test
  void a_proof_of_inclusion_proves_nothing_else() {
    grow(CONTENTS);
    for (int size = 2; size <= 40; size++) {
      for (int leaf = 0; leaf < size; leaf++) {
        List<Hash> proof = tree.inclusion(leaf, size).hashes();
        int other = (leaf + 1) % size;
        assertThat(included(other, leaf, size, proof, size)).isFalse();
        assertThat(included(leaf, other, size, proof, size)).isFalse();
        assertThat(included(leaf, leaf, size, proof, size + 1)).isFalse();
        assertThat(included(leaf, leaf, size, proof.subList(1, proof.size()), size)).isFalse();
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(tree.root(1));
        assertThat(included(leaf, leaf, size, longer, size)).isFalse();
        assertThat(included(leaf, size, size, proof, size)).isFalse();
        assertThat(included(leaf, -1, size, proof, size)).isFalse();
      }
    }
  }

  @Test
  void every_size_is_proved_to_have_grown_into_every_later_one() {
    grow(CONTENTS);
    for (int to = 1; to <= LARGEST; to++) {
      for (int from = 1; from <= to; from++) {
        List<Hash> proof = tree.consistency(from, to).hashes();
        assertThat(proof).isEqualTo(subproof(from, CONTENTS.subList(0, to), true));
        assertThat(consistent(from, from, to, proof, to)).isTrue();
      }
    }
  }

  private boolean consistent(long from, long fromRoot, long to, List<Hash> proof, long toRoot) {
    return new ConsistencyProof(from, to, proof).proves(tree.root(fromRoot), tree.root(toRoot));
  }

  @Test
  void a_proof_of_consistency_proves_nothing_else() {
    grow(CONTENTS);
    for (int to = 3; to <= 40; to++) {
      for (int from = 2; from < to; from++) {
        List<Hash> proof = tree.consistency(from, to).hashes();
        assertThat(consistent(from, from - 1, to, proof, to)).isFalse();
        assertThat(consistent(from, from, to, proof, to + 1)).isFalse();
        assertThat(consistent(from, from, to, proof.subList(1, proof.size()), to)).isFalse();
        assertThat(consistent(from, from, to, List.of(), to)).isFalse();
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(tree.root(1));
        assertThat(consistent(from, from, to, longer, to)).isFalse();
        assertThat(consistent(to, to, from, proof, from)).isFalse();
        assertThat(consistent(to, to, to, proof, to)).isFalse();
      }
    }
  }

  /** The eight leaves every implementation of Certificate Transparency is tried with. */
  @Test
  void it_gives_the_known_roots_of_certificate_transparency() {
    HexFormat hex = HexFormat.of();
    List<String> roots =
        List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    List<String> leaves =
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    for (int size = 0; size < roots.size(); size++) {
      assertThat(frontier.root().bytes()).isEqualTo(hex.parseHex(roots.get(size)));
      if (size < leaves.size()) {
        grow(List.of(hex.parseHex(leaves.get(size))));
      }
    }
    assertThat(tree.inclusion(0, 1).hashes()).isEmpty();
    assertThat(tree.inclusion(5, 8).hashes())
        .extracting(hash -> hex.formatHex(hash.bytes()))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }
}
