package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Columns;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Groups whose distances are all kept, and brought up to date at each join by the formulas of Lance and Williams (<i>A general
 * theory of classificatory sorting strategies</i>, 1967): complete linkage takes the greater of two, average linkage their
 * mean weighted by size.
 */
final class TriangleGroups implements NeighbourChain.Groups {
  private final boolean average;
  /** Distances of each group to those of lower numbers. */
  private final double[][] distances;
  private final double[] sizes;
  /** The groups that there are, ascending. */
  private final int[] groups;
  private int alive;
  private double gap;

  /** @param counts rows of each point */
  TriangleGroups(Points points, int[] counts, boolean average, Workers workers, JobContext job) {
    this.average = average;
    this.sizes = Arrays.stream(counts).asDoubleStream().toArray();
    this.groups = new int[points.rows()];
    Arrays.setAll(groups, i -> i);
    this.alive = points.rows();
    this.distances = new double[points.rows()][];
    Columns columns = new Columns(points);
    workers.run(points.rows(), row -> {
      job.throwIfCancelled();
      double[] place = new double[points.dims()];
      double[] below = new double[row];
      columns.read(row, place);
      columns.squared(place, 0, row, below);
      for (int i = 0; i < row; i++) {
        below[i] = Math.sqrt(below[i]);
      }
      distances[row] = below;
    });
  }

  @Override
  public int any() {
    return groups[0];
  }

  @Override
  public int nearest(int group, int preferred) {
    int best = preferred;
    double least = preferred < 0 ? Double.POSITIVE_INFINITY : distance(group, preferred);
    double[] below = distances[group];
    int i = 0;
    for (; groups[i] < group; i++) {
      double distance = below[groups[i]];
      if (distance < least) {
        least = distance;
        best = groups[i];
      }
    }
    for (i++; i < alive; i++) {
      double distance = distances[groups[i]][group];
      if (distance < least) {
        least = distance;
        best = groups[i];
      }
    }
    gap = least;
    return best;
  }

  @Override
  public double gap() {
    return gap;
  }

  @Override
  public double height(double gap) {
    return gap;
  }

  @Override
  public void join(int gone, int kept) {
    int at = Arrays.binarySearch(groups, 0, alive, gone);
    System.arraycopy(groups, at + 1, groups, at, alive - at - 1);
    alive--;
    for (int i = 0; i < alive; i++) {
      int other = groups[i];
      if (other != kept) {
        double toGone = distance(gone, other);
        double toKept = distance(kept, other);
        double joined = average
            ? (sizes[gone] * toGone + sizes[kept] * toKept) / (sizes[gone] + sizes[kept])
            : Math.max(toGone, toKept);
        distances[Math.max(kept, other)][Math.min(kept, other)] = joined;
      }
    }
    sizes[kept] += sizes[gone];
    // what the group that is gone keeps to itself is not looked at again
    distances[gone] = NONE;
  }

  private static final double[] NONE = {};

  private double distance(int a, int b) {
    return distances[Math.max(a, b)][Math.min(a, b)];
  }
}
