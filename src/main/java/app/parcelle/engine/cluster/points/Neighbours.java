package app.parcelle.engine.cluster.points;

import app.parcelle.engine.job.JobContext;

/**
 * Finds the exact nearest rows of a point, or those within a radius (Friedman, Bentley and Finkel 1977). With many dimensions
 * boxes cut off little, and what saves time is that a sum is given up once it is too large.
 */
public record Neighbours(PointTree tree) {
  public static Neighbours of(Points points, Workers workers, JobContext job) {
    return new Neighbours(PointTree.of(points, workers, job));
  }

  /** Takes a row found; says whether to go on. */
  public interface Visitor {
    boolean visit(int row);
  }

  /**
   * Whether at least {@code enough} rows are within a radius of a point, itself among them if it is one.
   *
   * @param at where its coordinates begin in {@code point}
   */
  public boolean crowded(double[] point, int at, double squaredRadius, int enough) {
    return missing(0, point, at, squaredRadius, enough) <= 0;
  }

  /** How many are still missing once a node has been searched. */
  private int missing(int node, double[] point, int at, double squaredRadius, int enough) {
    int missing = enough;
    if (tree.isLeaf(node)) {
      for (int i = tree.from(node); i < tree.to(node); i++) {
        if (tree.squared(i, point, at, squaredRadius) <= squaredRadius) {
          missing--;
        }
      }
      return missing;
    }
    int near = PointTree.left(node);
    int far = PointTree.right(node);
    double toNear = tree.gap(near, point, at, squaredRadius);
    double toFar = tree.gap(far, point, at, squaredRadius);
    if (toFar < toNear) {
      near = far;
      far = PointTree.left(node);
    }
    if (Math.min(toNear, toFar) <= squaredRadius) {
      missing = missing(near, point, at, squaredRadius, missing);
    }
    if (Math.max(toNear, toFar) <= squaredRadius && missing > 0) {
      missing = missing(far, point, at, squaredRadius, missing);
    }
    return missing;
  }

  /** Shows the rows within a radius, in no order that means anything, until the visitor has seen enough. */
  public void within(double[] point, int at, double squaredRadius, Visitor visitor) {
    within(0, point, at, squaredRadius, visitor);
  }

  private boolean within(int node, double[] point, int at, double squaredRadius, Visitor visitor) {
    if (tree.gap(node, point, at, squaredRadius) > squaredRadius) {
      return true;
    }
    if (!tree.isLeaf(node)) {
      return within(PointTree.left(node), point, at, squaredRadius, visitor)
          && within(PointTree.right(node), point, at, squaredRadius, visitor);
    }
    for (int i = tree.from(node); i < tree.to(node); i++) {
      if (tree.squared(i, point, at, squaredRadius) <= squaredRadius && !visitor.visit(tree.row(i))) {
        return false;
      }
    }
    return true;
  }

  /** Fills {@code nearest} with the rows nearest to a point, itself first if it is one; equally far ones as the tree has them. */
  public void nearest(double[] point, int at, Nearest nearest) {
    nearest.clear();
    nearest(0, tree.gap(0, point, at, Double.POSITIVE_INFINITY), point, at, nearest);
    nearest.sort();
  }

  private void nearest(int node, double gap, double[] point, int at, Nearest nearest) {
    if (gap >= nearest.limit()) {
      return;
    }
    if (tree.isLeaf(node)) {
      for (int i = tree.from(node); i < tree.to(node); i++) {
        double squared = tree.squared(i, point, at, nearest.limit());
        if (squared < nearest.limit()) {
          nearest.add(tree.row(i), squared);
        }
      }
      return;
    }
    int left = PointTree.left(node);
    int right = PointTree.right(node);
    double toLeft = tree.gap(left, point, at, nearest.limit());
    double toRight = tree.gap(right, point, at, nearest.limit());
    if (toLeft <= toRight) {
      nearest(left, toLeft, point, at, nearest);
      nearest(right, toRight, point, at, nearest);
    } else {
      nearest(right, toRight, point, at, nearest);
      nearest(left, toLeft, point, at, nearest);
    }
  }
}
