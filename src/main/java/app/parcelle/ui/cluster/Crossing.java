package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.project.ClusterSheet;
import app.parcelle.engine.table.Bits;

/**
 * Clusters against the values of another field.
 *
 * @param levels the values; the last is for customers without one, where there are such
 * @param levelOf one a point of the clusters
 * @param counts clusters x levels
 */
record Crossing(List<String> levels, int[] levelOf, int[][] counts) {
  /**
   * @param others the field, of all customers that are known
   * @param yes what a yes is called
   * @param no what a no is called
   * @param none what customers without a value are called
   */
  static Crossing of(Found found, ClusterSheet others, String yes, String no, String none) {
    int[] levelOfCustomer = new int[found.clustering().all()];
    Arrays.fill(levelOfCustomer, -1);
    List<String> levels = new ArrayList<>();
    switch (others.sheet().columns().getFirst()) {
      case Sheet.Categories(_, List<String> names, int[] codes) -> {
        levels.addAll(names);
        for (int row = 0; row < codes.length; row++) {
          levelOfCustomer[others.customers()[row]] = codes[row];
        }
      }
      case Sheet.Numbers(_, double[] values) -> {
        levels.addAll(List.of(no, yes));
        for (int row = 0; row < values.length; row++) {
          levelOfCustomer[others.customers()[row]] = Double.isNaN(values[row]) ? -1 : values[row] > 0 ? 1 : 0;
        }
      }
    }
    int[] clusters = found.clusters();
    int[] levelOf = new int[clusters.length];
    Arrays.setAll(levelOf, point -> levelOfCustomer[found.clustering().customerOfPoint(point)]);
    if (Arrays.stream(levelOf).anyMatch(level -> level < 0)) {
      int without = levels.size();
      levels.add(none);
      Arrays.setAll(levelOf, point -> levelOf[point] < 0 ? without : levelOf[point]);
    }
    int[][] counts = new int[found.result().k()][levels.size()];
    for (int point = 0; point < clusters.length; point++) {
      if (clusters[point] > 0) {
        counts[clusters[point] - 1][levelOf[point]]++;
      }
    }
    return new Crossing(List.copyOf(levels), levelOf, counts);
  }

  /**
   * How many points have each level.
   *
   * @param points that count, one bit each
   */
  int[] counts(long[] points) {
    int[] counts = new int[levels.size()];
    for (int point = 0; point < levelOf.length; point++) {
      if (Bits.get(points, point)) {
        counts[levelOf[point]]++;
      }
    }
    return counts;
  }

  /**
   * The values of a number, one a point of the clusters; NaN where there is none.
   *
   * @param others the field, of all customers that are known
   */
  static double[] numbers(Found found, ClusterSheet others) {
    double[] ofCustomer = new double[found.clustering().all()];
    Arrays.fill(ofCustomer, Double.NaN);
    if (others.sheet().columns().getFirst() instanceof Sheet.Numbers(_, double[] values)) {
      for (int row = 0; row < values.length; row++) {
        ofCustomer[others.customers()[row]] = values[row];
      }
    }
    double[] ofPoint = new double[found.result().points().rows()];
    Arrays.setAll(ofPoint, point -> ofCustomer[found.clustering().customerOfPoint(point)]);
    return ofPoint;
  }

  /**
   * The points of a cluster that have a value.
   *
   * @param cluster from 1 on; 0 for all clusters
   */
  long[] points(Found found, int cluster, int level) {
    return Bits.where(levelOf.length, point -> {
      int own = found.result().clusterOfPoint(point);
      return levelOf[point] == level && own > 0 && (cluster == 0 || own == cluster);
    });
  }
}
