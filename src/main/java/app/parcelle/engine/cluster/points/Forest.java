package app.parcelle.engine.cluster.points;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which points are joined (Tarjan's disjoint sets), by any number of threads at a time without locks (Anderson and Woll 1991):
 * a root always hangs itself under a smaller one. What is joined in the end does not depend on the order.
 */
public final class Forest {
  private final AtomicIntegerArray parents;

  public Forest(int size) {
    parents = new AtomicIntegerArray(size);
    for (int i = 0; i < size; i++) {
      parents.setPlain(i, i);
    }
  }

  /** The smallest of those joined with {@code i}, once nobody joins any more. */
  public int find(int i) {
    int at = i;
    while (true) {
      int parent = parents.get(at);
      int above = parents.get(parent);
      if (parent == above) {
        return parent;
      }
      parents.compareAndSet(at, parent, above);
      at = above;
    }
  }

  /** Returns whether they were apart. */
  public boolean join(int one, int other) {
    while (true) {
      int a = find(one);
      int b = find(other);
      if (a == b) {
        return false;
      }
      int larger = Math.max(a, b);
      if (parents.compareAndSet(larger, larger, Math.min(a, b))) {
        return true;
      }
    }
  }
}
