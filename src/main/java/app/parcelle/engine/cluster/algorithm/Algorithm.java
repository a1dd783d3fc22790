package app.parcelle.engine.cluster.algorithm;

import org.jspecify.annotations.Nullable;

/**
 * A way to find clusters, with its own parameters; the number of clusters, where one is asked for, stands beside it. Null
 * stands for what the data suggests.
 */
public sealed interface Algorithm {
  /** As many starts as usual. */
  int STARTS = 10;

  /** Whether it has to be told how many clusters there are; the others find out. */
  default boolean asksForK() {
    return switch (this) {
      case KMeans _,KMedoids _,KPrototypes _,Gower _,GaussianMixture _,Hierarchical _,Spectral _,TwoStep _ ->
        true;
      case XMeans _,GMeans _,Dbscan _,Hdbscan _ -> false;
    };
  }

  /** Whether it can use categories that stay categories; the others need them as numbers. */
  default boolean takesCategories() {
    return this instanceof KPrototypes || this instanceof Gower;
  }

  /** @param starts the best of which is kept */
  record KMeans(int starts) implements Algorithm {}

  record KMedoids() implements Algorithm {}

  /**
   * K-prototypes; k-modes where there are categories only.
   *
   * @param gamma what a mismatch weighs
   */
  record KPrototypes(@Nullable Double gamma, int starts) implements Algorithm {}

  /** K-medoids on Gower's distance. */
  record Gower() implements Algorithm {}

  record GaussianMixture(Covariance covariance, int starts) implements Algorithm {}

  record Hierarchical(Linkage linkage) implements Algorithm {}

  /** @param neighbours with which each point is linked, itself counted; null for as many as suit most data */
  record Spectral(@Nullable Integer neighbours) implements Algorithm {}

  /** Compresses into many small groups, then joins those. */
  record TwoStep() implements Algorithm {}

  record XMeans(int maxK) implements Algorithm {}

  /** @param significance of the test by which a cluster is split, such as 0.0001 */
  record GMeans(int maxK, double significance) implements Algorithm {}

  record Dbscan(@Nullable Double eps, @Nullable Integer minPoints) implements Algorithm {}

  record Hdbscan(@Nullable Integer minClusterSize, @Nullable Integer minPoints) implements Algorithm {}

  /** The shape of a mixture's components. */
  enum Covariance {
    FULL, TIED, DIAGONAL, SPHERICAL
  }

  /** How far apart two groups are. */
  enum Linkage {
    WARD, AVERAGE, COMPLETE, SINGLE
  }
}
