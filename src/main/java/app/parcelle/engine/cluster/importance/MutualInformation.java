package app.parcelle.engine.cluster.importance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.prepare.Sheet;

/**
 * How much knowing one field tells of another, in nats, 0 for nothing, over the rows that have both: two categories by their
 * frequencies; a number and a category by neighbours within the category (Ross, PLoS ONE 9(2), 2014); two numbers by neighbours in
 * both (Kraskov, Stoegbauer and Grassberger, Physical Review E 69, 2004, their first estimate). Three neighbours, and a touch
 * of noise against ties, as scikit-learn has it. A number of at most {@value #FEW} different values counts as a category.
 */
public final class MutualInformation {
  private static final int NEIGHBOURS = 3;
  private static final int FEW = 10;
  private static final double EULER = 0.5772156649015329;

  private MutualInformation() {}

  /** Of any two columns of the same rows. Numbers cost as their rows times the logarithm of them, or so. */
  public static double between(Sheet.Source first, Sheet.Source second, long seed) {
    Sheet.Source a = ofFew(first);
    Sheet.Source b = ofFew(second);
    return Math.max(0, switch (a) {
      case Sheet.Categories one -> switch (b) {
        case Sheet.Categories other -> counted(one, other);
        case Sheet.Numbers other -> ross(other.values(), one.codes(), seed);
      };
      case Sheet.Numbers one -> switch (b) {
        case Sheet.Categories other -> ross(one.values(), other.codes(), seed);
        case Sheet.Numbers other -> kraskov(one.values(), other.values(), seed);
      };
    });
  }

  private static Sheet.Source ofFew(Sheet.Source source) {
    if (!(source instanceof Sheet.Numbers(String name, double[] values))) {
      return source;
    }
    double[] different = new double[FEW];
    int count = 0;
    int[] codes = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int code = -1;
      if (!Double.isNaN(values[i])) {
        code = 0;
        while (code < count && different[code] != values[i]) {
          code++;
        }
        if (code == FEW) {
          return source;
        }
        if (code == count) {
          different[count++] = values[i];
        }
      }
      codes[i] = code;
    }
    List<String> levels = Arrays.stream(different, 0, count).mapToObj(String::valueOf).toList();
    return new Sheet.Categories(name, levels, codes);
  }

  private static double counted(Sheet.Categories a, Sheet.Categories b) {
    Contingency table = Contingency.of(a, b);
    double n = table.rows();
    double information = 0;
    for (int i = 0; i < table.first().length; i++) {
      for (int j = 0; j < table.second().length; j++) {
        double both = table.counts()[i][j];
        if (both > 0) {
          information += both / n * Math.log(both * n / ((double) table.first()[i] * table.second()[j]));
        }
      }
    }
    return information;
  }

  private static double ross(double[] numbers, int[] codes, long seed) {
    int[] sizes = new int[Arrays.stream(codes).max().orElse(-1) + 1];
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] >= 0 && !Double.isNaN(numbers[i])) {
        sizes[codes[i]]++;
      }
    }
    // the only one of its kind has no neighbour
    int[] rows = IntStream.range(0, codes.length)
        .filter(i -> codes[i] >= 0 && !Double.isNaN(numbers[i]) && sizes[codes[i]] > 1)
        .toArray();
    if (rows.length == 0) {
      return 0;
    }
    double[] values = scaled(Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray(),
        Draws.of(seed, Draws.Purpose.SAMPLE, 1));
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] digamma = digamma(rows.length);
    double sum = 0;
    for (int code = 0; code < sizes.length; code++) {
      if (sizes[code] > 1) {
        int own = code;
        double[] kind = IntStream.range(0, rows.length)
            .filter(i -> codes[rows[i]] == own)
            .mapToDouble(i -> values[i])
            .sorted()
            .toArray();
        int k = Math.min(NEIGHBOURS, kind.length - 1);
        for (int i = 0; i < kind.length; i++) {
          double radius = Math.nextDown(neighbour(kind, i, k));
          sum += digamma[k] - digamma[kind.length] - digamma[Math.max(1, within(sorted, kind[i], radius))];
        }
      }
    }
    return digamma[rows.length] + sum / rows.length;
  }

  /** How far the {@code k}th nearest of a sorted row of values is from one of them. */
  private static double neighbour(double[] sorted, int at, int k) {
    int from = at;
    int to = at;
    while (to - from < k) {
      boolean left = from > 0
          && (to == sorted.length - 1 || sorted[at] - sorted[from - 1] <= sorted[to + 1] - sorted[at]);
      if (left) {
        from--;
      } else {
        to++;
      }
    }
    return Math.max(sorted[at] - sorted[from], sorted[to] - sorted[at]);
  }

  /**
   * How many of sorted values lie within a radius, the ends included. Distances are compared, as they were when the radius was
   * found: a sum would round.
   */
  private static int within(double[] sorted, double centre, double radius) {
    return first(sorted, value -> value - centre > radius) - first(sorted, value -> centre - value <= radius);
  }

  /** The first place from which on all sorted values pass; the length where none does. */
  private static int first(double[] sorted, DoublePredicate passes) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (passes.test(sorted[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double kraskov(double[] first, double[] second, long seed) {
    int[] rows = IntStream.range(0, first.length).filter(i -> !Double.isNaN(first[i] + second[i])).toArray();
    int n = rows.length;
    if (n <= NEIGHBOURS) {
      return 0;
    }
    double[] a = scaled(Arrays.stream(rows).mapToDouble(row -> first[row]).toArray(),
        Draws.of(seed, Draws.Purpose.SAMPLE, 1));
    double[] b = scaled(Arrays.stream(rows).mapToDouble(row -> second[row]).toArray(),
        Draws.of(seed, Draws.Purpose.SAMPLE, 2));
    int[] order = IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> a[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] alongA = Arrays.stream(order).mapToDouble(i -> a[i]).toArray();
    double[] alongB = Arrays.stream(order).mapToDouble(i -> b[i]).toArray();
    double[] sortedB = b.clone();
    Arrays.sort(sortedB);
    double[] digamma = digamma(n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double radius = Math.nextDown(neighbour(alongA, alongB, i));
      sum += digamma[Math.max(1, within(alongA, alongA[i], radius))]
          + digamma[Math.max(1, within(sortedB, alongB[i], radius))];
    }
    return digamma[n] + digamma[NEIGHBOURS] - sum / n;
  }

  /** How far the third nearest point is, by the larger of both gaps; the points are sorted by their first number. */
  private static double neighbour(double[] a, double[] b, int at) {
    double[] nearest = new double[NEIGHBOURS];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int left = at - 1;
    int right = at + 1;
    while (true) {
      double toLeft = left >= 0 ? a[at] - a[left] : Double.POSITIVE_INFINITY;
      double toRight = right < a.length ? a[right] - a[at] : Double.POSITIVE_INFINITY;
      double gap = Math.min(toLeft, toRight);
      if (gap >= nearest[NEIGHBOURS - 1]) {
        return nearest[NEIGHBOURS - 1];
      }
      int next = toLeft <= toRight ? left-- : right++;
      double distance = Math.max(gap, Math.abs(b[next] - b[at]));
      for (int k = NEIGHBOURS - 1; k >= 0 && distance < nearest[k]; k--) {
        if (k < NEIGHBOURS - 1) {
          nearest[k + 1] = nearest[k];
        }
        nearest[k] = distance;
      }
    }
  }

  /** To a standard deviation of 1, with a touch of noise by which equal values part. */
  private static double[] scaled(double[] values, RandomGenerator random) {
    double mean = Arrays.stream(values).average().orElse(0);
    double deviation = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    double unit = deviation > 0 ? deviation : 1;
    double size = Arrays.stream(values).map(v -> Math.abs(v) / unit).average().orElse(0);
    double touch = 1e-10 * Math.max(1, size);
    return Arrays.stream(values).map(v -> v / unit + touch * random.nextGaussian()).toArray();
  }

  /** Of the whole numbers from 1 to {@code most}. */
  private static double[] digamma(int most) {
    double[] digamma = new double[most + 1];
    digamma[1] = -EULER;
    for (int i = 2; i <= most; i++) {
      digamma[i] = digamma[i - 1] + 1.0 / (i - 1);
    }
    return digamma;
  }
}
