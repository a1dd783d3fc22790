package app.parcelle.engine.cluster;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;

import app.parcelle.engine.message.Message;

/**
 * Clusters found in a {@link FeatureMatrix}. Clusters count from 1, the largest first.
 *
 * @param k how many clusters
 * @param recommended the k that the data speaks for; empty where it shows no clusters
 * @param reason why, in words
 * @param silhouette by k, -1 to 1; how it was computed is in {@code silhouetteSample}
 * @param inertia by k: the sum of squared distances to the centres
 * @param silhouetteSample how many rows the silhouette was computed on; equal to the rows clustered when on all
 * @param rowSilhouettes one a cluster: the silhouettes of those of its rows that are in the sample, descending; together as
 *     many as the sample, and their mean is the silhouette of {@code k}
 * @param assignment one a row of the matrix: its cluster, or 0 where it was left out
 * @param profiles one a cluster
 * @param map rows x 2, row-major: each row in the plane of the first two principal components; NaN where left out
 * @param axes what the two components are made of
 */
public record ClusterResult(int k, OptionalInt recommended, Message reason,
    SortedMap<Integer, Double> silhouette,
    SortedMap<Integer, Double> inertia, int silhouetteSample, List<float[]> rowSilhouettes, int[] assignment,
    List<Profile> profiles,
    float[] map,
    List<Axis> axes, long seed, int threads) {

  /** One cluster: its size and how its members differ from everyone clustered. */
  public record Profile(int cluster, int size, List<Feature> features) {}

  /**
   * One field in one cluster, in the field's own unit.
   *
   * @param difference (mean - overall mean) / overall standard deviation, on the prepared scale
   */
  public record Feature(String name, double mean, double median, double overallMean, double overallMedian,
      double difference) {}

  /**
   * One axis of the map.
   *
   * @param share of the variance, 0 to 1
   * @param loadings one a field, -1 to 1
   */
  public record Axis(double share, List<Double> loadings) {}
}
