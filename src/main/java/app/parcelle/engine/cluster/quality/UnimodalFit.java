package app.parcelle.engine.cluster.quality;

import java.util.Arrays;

/**
 * The distribution with a single hump that is nearest to a column's values: its density rises up to a mode and falls after it.
 * On each side it is Grenander's estimate (the slopes of the least concave majorant of the distribution function); the mode is
 * the one with the least distance between the distribution functions, as in Hartigan's dip test (Annals of Statistics 13,
 * 1985). A column of few different values keeps them.
 */
public final class UnimodalFit {
  /** Up to so many different values a column is taken for counts or levels. */
  private static final int LEVELS = 64;

  /** Modes tried. */
  private static final int MODES = 60;

  private final double[] low;
  private final double[] high;
  private final double[] cumulative;

  private UnimodalFit(double[] low, double[] high, double[] mass) {
    this.low = low;
    this.high = high;
    this.cumulative = mass.clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
  }

  /** @param values not empty, in any order */
  public static UnimodalFit of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] levels = Arrays.stream(sorted).distinct().toArray();
    boolean few = levels.length == 1 || (levels.length <= LEVELS && levels.length * 3 <= sorted.length);
    return few ? ofLevels(sorted, levels) : ofGaps(sorted);
  }

  private static UnimodalFit ofLevels(double[] sorted, double[] levels) {
    double[] mass = new double[levels.length];
    int level = 0;
    for (double value : sorted) {
      while (levels[level] != value) {
        level++;
      }
      mass[level] += 1.0 / sorted.length;
    }
    double[] width = new double[levels.length];
    Arrays.fill(width, 1);
    return new UnimodalFit(levels, levels, oneHump(mass, width));
  }

  private static UnimodalFit ofGaps(double[] sorted) {
    int cells = sorted.length - 1;
    double least = (sorted[cells] - sorted[0]) * 1e-9;
    double[] mass = new double[cells];
    double[] width = new double[cells];
    for (int i = 0; i < cells; i++) {
      mass[i] = 1.0 / cells;
      width[i] = Math.max(sorted[i + 1] - sorted[i], least);
    }
    return new UnimodalFit(Arrays.copyOf(sorted, cells), Arrays.copyOfRange(sorted, 1, sorted.length),
        oneHump(mass, width));
  }

  /** The value below which a share of the distribution lies. */
  public double quantile(double share) {
    int cell = Arrays.binarySearch(cumulative, share);
    cell = Math.min(cell < 0 ? -cell - 1 : cell, cumulative.length - 1);
    double before = cell == 0 ? 0 : cumulative[cell - 1];
    double mass = cumulative[cell] - before;
    double within = mass > 0 ? Math.clamp((share - before) / mass, 0, 1) : 0;
    return low[cell] + within * (high[cell] - low[cell]);
  }

  /** The masses of the cells after the nearest fit with one hump. */
  private static double[] oneHump(double[] mass, double[] width) {
    double[] best = mass;
    double least = Double.POSITIVE_INFINITY;
    int step = Math.max(1, mass.length / MODES);
    for (int mode = 0; mode <= mass.length; mode += step) {
      double[] fitted = new double[mass.length];
      rising(mass, width, 0, mode, 1, fitted);
      rising(mass, width, mass.length - 1, mass.length - mode, -1, fitted);
      double distance = distance(mass, fitted);
      if (distance < least) {
        least = distance;
        best = fitted;
      }
    }
    return best;
  }

  /** Pools neighbours whose density falls in the given direction: {@code count} cells from {@code first} on, by {@code step}. */
  private static void rising(double[] mass, double[] width, int first, int count, int step, double[] fitted) {
    double[] pooledMass = new double[count];
    double[] pooledWidth = new double[count];
    int[] cells = new int[count];
    int pools = 0;
    for (int i = 0; i < count; i++) {
      pooledMass[pools] = mass[first + i * step];
      pooledWidth[pools] = width[first + i * step];
      cells[pools] = 1;
      while (pools > 0
          && pooledMass[pools - 1] * pooledWidth[pools] >= pooledMass[pools] * pooledWidth[pools - 1]) {
        pooledMass[pools - 1] += pooledMass[pools];
        pooledWidth[pools - 1] += pooledWidth[pools];
        cells[pools - 1] += cells[pools];
        pools--;
      }
      pools++;
    }
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int i = 0; i < cells[pool]; i++, at++) {
        int cell = first + at * step;
        fitted[cell] = pooledMass[pool] * width[cell] / pooledWidth[pool];
      }
    }
  }

  private static double distance(double[] mass, double[] fitted) {
    double gap = 0;
    double largest = 0;
    for (int i = 0; i < mass.length; i++) {
      gap += mass[i] - fitted[i];
      largest = Math.max(largest, Math.abs(gap));
    }
    return largest;
  }
}
