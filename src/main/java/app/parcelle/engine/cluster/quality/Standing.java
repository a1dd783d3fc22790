package app.parcelle.engine.cluster.quality;

import java.util.Arrays;
import java.util.List;

/**
 * One number of clusters beside data without clusters.
 *
 * @param silhouette of the clusters on all rows
 * @param compared the silhouette that the same algorithm reached on the rows compared
 * @param without what data without clusters reaches on average
 * @param needed what is no chance
 * @param fair whether each cluster has a fair share of the rows
 */
record Standing(int k, double silhouette, double compared, double without, double needed, boolean fair) {
  /** How much better a silhouette has to be at least. */
  private static final double MARGIN = 0.05;

  /** And in standard deviations of the references. */
  private static final double DEVIATIONS = 4;

  /** The share of all rows that a cluster needs: a few rows far away are outliers. */
  private static final double SMALLEST = 0.01;

  /** Where there are many clusters, the share of an even part that is enough. */
  private static final double OF_EVEN = 0.25;

  private static final int FEWEST_IN_GROUP = 5;

  /** @param smallest rows in the smallest cluster, of {@code rows} */
  static Standing of(int k, double silhouette, int smallest, int rows, References references) {
    int at = k - 2;
    Bar columns = Bar.of(references.likeColumns(), at);
    Bar box = Bar.of(references.inBox(), at);
    double level = Math.max(columns.level, box.level);
    double needed = Math.max(columns.level + columns.needed, box.level + box.needed);
    return new Standing(k, silhouette, references.own().silhouettes()[at], level, needed,
        smallest >= Math.max(FEWEST_IN_GROUP, Math.min(SMALLEST, OF_EVEN / k) * rows));
  }

  /** Better than data without clusters by the margin. */
  boolean better() {
    return fair && excess() > MARGIN;
  }

  /** Better by so much that it is no chance. */
  boolean clear() {
    return fair && without + excess() > needed;
  }

  /** Of the worse of the two silhouettes, so that a lucky draw of outliers does not pass. */
  private double excess() {
    return Math.min(compared, silhouette) - without;
  }

  /** What one kind of data without clusters reaches: on average, and how much more is no chance. */
  private record Bar(double level, double needed) {
    static Bar of(List<References.Trial> trials, int at) {
      double[] reached = trials.stream().mapToDouble(trial -> trial.silhouettes()[at]).toArray();
      double mean = Arrays.stream(reached).average().orElseThrow();
      double squares = Arrays.stream(reached).map(v -> (v - mean) * (v - mean)).sum();
      return new Bar(mean, Math.max(MARGIN, DEVIATIONS * Math.sqrt(squares / (reached.length - 1))));
    }
  }
}
