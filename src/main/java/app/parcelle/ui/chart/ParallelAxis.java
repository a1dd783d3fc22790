package app.parcelle.ui.chart;

import java.util.Arrays;
import java.util.function.DoubleFunction;

import app.parcelle.engine.cluster.points.Quantile;

/**
 * One axis of parallel coordinates. It goes from the lowest hundredth of the values to the highest, so that a few far ones do not
 * squeeze the others; what lies beyond is drawn at the ends.
 *
 * @param name of the field, with its unit where it has one
 * @param values one a row that is drawn; NaN where it is not known
 * @param words puts a value into words
 */
public record ParallelAxis(String name, double[] values, DoubleFunction<String> words) {
  private static final double FAR = 0.01;

  /** Values at the lower and at the upper end. */
  double[] ends() {
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (sorted.length == 0) {
      return new double[]{0, 1};
    }
    double low = Quantile.of(sorted, FAR);
    double high = Quantile.of(sorted, 1 - FAR);
    return high > low ? new double[]{low, high} : new double[]{low - 1, low + 1};
  }

  /** The medians of each cluster's values, from cluster 1 on; NaN where there is none. */
  double[] medians(int[] clusters, int count) {
    return BoxFigures.of(values, clusters, count).stream().mapToDouble(BoxFigures::median).toArray();
  }
}
