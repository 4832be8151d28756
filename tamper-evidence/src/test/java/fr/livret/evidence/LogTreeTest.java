package fr.livret.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.eventstore.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The stored tree is the tree of the log, however it has grown. */
class LogTreeTest {

  /** What the tree has to be, leaf by leaf, in memory. */
  private static List<Hash> leaves(DataSource database) {
    List<Hash> leaves = new ArrayList<>();
    Leaf leaf = new Leaf();
    EventLog log = new EventLog(database);
    log.read(0, log.head(), event -> leaves.add(leaf.of(event)));
    return leaves;
  }

  private static Hash root(List<Hash> leaves) {
    Frontier frontier = new Frontier();
    leaves.forEach(leaf -> frontier.append(leaf, (_, _, _) -> {}));
    return frontier.root();
  }

  @Test
  void it_is_empty_before_it_grows() {
    LogTree tree = new LogTree(Logs.of(0));
    assertThat(tree.grow()).isZero();
    assertThat(tree.size()).isZero();
    assertThat(tree.root(0)).isEqualTo(new Hashing().empty());
    assertThatThrownBy(() -> tree.inclusion(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.root(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void it_grows_by_what_has_come_whether_tiles_are_full_or_not() {
    DataSource database = Logs.of(0);
    LogTree tree = new LogTree(database);
    for (int more : new int[] {1, 1, 253, 1, 1, 255, 1, 300, 0, 1211, 70_000}) {
      Logs.append(database, more);
      long size = tree.grow();
      List<Hash> leaves = leaves(database);
      assertThat(size).isEqualTo(leaves.size());
      assertThat(tree.size()).isEqualTo(size);
      assertThat(tree.root(size)).isEqualTo(root(leaves));
    }
  }

  @Test
  void it_proves_every_leaf_and_every_size_from_a_few_tiles() {
    DataSource database = Logs.of(66_000);
    LogTree tree = new LogTree(database);
    long size = tree.grow();
    List<Hash> leaves = leaves(database);
    for (long at : new long[] {1, 2, 255, 256, 257, 511, 65_535, 65_536, 65_537, 66_000}) {
      Hash then = root(leaves.subList(0, (int) at));
      assertThat(tree.root(at)).isEqualTo(then);
      assertThat(tree.consistency(at, size).proves(then, tree.root(size))).isTrue();
      for (long position : new long[] {1, at / 2 + 1, at}) {
        InclusionProof proof = tree.inclusion(position, at);
        assertThat(proof.leaf()).isEqualTo(leaves.get((int) position - 1));
        assertThat(proof.proves(then)).isTrue();
        assertThat(tree.inclusion(position, size).proves(tree.root(size))).isTrue();
      }
    }
    assertThatThrownBy(() -> tree.inclusion(0, size)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.inclusion(8, 7)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(8, 7)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void several_processes_that_make_it_grow_do_one_anothers_work_no_harm() throws Exception {
    DataSource database = Logs.of(3_000);
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      List<Callable<Long>> growing =
          List.of(
              () -> new LogTree(database).grow(),
              () -> new LogTree(database).grow(),
              () -> {
                Logs.append(database, 500);
                return new LogTree(database).grow();
              },
              () -> new LogTree(database).grow());
      for (Future<Long> size : nodes.invokeAll(growing)) {
        assertThat(size.get()).isBetween(3_000L, 3_500L);
      }
    }
    LogTree tree = new LogTree(database);
    assertThat(tree.size()).isEqualTo(3_500);
    assertThat(tree.root(3_500)).isEqualTo(root(leaves(database)));
  }

  @Test
  void it_does_not_grow_over_a_missing_position() {
    DataSource database = Logs.of(300);
    LogTree tree = new LogTree(database);
    assertThat(tree.grow()).isEqualTo(300);
    Logs.append(database, 20);
    Logs.run(database, "delete from event_store.event where position = 310");
    assertThatThrownBy(tree::grow)
        .isInstanceOf(InconsistentLogException.class)
        .hasMessage("position 310 is missing in the log");
    assertThat(tree.size()).isEqualTo(300);
  }

  @Test
  void it_does_not_take_a_shorter_log_for_its_own() {
    DataSource database = Logs.of(300);
    LogTree tree = new LogTree(database);
    assertThat(tree.grow()).isEqualTo(300);
    Logs.run(database, "delete from event_store.event where position > 290");
    assertThatThrownBy(tree::grow)
        .isInstanceOf(InconsistentLogException.class)
        .hasMessage("the log ends at position 290, and the tree has 300 leaves");
  }

  @Test
  void a_tile_that_is_gone_is_told() {
    DataSource database = Logs.of(700);
    LogTree tree = new LogTree(database);
    assertThat(tree.grow()).isEqualTo(700);
    Logs.run(database, "delete from tamper_evidence.tile where level = 1");
    assertThatThrownBy(() -> tree.root(700))
        .isInstanceOf(InconsistentLogException.class)
        .hasMessage("tile 0 of level 1 of the tree has 0 hashes, and 2 are needed");
  }
}
