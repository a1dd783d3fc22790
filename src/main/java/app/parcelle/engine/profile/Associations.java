package app.parcelle.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.profile.Association.Measure;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/**
 * How all pairs of a table's columns go together.
 *
 * @param rows looked at: all, or every so many-th where the table is larger than {@link #MOST_ROWS} or very wide
 * @param columns those that were compared: numbers, dates, and texts with at most {@link #MOST_CATEGORIES} values
 * @param pairs each pair once
 */
public record Associations(long rows, List<String> columns, List<Association> pairs) {
  /** Larger tables are looked at in a sample of so many rows, taken at equal distances. */
  public static final int MOST_ROWS = 200_000;

  /** Of wide tables the sample is smaller, so that it holds so many cells: memory is bounded whatever the table. */
  static final int MOST_CELLS = 4_000_000;

  /** Only so many columns are compared, the first ones. */
  public static final int MOST_COLUMNS = 200;

  /** A text with more values is no category. */
  public static final int MOST_CATEGORIES = 200;

  public Associations {
    columns = List.copyOf(columns);
    pairs = List.copyOf(pairs);
  }

  /** Looks at all pairs of the columns of a table. */
  public static Associations of(Dataset data, TableVersion table, JobContext job) {
    List<SampledColumn> columns = SampledColumn.of(data, table, job);
    List<Association> pairs = new ArrayList<>();
    IdentityHashMap<SampledColumn, double[]> ranks = new IdentityHashMap<>();
    columns.stream().filter(SampledColumn::isNumber).forEach(column -> ranks.put(column, column.ranks()));
    int n = columns.size();
    long all = n * (n - 1L) / 2;
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        job.throwIfCancelled();
        pairs.add(pair(columns.get(a), columns.get(b), ranks));
        job.progress(pairs.size(), all, Message.of("profile.comparing", table.name()));
      }
    }
    return new Associations(columns.isEmpty() ? 0 : columns.getFirst().rows(),
        columns.stream().map(SampledColumn::name).toList(), pairs);
  }

  /** @param ranks of the columns of numbers, each among all its values */
  private static Association pair(SampledColumn a, SampledColumn b,
      IdentityHashMap<SampledColumn, double[]> ranks) {
    boolean[] both = new boolean[a.rows()];
    int rows = 0;
    for (int i = 0; i < both.length; i++) {
      both[i] = a.has(i) && b.has(i);
      rows += both[i] ? 1 : 0;
    }
    if (a.isNumber() && b.isNumber()) {
      return new Association(a.name(), b.name(), rows, Measure.CORRELATION,
          pearson(a.numbers(), b.numbers(), both),
          pearson(ranks(a, both, rows, ranks), ranks(b, both, rows, ranks), both));
    }
    if (a.isNumber() || b.isNumber()) {
      SampledColumn numbers = a.isNumber() ? a : b;
      SampledColumn groups = a.isNumber() ? b : a;
      return new Association(a.name(), b.name(), rows, Measure.CORRELATION_RATIO,
          ratio(groups, numbers.numbers(), both), null);
    }
    return new Association(a.name(), b.name(), rows, Measure.CRAMERS_V, cramer(a, b, both, rows), null);
  }

  private static double mean(double[] values, boolean[] taken) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (taken[i]) {
        sum += values[i];
        n++;
      }
    }
    return sum / n;
  }

  /** Null where one of the two is the same in all rows. */
  static @Nullable Double pearson(double[] x, double[] y, boolean[] taken) {
    double meanX = mean(x, taken);
    double meanY = mean(y, taken);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      if (taken[i]) {
        double dx = x[i] - meanX;
        double dy = y[i] - meanY;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
      }
    }
    return xx > 0 && yy > 0 ? Math.clamp(xy / Math.sqrt(xx * yy), -1.0, 1.0) : null;
  }

  /** Those among all its values, unless the other column leaves some of them out. */
  private static double[] ranks(SampledColumn column, boolean[] taken, int rows,
      Map<SampledColumn, double[]> known) {
    double[] all = known.get(column);
    return all != null && column.present() == rows ? all : ranks(column.numbers(), taken, rows);
  }

  /** Ranks from 1; equal values share the mean of theirs. Rows not taken keep 0. */
  static double[] ranks(double[] values, boolean[] taken, int count) {
    double[] sorted = new double[count];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (taken[i]) {
        sorted[n++] = values[i];
      }
    }
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (taken[i]) {
        ranks[i] = (first(sorted, values[i]) + first(sorted, Math.nextUp(values[i])) + 1) / 2.0;
      }
    }
    return ranks;
  }

  /** How many are less. */
  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static @Nullable Double ratio(SampledColumn groups, double[] values, boolean[] taken) {
    double[] sum = new double[groups.categories()];
    int[] n = new int[groups.categories()];
    double mean = mean(values, taken);
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      if (taken[i]) {
        double away = values[i] - mean;
        total += away * away;
        sum[groups.category(i)] += away;
        n[groups.category(i)]++;
      }
    }
    double between = 0;
    int used = 0;
    for (int g = 0; g < n.length; g++) {
      if (n[g] > 0) {
        between += sum[g] * sum[g] / n[g];
        used++;
      }
    }
    return total > 0 && used > 1 ? Math.sqrt(Math.clamp(between / total, 0.0, 1.0)) : null;
  }

  private static @Nullable Double cramer(SampledColumn a, SampledColumn b, boolean[] taken, int rows) {
    int width = b.categories();
    int[] cells = new int[a.categories() * width];
    int[] ofA = new int[a.categories()];
    int[] ofB = new int[width];
    for (int i = 0; i < taken.length; i++) {
      if (taken[i]) {
        cells[a.category(i) * width + b.category(i)]++;
        ofA[a.category(i)]++;
        ofB[b.category(i)]++;
      }
    }
    // chi squared / n = sum of n_ij squared / (n_i n_j), less 1
    double phi = -1;
    for (int i = 0; i < ofA.length; i++) {
      for (int j = 0; j < width; j++) {
        double n = cells[i * width + j];
        phi += n == 0 ? 0 : n * n / ((double) ofA[i] * ofB[j]);
      }
    }
    long usedA = Arrays.stream(ofA).filter(n -> n > 0).count();
    long usedB = Arrays.stream(ofB).filter(n -> n > 0).count();
    if (usedA < 2 || usedB < 2) {
      return null;
    }
    double less = rows - 1.0;
    double corrected = Math.max(0, phi - (usedA - 1) * (usedB - 1) / less);
    double shortA = usedA - (usedA - 1) * (usedA - 1) / less;
    double shortB = usedB - (usedB - 1) * (usedB - 1) / less;
    double most = Math.min(shortA, shortB) - 1;
    return most > 0 ? Math.min(1, Math.sqrt(corrected / most)) : null;
  }
}
