package app.parcelle.engine.cluster.algorithm;

import java.util.List;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Clusters of any number of rows in two steps (Chiu and others, <i>A robust and scalable clustering algorithm for mixed type
 * attributes in large database environment</i>, KDD 2001): rows that are nearly the same are put together in one pass, by a
 * {@link FeatureTree}, into at most {@link #GROUPS} groups, and these are joined by Ward's linkage, weighted by their size.
 * Where there are no more different rows than that, it is hierarchical clustering by Ward.
 */
public final class TwoStep {
  /** Groups that are left after the first step. */
  public static final int GROUPS = 2_500;

  private TwoStep() {}

  /** @throws app.parcelle.engine.message.Problem when there are not {@code k} different rows */
  public static Partition fit(Points points, int k, Algorithm.TwoStep parameters, long seed, Workers workers,
      JobContext job) {
    Enough.rows(points, k);
    return grow(points, job).cut(k);
  }

  /**
   * The same tree cut into 2 clusters, 3 and so on to {@code maxK}, or to as many as there are different rows.
   *
   * @throws app.parcelle.engine.message.Problem when there are not 2 different rows
   */
  public static List<Partition> range(Points points, int maxK, Algorithm.TwoStep parameters, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, Math.min(2, maxK));
    return grow(points, job).range(Enough.different(MixedPoints.of(points), maxK));
  }

  private static Agglomeration.Grown grow(Points points, JobContext job) {
    FeatureTree.Groups groups = FeatureTree.compress(points, GROUPS, new Stage(job, 0, 0.7));
    WardGroups ward = new WardGroups(groups.points(), groups.counts());
    Dendrogram tree = NeighbourChain.join(ward, groups.points().rows(), new Stage(job, 0.7, 1))
        .tree(groups.counts(), groups.ofRow());
    return new Agglomeration.Grown(points, tree, groups.points(), true, 0);
  }
}
