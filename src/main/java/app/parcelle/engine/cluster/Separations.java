package app.parcelle.engine.cluster;

import java.util.Arrays;
import java.util.Comparator;
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
      return new Separation(Double.NaN, 0, Double.NaN, Double.NaN, List.of(), List.of());
    }
    int[] clustered = IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
    int[] sample = Arrays.stream(Draws.sample(clustered.length, Choice.silhouetteRows(points.dims()),
        Draws.of(seed, Draws.Purpose.SILHOUETTE))).map(i -> clustered[i]).toArray();
    int[] labelsOfSample = Arrays.stream(sample).map(row -> labels[row]).toArray();
    double[] silhouettes = Silhouette.ofRows(points.pick(sample), List.of(labelsOfSample), workers, job)[0];
    Groups groups = Groups.of(points, labels, workers, job);
    List<int[]> descending = byCluster(silhouettes, labelsOfSample, k);
    return new Separation(Silhouette.mean(silhouettes), sample.length, DaviesBouldin.of(groups),
        CalinskiHarabasz.of(groups), descending.stream().map(own -> values(silhouettes, own)).toList(),
        descending.stream().map(own -> Arrays.stream(own).map(i -> sample[i]).toArray()).toList());
  }

  /** The places in the sample of each cluster's rows, those with the highest silhouettes first. */
  private static List<int[]> byCluster(double[] silhouettes, int[] labels, int k) {
    return IntStream.range(0, k)
        .mapToObj(cluster -> IntStream.range(0, labels.length)
            .filter(i -> labels[i] == cluster)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -silhouettes[i]))
            .mapToInt(Integer::intValue)
            .toArray())
        .toList();
  }

  private static float[] values(double[] silhouettes, int[] places) {
    float[] values = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = (float) silhouettes[places[i]];
    }
    return values;
  }
}
