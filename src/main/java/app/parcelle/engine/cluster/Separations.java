package app.parcelle.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.ClusterResult.Separation;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.quality.CalinskiHarabasz;
import app.parcelle.engine.cluster.quality.Choice;
import app.parcelle.engine.cluster.quality.DaviesBouldin;
import app.parcelle.engine.cluster.quality.Groups;
import app.parcelle.engine.cluster.quality.Silhouette;
import app.parcelle.engine.job.JobContext;

/** How well clusters stand apart, their noise left aside. */
final class Separations {
  private Separations() {}

  /** @param labels one a point: 0 to k - 1, or less for noise */
  static Separation of(Points points, int[] labels, int k, long seed, Workers workers, JobContext job) {
    if (k < 2) {
      return new Separation(Double.NaN, 0, Double.NaN, Double.NaN, List.of());
    }
    int[] clustered = IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
    int[] sample = Arrays.stream(Draws.sample(clustered.length, Choice.SILHOUETTE_ROWS,
        Draws.of(seed, Draws.Purpose.SILHOUETTE))).map(i -> clustered[i]).toArray();
    int[] labelsOfSample = Arrays.stream(sample).map(row -> labels[row]).toArray();
    double[] silhouettes = Silhouette.ofRows(points.pick(sample), List.of(labelsOfSample), workers, job)[0];
    Groups groups = Groups.of(points, labels, workers, job);
    return new Separation(Silhouette.mean(silhouettes), sample.length, DaviesBouldin.of(groups),
        CalinskiHarabasz.of(groups), byCluster(silhouettes, labelsOfSample, k));
  }

  private static List<float[]> byCluster(double[] silhouettes, int[] labels, int k) {
    List<float[]> clusters = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      int cluster = j;
      double[] ascending = IntStream.range(0, labels.length)
          .filter(i -> labels[i] == cluster)
          .mapToDouble(i -> silhouettes[i])
          .sorted()
          .toArray();
      float[] descending = new float[ascending.length];
      for (int i = 0; i < descending.length; i++) {
        descending[i] = (float) ascending[ascending.length - 1 - i];
      }
      clusters.add(descending);
    }
    return clusters;
  }
}
