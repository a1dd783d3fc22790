package app.parcelle.engine.cluster.importance;

import java.util.Arrays;

import app.parcelle.engine.cluster.prepare.Sheet;

/**
 * How closely two fields go together, over the rows that have both.
 *
 * @param kind what is measured, by the kinds of the two fields
 * @param value from -1 to 1 for a correlation, 0 to 1 otherwise; 0 where one of the fields does not vary
 */
public record Association(Kind kind, double value) {
  /** A measure. */
  public enum Kind {
    /** Of two numbers: Spearman's correlation of ranks, ties sharing their mean rank. */
    RANKS,
    /**
     * Of two categories: Cramer's V, without what chance alone gives (Bergsma, <i>A bias-correction for Cramer's V and
     * Tschuprow's T</i>, Journal of the Korean Statistical Society 42, 2013).
     */
    CRAMERS_V,
    /** Of a category and a number: the correlation ratio, the root of the share of the variance between the categories. */
    RATIO
  }

  /** Of any two columns of the same rows. */
  public static Association between(Sheet.Source first, Sheet.Source second) {
    return switch (first) {
      case Sheet.Numbers a -> switch (second) {
        case Sheet.Numbers b -> new Association(Kind.RANKS, spearman(a.values(), b.values()));
        case Sheet.Categories b -> new Association(Kind.RATIO, ratio(b, a.values()));
      };
      case Sheet.Categories a -> switch (second) {
        case Sheet.Numbers b -> new Association(Kind.RATIO, ratio(a, b.values()));
        case Sheet.Categories b -> new Association(Kind.CRAMERS_V, cramersV(a, b));
      };
    };
  }

  /** Pearson's correlation over the rows that have both; 0 where one of them does not vary. */
  public static double pearson(double[] a, double[] b) {
    double meanA = 0;
    double meanB = 0;
    int rows = 0;
    for (int i = 0; i < a.length; i++) {
      if (!Double.isNaN(a[i] + b[i])) {
        meanA += a[i];
        meanB += b[i];
        rows++;
      }
    }
    meanA /= rows;
    meanB /= rows;
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      if (!Double.isNaN(a[i] + b[i])) {
        both += (a[i] - meanA) * (b[i] - meanB);
        squaresA += (a[i] - meanA) * (a[i] - meanA);
        squaresB += (b[i] - meanB) * (b[i] - meanB);
      }
    }
    return squaresA > 0 && squaresB > 0
        ? Math.clamp(both / (Math.sqrt(squaresA) * Math.sqrt(squaresB)), -1, 1)
        : 0;
  }

  /** Spearman's correlation over the rows that have both. */
  public static double spearman(double[] a, double[] b) {
    double[] knownA = new double[a.length];
    double[] knownB = new double[a.length];
    int rows = 0;
    for (int i = 0; i < a.length; i++) {
      if (!Double.isNaN(a[i] + b[i])) {
        knownA[rows] = a[i];
        knownB[rows++] = b[i];
      }
    }
    return pearson(ranks(Arrays.copyOf(knownA, rows)), ranks(Arrays.copyOf(knownB, rows)));
  }

  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] meanRank = new double[sorted.length];
    for (int from = 0; from < sorted.length;) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      Arrays.fill(meanRank, from, to, (from + to - 1) / 2.0);
      from = to;
    }
    // -0.0 sorts below 0.0 but equals it: both have the rank of the place where either is found
    return Arrays.stream(values).map(value -> meanRank[Arrays.binarySearch(sorted, value)]).toArray();
  }

  private static double ratio(Sheet.Categories categories, double[] numbers) {
    double[] sums = new double[categories.levels().size()];
    int[] counts = new int[sums.length];
    double sum = 0;
    int rows = 0;
    for (int i = 0; i < numbers.length; i++) {
      int code = categories.codes()[i];
      if (code >= 0 && !Double.isNaN(numbers[i])) {
        sums[code] += numbers[i];
        counts[code]++;
        sum += numbers[i];
        rows++;
      }
    }
    double mean = sum / rows;
    double all = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (categories.codes()[i] >= 0 && !Double.isNaN(numbers[i])) {
        all += (numbers[i] - mean) * (numbers[i] - mean);
      }
    }
    double between = 0;
    for (int code = 0; code < sums.length; code++) {
      if (counts[code] > 0) {
        double gap = sums[code] / counts[code] - mean;
        between += counts[code] * gap * gap;
      }
    }
    return all > 0 ? Math.min(1, Math.sqrt(between / all)) : 0;
  }

  private static double cramersV(Sheet.Categories a, Sheet.Categories b) {
    Contingency table = Contingency.of(a, b);
    double n = table.rows();
    double first = table.occurring(table.first());
    double second = table.occurring(table.second());
    if (n < 2 || first < 2 || second < 2) {
      return 0;
    }
    double squares = 0;
    for (int i = 0; i < table.first().length; i++) {
      for (int j = 0; j < table.second().length; j++) {
        double expected = table.first()[i] / n * table.second()[j];
        if (expected > 0) {
          double gap = table.counts()[i][j] - expected;
          squares += gap * gap / expected;
        }
      }
    }
    double apart = Math.max(0, squares / n - (first - 1) * (second - 1) / (n - 1));
    double fewer = Math.min(first - (first - 1) * (first - 1) / (n - 1),
        second - (second - 1) * (second - 1) / (n - 1));
    return fewer > 1 ? Math.min(1, Math.sqrt(apart / (fewer - 1))) : 0;
  }
}
