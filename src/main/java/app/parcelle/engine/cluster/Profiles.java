package app.parcelle.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;

/** What the members of each cluster have in common, field by field, in the fields' own units. */
final class Profiles {
  private Profiles() {}

  /**
   * One profile a cluster, in their order.
   *
   * @param labels one a point, from 0
   */
  static List<ClusterResult.Profile> of(FeatureMatrix matrix, PreparedRows prepared, int[] labels, int k,
      Workers workers) {
    int[] starts = starts(labels, k);
    List<ClusterResult.Feature[]> byCluster = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      byCluster.add(new ClusterResult.Feature[matrix.columns()]);
    }
    workers.run(matrix.columns(), column -> {
      double[] grouped = grouped(matrix, prepared, labels, starts, column);
      double[] all = grouped.clone();
      double overallMean = mean(all, 0, all.length);
      double overallMedian = median(all, 0, all.length);
      double[] differences = differences(prepared.points(), labels, k, column);
      for (int j = 0; j < k; j++) {
        byCluster.get(j)[column] = new ClusterResult.Feature(matrix.names().get(column),
            mean(grouped, starts[j], starts[j + 1]), median(grouped, starts[j], starts[j + 1]), overallMean,
            overallMedian, differences[j]);
      }
    });
    List<ClusterResult.Profile> profiles = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      profiles.add(new ClusterResult.Profile(j + 1, starts[j + 1] - starts[j], List.of(byCluster.get(j))));
    }
    return List.copyOf(profiles);
  }

  /** The median of a stretch, which is sorted in place. */
  static double median(double[] values, int from, int to) {
    Arrays.sort(values, from, to);
    int middle = from + (to - from) / 2;
    return (to - from) % 2 == 1 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2;
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  private static int[] starts(int[] labels, int k) {
    int[] starts = new int[k + 1];
    for (int label : labels) {
      starts[label + 1]++;
    }
    for (int j = 0; j < k; j++) {
      starts[j + 1] += starts[j];
    }
    return starts;
  }

  /** A column's values, those of one cluster beside each other. */
  private static double[] grouped(FeatureMatrix matrix, PreparedRows prepared, int[] labels, int[] starts,
      int column) {
    double[] grouped = new double[labels.length];
    int[] next = starts.clone();
    for (int i = 0; i < labels.length; i++) {
      grouped[next[labels[i]]++] = prepared.filled()[prepared.rowOf()[i] * matrix.columns() + column];
    }
    return grouped;
  }

  /** (mean - overall mean) / overall standard deviation of the prepared column; 0 for a constant one. */
  private static double[] differences(Points points, int[] labels, int k, int column) {
    double sum = 0;
    double[] sums = new double[k];
    int[] sizes = new int[k];
    for (int i = 0; i < labels.length; i++) {
      double value = points.values()[i * points.dims() + column];
      sum += value;
      sums[labels[i]] += value;
      sizes[labels[i]]++;
    }
    double mean = sum / labels.length;
    double squares = 0;
    for (int i = 0; i < labels.length; i++) {
      double gap = points.values()[i * points.dims() + column] - mean;
      squares += gap * gap;
    }
    double deviation = Math.sqrt(squares / labels.length);
    double[] differences = new double[k];
    for (int j = 0; j < k; j++) {
      differences[j] = deviation > 0 ? (sums[j] / sizes[j] - mean) / deviation : 0;
    }
    return differences;
  }
}
