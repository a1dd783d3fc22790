package app.parcelle.engine.cluster.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Hierarchical clustering by Euclidean distance: every row is a group, and the two nearest groups are joined until all are
 * one. Equal rows are one leaf from the start. One tree gives the clusters for every {@code k}.
 *
 * <p>The work goes with the square of the different rows. Beyond {@link #limit} the tree is of a sample, and each other row
 * goes with the nearest row of it.
 */
public final class Agglomeration {
  /** Different rows of which all distances are kept: 480 MB. */
  static final int WITH_TRIANGLE = 11_000;

  /** Different rows for Ward's linkage, which keeps means only: some ten seconds. */
  static final int WITH_MEANS = 30_000;

  /** Different rows for single linkage, which keeps no distances: some ten seconds. */
  static final int WITH_TREE = 60_000;

  /** Numbers looked at to find the nearest sampled rows of all others: some ten seconds. */
  private static final long ASSIGNING = 20_000_000_000L;

  private Agglomeration() {}

  /** How many different rows take part in full. */
  public static int limit(Algorithm.Linkage linkage) {
    return switch (linkage) {
      case AVERAGE, COMPLETE -> WITH_TRIANGLE;
      case WARD -> WITH_MEANS;
      case SINGLE -> WITH_TREE;
    };
  }

  /**
   * The tree cut into {@code k} clusters.
   *
   * @throws app.parcelle.engine.message.Problem when there are not {@code k} different rows
   */
  public static Partition fit(Points points, int k, Algorithm.Hierarchical parameters, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, k);
    return grow(points, k, limit(parameters.linkage()), parameters.linkage(), seed, workers, job).cut(k);
  }

  /**
   * The same tree cut into 2 clusters, 3 and so on to {@code maxK}, or to as many as there are different rows.
   *
   * @throws app.parcelle.engine.message.Problem when there are not 2 different rows
   */
  public static List<Partition> range(Points points, int maxK, Algorithm.Hierarchical parameters, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, Math.min(2, maxK));
    int most = Enough.different(MixedPoints.of(points), maxK);
    return grow(points, most, limit(parameters.linkage()), parameters.linkage(), seed, workers, job)
        .range(most);
  }

  /**
   * @param leaves that the tree has at least
   * @param limit different rows that take part in full
   */
  static Grown grow(Points points, int leaves, int limit, Algorithm.Linkage linkage, long seed,
      Workers workers,
      JobContext job) {
    Distinct all = Distinct.of(points, job);
    if (all.points().rows() <= limit) {
      return new Grown(points, join(all, linkage, workers, job), all.points(),
          linkage == Algorithm.Linkage.WARD, 0);
    }
    long affordable = ASSIGNING / points.rows() / points.dims();
    int size = Math.clamp(affordable, Math.min(2_000, limit), limit);
    RandomGenerator random = Draws.of(seed, Draws.Purpose.SAMPLE);
    Distinct sample = Distinct.of(points.pick(Draws.sample(points.rows(), size, random)), job);
    if (sample.points().rows() < leaves) {
      // nearly all rows are equal
      sample = Distinct.of(all.points().pick(Draws.sample(all.points().rows(), size, random)), job);
    }
    Dendrogram tree = join(sample, linkage, workers, new Stage(job, 0, 0.8));
    int[] leafOfRow = BruteForce.of(sample.points(), points, workers, new Stage(job, 0.8, 1));
    Dendrogram whole = new Dendrogram(tree.leaves(), tree.left(), tree.right(), tree.height(), tree.size(),
        leafOfRow);
    return new Grown(points, whole, sample.points(), linkage == Algorithm.Linkage.WARD, size);
  }

  private static Dendrogram join(Distinct rows, Algorithm.Linkage linkage, Workers workers, JobContext job) {
    Points points = rows.points();
    int[] counts = rows.counts();
    Merges merges = switch (linkage) {
      case SINGLE -> SingleLinkage.of(points, job);
      case WARD -> NeighbourChain.join(new WardGroups(points, counts), points.rows(), job);
      case AVERAGE -> NeighbourChain.join(new TriangleGroups(points, counts, true, workers, job),
          points.rows(), job);
      case COMPLETE -> NeighbourChain.join(new TriangleGroups(points, counts, false, workers, job),
          points.rows(), job);
    };
    return merges.tree(counts, rows.ofRow());
  }

  /**
   * A tree of which to cut clusters.
   *
   * @param leaves the points that are the tree's leaves
   * @param byCentres whether new rows go to the nearest centre rather than with the nearest leaf
   * @param sampled the rows looked at; 0 when all were
   */
  record Grown(Points points, Dendrogram tree, Points leaves, boolean byCentres, int sampled) {
    List<Partition> range(int maxK) {
      List<Partition> cuts = new ArrayList<>();
      for (int k = 2; k <= maxK; k++) {
        cuts.add(cut(k));
      }
      return cuts;
    }

    Partition cut(int k) {
      int[] ofLeaf = tree.cut(k);
      int[] labels = tree.rows(ofLeaf);
      Model model = byCentres
          ? new Model.Centres(Centres.of(points, labels, k), points.dims())
          : new Model.Labelled(leaves, ofLeaf);
      List<Partition.Detail> details = new ArrayList<>();
      details.add(new Partition.Detail.Tree(tree));
      if (sampled > 0) {
        details.add(new Partition.Detail.Sample(sampled));
      }
      return new Partition(k, labels, model, details);
    }
  }
}
