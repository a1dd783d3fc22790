package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Forest;
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
 * DBSCAN (Ester, Kriegel, Sander and Xu 1996): a row is core when at least {@code minPoints} rows, itself among them, are within
 * {@code eps}; cores within {@code eps} of each other are in one cluster; a row within {@code eps} of a core of several clusters
 * is in the first of them; the others are noise. Clusters are numbered by their first core.
 *
 * <p>No list of neighbours is kept: cores are joined as they are met, and those in a box no larger than {@code eps} at once
 * (after Wang, Gu and Shun, <i>Theoretically-efficient and practical parallel DBSCAN</i>, SIGMOD 2020).
 */
public final class DensityClusters {
  /** Rows of which the curve of distances is made. */
  private static final int CURVE = 10_000;

  /** Cores that are kept to assign new rows. */
  static final int KEPT = 50_000;

  /** Rows up to which several radii are tried where none is given. */
  private static final int TRIED_ROWS = 20_000;
  /** Radii tried from the knee on, and how much longer each is than the one before. */
  private static final int RADII = 13;
  private static final double LONGER = 1.1;
  /** The share of the rows that may be noise at the knee for it to lie within the crowd. */
  private static final double FEW_LONELY = 0.02;
  /** The share of the rows that makes a cluster count among those. */
  private static final double COUNTS = 0.01;

  /** Up to so many dimensions boxes spare nearly all distances. */
  static final int FEW_DIMS = 6;
  /** With more, these take ten seconds in ten dimensions on two processors, and time grows faster than rows: a sample is looked at. */
  static final int MANY_DIMS_ROWS = 100_000;

  private static final int TASK = 256;
  private static final int MOST_POINTS = 50;

  private final Points points;
  private final Workers workers;
  private final JobContext job;
  private final PointTree tree;
  private final Neighbours neighbours;

  /** One a row. */
  private final boolean[] core;

  private DensityClusters(Points points, Workers workers, JobContext job) {
    this.points = points;
    this.workers = workers;
    this.job = job;
    this.tree = PointTree.of(points, workers, job);
    this.neighbours = new Neighbours(tree);
    this.core = new boolean[points.rows()];
  }

  /**
   * Finds the clusters. Where {@code minPoints} is null it is twice the number of dimensions (Sander, Ester, Kriegel and Xu
   * 1998), at least the logarithm of the number of rows (Birant and Kut 2007), from 5 to 50; where {@code eps} is null it is the
   * knee of the curve of the distances to the {@code minPoints}th row. Where that leaves hardly a row alone, it lies within the
   * crowd and cuts rings and crescents to pieces: longer ones are tried then, up to {@link #TRIED_ROWS} rows, and the one is
   * taken that is amidst the longest stretch of radii with one number of clusters, 2 at least. Very many rows of many dimensions
   * are sampled, but where {@code eps} is given.
   *
   * @throws Problem when a parameter makes no sense
   */
  public static Partition fit(Points points, Algorithm.Dbscan parameters, long seed, Workers workers,
      JobContext job) {
    Integer askedPoints = parameters.minPoints();
    Double askedEps = parameters.eps();
    if (askedPoints != null && askedPoints < 1) {
      throw new Problem(Message.of("cluster.problem.min-points", askedPoints));
    }
    if (askedEps != null && !(askedEps > 0 && askedEps < Double.POSITIVE_INFINITY)) {
      throw new Problem(Message.of("cluster.problem.eps"));
    }
    if (askedEps == null && points.dims() > FEW_DIMS && points.rows() > MANY_DIMS_ROWS) {
      // a radius that was given is for the crowd that there is, not for that of a sample
      return SampledDensity.of(points, MANY_DIMS_ROWS,
          (sample, stage) -> fit(sample, parameters, seed, workers, stage), seed, workers, job);
    }
    int minPoints = askedPoints != null ? askedPoints : usualPoints(points);
    DensityClusters clusters = new DensityClusters(points, workers, job);
    float[] curve = clusters.curve(minPoints, seed);
    double eps = askedEps != null ? askedEps : clusters.radius(knee(curve), minPoints);
    int[] labels = clusters.labels(eps, minPoints, new Stage(job, 0.5, 1));
    int k = Arrays.stream(labels).max().orElse(Partition.NOISE) + 1;
    return new Partition(k, labels, clusters.model(labels, k, eps, seed),
        List.of(new Partition.Detail.Radius(eps, minPoints, curve)));
  }

  static int usualPoints(Points points) {
    long byRows = Math.round(Math.log(Math.max(1, points.rows())));
    return Math.clamp(Math.max(2L * points.dims(), byRows), 5, MOST_POINTS);
  }

  private static double knee(float[] curve) {
    double knee = curve.length == 0 ? 0 : Knee.of(curve);
    // any radius will do where all rows are the same
    return knee > 0 ? knee : 1;
  }

  private double radius(double knee, int minPoints) {
    if (points.rows() > TRIED_ROWS) {
      return knee;
    }
    int[] counts = new int[RADII];
    for (int i = 0; i < RADII; i++) {
      Stage stage = new Stage(job, 0.3 + 0.2 * i / RADII, 0.3 + 0.2 * (i + 1) / RADII);
      int[] labels = labels(knee * Math.pow(LONGER, i), minPoints, stage);
      long lonely = Arrays.stream(labels).filter(label -> label == Partition.NOISE).count();
      counts[i] = large(labels, minPoints);
      if (counts[i] < 2 || (i == 0 && lonely > FEW_LONELY * labels.length)) {
        break;
      }
    }
    return knee * Math.pow(LONGER, amidstLongest(counts));
  }

  /** How many clusters are no crumbs. */
  private static int large(int[] labels, int minPoints) {
    int[] sizes = new int[Arrays.stream(labels).max().orElse(Partition.NOISE) + 1];
    for (int label : labels) {
      if (label != Partition.NOISE) {
        sizes[label]++;
      }
    }
    double least = Math.max(minPoints, COUNTS * labels.length);
    return (int) Arrays.stream(sizes).filter(size -> size >= least).count();
  }

  /** The middle of the longest stretch of one count of 2 or more, the first of these; 0 where no two beside each other agree. */
  static int amidstLongest(int[] counts) {
    int middle = 0;
    int longest = 1;
    int from = 0;
    for (int i = 1; i <= counts.length; i++) {
      if (i == counts.length || counts[i] != counts[from]) {
        if (counts[from] >= 2 && i - from > longest) {
          longest = i - from;
          middle = (from + i - 1) / 2;
        }
        from = i;
      }
    }
    return middle;
  }

  private float[] curve(int minPoints, long seed) {
    int[] rows = Draws.sample(points.rows(), CURVE, Draws.of(seed, Draws.Purpose.SAMPLE));
    int k = Math.min(minPoints, points.rows());
    float[] curve = new float[rows.length];
    overTasks(new Stage(job, 0, 0.3), rows.length, (from, to) -> {
      Nearest nearest = new Nearest(k);
      for (int i = from; i < to; i++) {
        job.throwIfCancelled();
        neighbours.nearest(points.values(), rows[i] * points.dims(), nearest);
        curve[i] = (float) Math.sqrt(nearest.squared(k - 1));
      }
    });
    Arrays.sort(curve);
    return curve;
  }

  private int[] labels(double eps, int minPoints, JobContext stage) {
    double squared = eps * eps;
    overTasks(new Stage(stage, 0, 0.4), points.rows(), (from, to) -> {
      for (int i = from; i < to; i++) {
        job.throwIfCancelled();
        core[tree.row(i)] = neighbours.crowded(tree.values(), tree.at(i), squared, minPoints);
      }
    });
    CoreLinks links = new CoreLinks(tree, core, squared);
    links.joinBoxes();
    overTasks(new Stage(stage, 0.4, 0.8), points.rows(), (from, to) -> {
      for (int i = from; i < to; i++) {
        job.throwIfCancelled();
        links.join(i);
      }
    });
    int[] labels = number(links.joined());
    overTasks(new Stage(stage, 0.8, 1), points.rows(), (from, to) -> {
      for (int i = from; i < to; i++) {
        int row = tree.row(i);
        if (!core[row]) {
          job.throwIfCancelled();
          labels[row] = firstReached(i, squared, labels);
        }
      }
    });
    return labels;
  }

  /** The cores' clusters; others are noise as yet. */
  private int[] number(Forest joined) {
    int[] labels = new int[points.rows()];
    int next = 0;
    for (int row = 0; row < labels.length; row++) {
      // the root is the first of its cluster, so it has its number already
      int root = joined.find(row);
      labels[row] = !core[row] ? Partition.NOISE : root == row ? next++ : labels[root];
    }
    return labels;
  }

  /** The first of the clusters that reach a row that is no core. */
  private int firstReached(int position, double squared, int[] labels) {
    int[] first = {Integer.MAX_VALUE};
    neighbours.within(tree.values(), tree.at(position), squared, row -> {
      if (core[row]) {
        first[0] = Math.min(first[0], labels[row]);
      }
      return first[0] != 0;
    });
    return first[0] == Integer.MAX_VALUE ? Partition.NOISE : first[0];
  }

  private Model model(int[] labels, int k, double eps, long seed) {
    int[] cores = IntStream.range(0, core.length).filter(row -> core[row]).toArray();
    int[] kept = Draws.sample(cores.length, KEPT, Draws.of(seed, Draws.Purpose.SAMPLE, 1));
    int[] rows = Arrays.stream(kept).map(i -> cores[i]).toArray();
    double[] reach = new double[k];
    Arrays.fill(reach, eps);
    return new Model.Density(points.pick(rows),
        Arrays.stream(rows).map(row -> labels[row]).toArray(), reach);
  }

  private void overTasks(JobContext stage, int count, Workers.Stretch stretch) {
    workers.stretches(count, TASK, stage, Message.of("cluster.progress.density"), stretch);
  }
}
