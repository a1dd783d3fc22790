package app.parcelle.engine.cluster.quality;

import java.util.Arrays;
import java.util.List;

/**
 * One number of clusters beside data without clusters.
 *
 * @param silhouette of the clusters on all rows
 * @param compared the silhouette that the same algorithm reached on the rows compared
 * @param columns what it reaches on data with the columns' own shapes
 * @param box what it reaches on data that is uniform in a box
 * @param least the stability of the least stable cluster; NaN where it is not known
 * @param fair whether each cluster has a fair share of the rows
 */
record Standing(int k, double silhouette, double compared, Reached columns, Reached box, double least,
    boolean fair) {
  /** The share of all rows that a cluster needs: a few rows far away are outliers. */
  private static final double SMALLEST = 0.01;

  /** Where there are many clusters, the share of an even part that is enough. */
  private static final double OF_EVEN = 0.25;

  private static final int FEWEST_IN_GROUP = 5;

  /** A clustering whose every cluster is that stable needs less to be believed. */
  private static final double STABLE = 0.9;

  /** And one with a cluster less stable than that more. */
  private static final double SHAKY = 0.6;

  /**
   * How much better than data without clusters a silhouette has to be.
   *
   * @param margin at least
   * @param deviations and in standard deviations of the data sets without clusters
   */
  private record Demand(double margin, double deviations) {
    static Demand of(double least) {
      if (least >= STABLE) {
        return new Demand(0.04, 3);
      }
      return new Demand(least < SHAKY ? 0.1 : 0.05, 4);
    }
  }

  /** What one kind of data without clusters reaches. */
  record Reached(double mean, double deviation) {
    static Reached of(List<References.Trial> trials, int k) {
      double[] reached = trials.stream().mapToDouble(trial -> trial.silhouettes()[k - 2]).toArray();
      double mean = Arrays.stream(reached).average().orElseThrow();
      double squares = Arrays.stream(reached).map(v -> (v - mean) * (v - mean)).sum();
      return new Reached(mean, Math.sqrt(squares / (reached.length - 1)));
    }
  }

  /** @param smallest rows in the smallest cluster, of {@code rows} */
  static Standing of(int k, double silhouette, double least, int smallest, int rows, References references) {
    double needed = Math.max(FEWEST_IN_GROUP, Math.min(SMALLEST, OF_EVEN / k) * rows);
    return new Standing(k, silhouette, references.own().silhouettes()[k - 2],
        Reached.of(references.likeColumns(), k), Reached.of(references.inBox(), k), least,
        smallest >= needed);
  }

  /** What data without clusters reaches on average. */
  double without() {
    return Math.max(columns.mean, box.mean);
  }

  /** Better than data without clusters by the margin. */
  boolean better() {
    return fair && worse() > without() + Demand.of(least).margin;
  }

  /** Better by so much that it is no chance. */
  boolean clear() {
    double deviations = Demand.of(least).deviations;
    return better() && worse() > columns.mean + deviations * columns.deviation
        && worse() > box.mean + deviations * box.deviation;
  }

  /** The worse of the two silhouettes, so that a lucky draw of outliers does not pass. */
  private double worse() {
    return Math.min(compared, silhouette);
  }
}
