package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Nearest;
import app.parcelle.engine.cluster.points.Neighbours;
import app.parcelle.engine.cluster.points.PointTree;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * HDBSCAN* (Campello, Moulavi and Sander 2013; Campello, Moulavi, Zimek and Sander 2015): clusters of different densities, cut
 * from the single linkage of mutual reachability by excess of mass. A row's core distance is that to the {@code minPoints}th row,
 * itself the first. Clusters are numbered by their first row. Where no part stands apart all is noise.
 */
public final class HierarchicalDensity {
  private static final int TASK = 256;

  /** Up to so many dimensions boxes spare most distances. */
  private static final int FEW_DIMS = 12;

  /** With more dimensions time grows with the square of the rows: beyond so many a sample is looked at. */
  private static final int MANY_DIMS_ROWS = 20_000;

  private HierarchicalDensity() {}

  /**
   * Finds the clusters. Where {@code minClusterSize} is null it is half the root of the number of rows, at least 5; where
   * {@code minPoints} is null it is what DBSCAN takes, at most {@code minClusterSize}. Very many rows of many dimensions are sampled.
   *
   * @throws Problem when a parameter makes no sense
   */
  public static Partition fit(Points points, Algorithm.Hdbscan parameters, long seed, Workers workers,
      JobContext job) {
    Integer askedSize = parameters.minClusterSize();
    Integer askedPoints = parameters.minPoints();
    if (askedSize != null && askedSize < 2) {
      throw new Problem(Message.of("cluster.problem.min-cluster-size", askedSize));
    }
    if (askedPoints != null && askedPoints < 1) {
      throw new Problem(Message.of("cluster.problem.min-points", askedPoints));
    }
    int most = most(points.dims());
    if (points.rows() > most) {
      Integer size = askedSize == null
          ? null
          : Math.max(2, Math.toIntExact((long) askedSize * most / points.rows()));
      return SampledDensity.of(points, most, (sample,
          stage) -> fit(sample, new Algorithm.Hdbscan(size, askedPoints), seed, workers, stage), seed,
          workers, job);
    }
    int smallest = askedSize != null ? askedSize : usualSize(points.rows());
    int minPoints = askedPoints != null
        ? askedPoints
        : Math.min(smallest, DensityClusters.usualPoints(points));
    PointTree tree = PointTree.of(points, workers, job);
    double[] core = coreDistances(tree, minPoints, workers, new Stage(job, 0, 0.4));
    Stage joining = new Stage(job, 0.4, 0.95);
    SpanningTree spanning = points.dims() <= FEW_DIMS
        ? new Boruvka(tree, core, workers, joining).tree()
        : new Prim(tree, core, workers, joining).tree();
    Dendrogram dendrogram = spanning.dendrogram();
    job.throwIfCancelled();
    return cut(points, dendrogram, new CondensedTree(dendrogram, smallest), seed);
  }

  private static int most(int dims) {
    return dims <= DensityClusters.FEW_DIMS
        ? Integer.MAX_VALUE
        : dims <= FEW_DIMS ? DensityClusters.MANY_DIMS_ROWS : MANY_DIMS_ROWS;
  }

  static int usualSize(int rows) {
    return Math.max(5, (int) Math.round(Math.sqrt(rows) / 2));
  }

  /** Squared, one a position in the tree. */
  private static double[] coreDistances(PointTree tree, int minPoints, Workers workers, JobContext job) {
    int rows = tree.points().rows();
    int k = Math.min(minPoints, rows);
    Neighbours neighbours = new Neighbours(tree);
    double[] core = new double[rows];
    workers.stretches(rows, TASK, job, Message.of("cluster.progress.density"), (from, to) -> {
      Nearest nearest = new Nearest(k);
      for (int i = from; i < to; i++) {
        job.throwIfCancelled();
        neighbours.nearest(tree.values(), tree.at(i), nearest);
        core[i] = nearest.squared(k - 1);
      }
    });
    return core;
  }

  private static Partition cut(Points points, Dendrogram dendrogram, CondensedTree tree, long seed) {
    int[] holders = tree.mostStable();
    double[] peaks = tree.peaks();
    int[] numbers = new int[tree.clusters()];
    Arrays.fill(numbers, Partition.NOISE);
    int[] labels = new int[points.rows()];
    float[] strength = new float[labels.length];
    float[] outlying = new float[labels.length];
    double[] reach = new double[tree.clusters()];
    int k = 0;
    for (int row = 0; row < labels.length; row++) {
      int last = tree.lastCluster(row);
      int cluster = holders[last];
      labels[row] = Partition.NOISE;
      if (cluster >= 0) {
        if (numbers[cluster] == Partition.NOISE) {
          reach[k] = 1 / tree.birth(cluster);
          numbers[cluster] = k++;
        }
        labels[row] = numbers[cluster];
        strength[row] = (float) (tree.density(row) / peaks[cluster]);
      }
      outlying[row] = peaks[last] > 0 ? (float) (1 - tree.density(row) / peaks[last]) : 0;
    }
    return new Partition(k, labels, model(points, labels, Arrays.copyOf(reach, k), seed),
        List.of(new Partition.Detail.Tree(dendrogram), new Partition.Detail.Belonging(strength, outlying)));
  }

  private static Model model(Points points, int[] labels, double[] reach, long seed) {
    int[] inside = IntStream.range(0, labels.length).filter(row -> labels[row] >= 0).toArray();
    int[] kept = Draws.sample(inside.length, DensityClusters.KEPT, Draws.of(seed, Draws.Purpose.SAMPLE, 1));
    int[] rows = Arrays.stream(kept).map(i -> inside[i]).toArray();
    return new Model.Density(points.pick(rows),
        Arrays.stream(rows).map(row -> labels[row]).toArray(), reach);
  }
}
