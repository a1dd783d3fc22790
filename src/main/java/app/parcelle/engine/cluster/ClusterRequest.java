package app.parcelle.engine.cluster;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.prepare.Pipeline;

/**
 * How to look for clusters. It is kept with the result, so that the same data gives the same clusters again.
 *
 * @param within the id of the saved segment whose members take part; null for the whole base
 * @param k the number of clusters; null for the recommended one
 * @param maxK the largest number compared, from 2 on; 0 to compare none, where {@code k} is given
 */
public record ClusterRequest(@Nullable String within, Pipeline preparation, Algorithm algorithm,
    @Nullable Integer k,
    int maxK, long seed) {
  /** The usual way: k-means on the whole base, up to ten clusters compared. */
  public static ClusterRequest usual(Pipeline preparation, @Nullable Integer k, long seed) {
    return new ClusterRequest(null, preparation, new Algorithm.KMeans(Algorithm.STARTS), k, 10, seed);
  }

  public ClusterRequest withK(@Nullable Integer other) {
    return new ClusterRequest(within, preparation, algorithm, other, maxK, seed);
  }

  /** The same rows and preparation for another algorithm. */
  public ClusterRequest with(Algorithm other) {
    return new ClusterRequest(within, preparation, other, k, maxK, seed);
  }

  /** So many clusters, without comparing them to other numbers. */
  public ClusterRequest withOnly(int number) {
    return new ClusterRequest(within, preparation, algorithm, number, 0, seed);
  }
}
