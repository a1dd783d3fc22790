package app.parcelle.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class CutTreeTest {
  /** Leaves 0 to 3; 0 and 1 at 1, 2 and 3 at 2, both at 5. */
  private static final CutTree FOUR = CutTree.of(4, new int[]{0, 2, 4}, new int[]{1, 3, 5},
      new double[]{1, 2, 5}, new int[0]);

  @Test
  void lineAtAHeightLeavesTheGroupsThatAreNotYetJoinedThere() {
    assertEquals(4, FOUR.groupsAt(0.5));
    assertEquals(3, FOUR.groupsAt(1));
    assertEquals(3, FOUR.groupsAt(1.9));
    assertEquals(2, FOUR.groupsAt(4.9));
    assertEquals(1, FOUR.groupsAt(5));
  }

  @Test
  void heightForANumberOfGroupsLeavesThatNumber() {
    for (int groups = 1; groups <= 4; groups++) {
      assertEquals(groups, FOUR.groupsAt(FOUR.heightFor(groups)));
    }
  }

  @Test
  void groupsHaveTheSizesOfTheirLeaves() {
    CutTree weighted = CutTree.of(4, new int[]{0, 2, 4}, new int[]{1, 3, 5}, new double[]{1, 2, 5},
        new int[]{1, 2, 10, 20});

    assertEquals(List.of(5, 4), weighted.groups(2));
    assertEquals(30, weighted.sizes()[5]);
    assertEquals(33, weighted.sizes()[6]);
  }

  @Test
  void groupsOfEveryCutAreTheLeavesOnceEach() {
    SplittableRandom random = new SplittableRandom(4);
    CutTree tree = random(300, random);
    for (int groups = 1; groups <= 300; groups += 7) {
      List<Integer> cut = tree.groups(groups);
      assertEquals(groups, cut.size());
      assertEquals(300, cut.stream().mapToInt(node -> tree.sizes()[node]).sum());
      assertEquals(new HashSet<>(cut), new HashSet<>(tree.inOrder(groups)));
      Set<Integer> leaves = new HashSet<>();
      cut.forEach(node -> collect(tree, node, leaves));
      assertEquals(300, leaves.size());
    }
  }

  private static void collect(CutTree tree, int node, Set<Integer> leaves) {
    if (node < tree.leaves()) {
      leaves.add(node);
    } else {
      collect(tree, tree.left()[node - tree.leaves()], leaves);
      collect(tree, tree.right()[node - tree.leaves()], leaves);
    }
  }

  private static CutTree random(int leaves, SplittableRandom random) {
    List<Integer> open = new java.util.ArrayList<>(
        java.util.stream.IntStream.range(0, leaves).boxed().toList());
    int[] left = new int[leaves - 1];
    int[] right = new int[leaves - 1];
    double[] height = random.doubles(leaves - 1, 0, 10).sorted().toArray();
    for (int merge = 0; merge < leaves - 1; merge++) {
      left[merge] = open.remove(random.nextInt(open.size()));
      right[merge] = open.remove(random.nextInt(open.size()));
      open.add(leaves + merge);
    }
    return CutTree.of(leaves, left, right, height, new int[0]);
  }

  @Test
  void numberBetweenTwoMergesOfOneHeightCannotBeReached() {
    CutTree tied = CutTree.of(3, new int[]{0, 3}, new int[]{1, 2}, new double[]{2, 2}, new int[0]);

    assertFalse(tied.reachable(2));
    assertTrue(tied.reachable(1));
    assertTrue(tied.reachable(3));
  }

  @Test
  void treeWithoutMergesIsItsLeaves() {
    CutTree alone = CutTree.of(1, new int[0], new int[0], new double[0], new int[0]);

    assertEquals(List.of(0), alone.groups(1));
    assertEquals(1, alone.groupsAt(3));
    assertEquals("[0]", Arrays.toString(alone.inOrder(1).toArray()));
  }
}
