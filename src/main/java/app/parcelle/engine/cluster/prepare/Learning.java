package app.parcelle.engine.cluster.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.cluster.points.Quantile;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Pipeline.Missing;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Folding;

/**
 * Fits a pipeline: what each column's rows teach about its fill, bounds, shape and scale.
 *
 * @param rowOf the rows that take part
 */
record Learning(Sheet sheet, Pipeline pipeline, int[] rowOf, JobContext job) {
  /** More levels are joined into others. */
  static final int ONE_HOT_LEVELS = 30;

  Fitted fitted(Workers workers) {
    Fitted.Column[] learned = new Fitted.Column[sheet.columns().size()];
    workers.run(learned.length, c -> {
      job.throwIfCancelled();
      FieldSteps steps = pipeline.fields().get(c);
      learned[c] = steps.weight() == 0 ? new Fitted.LeftOut() : switch (sheet.columns().get(c)) {
        case Sheet.Numbers numbers -> measure(numbers, steps);
        case Sheet.Categories categories -> category(categories, steps);
      };
    });
    return new Fitted(Arrays.asList(learned));
  }

  private Fitted.Column measure(Sheet.Numbers numbers, FieldSteps steps) {
    double fill = steps.missing() == Missing.LEAVE_OUT ? 0 : knownMedian(numbers.values());
    double[] values = new double[rowOf.length];
    int gaps = 0;
    for (int i = 0; i < values.length; i++) {
      double value = numbers.values()[rowOf[i]];
      boolean gap = Double.isNaN(value);
      values[i] = gap ? fill : value;
      gaps += gap ? 1 : 0;
    }
    double low = -Double.MAX_VALUE;
    double high = Double.MAX_VALUE;
    if (steps.winsorise() > 0) {
      double[] sorted = sorted(values);
      int cut = (int) (steps.winsorise() * sorted.length);
      low = sorted[cut];
      high = sorted[sorted.length - 1 - cut];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.clamp(values[i], low, high);
    }
    boolean indicator = isIndicator(steps, gaps);
    boolean constant = isConstant(values);
    if (constant && !indicator) {
      return new Fitted.LeftOut();
    }
    double lambda = steps.shape() == Shape.YEO_JOHNSON && !constant ? Shapes.lambda(values, job) : 1;
    job.throwIfCancelled();
    for (int i = 0; i < values.length; i++) {
      values[i] = Shapes.shaped(steps.shape(), lambda, values[i]);
    }
    double[] scale = scale(values, steps.scale());
    return new Fitted.Measure(fill, low, high, lambda, scale[0], scale[1], indicator);
  }

  private boolean isIndicator(FieldSteps steps, int gaps) {
    return steps.missing() == Missing.INDICATOR && gaps > 0 && gaps < rowOf.length;
  }

  private static double knownMedian(double[] values) {
    return Quantile.of(sorted(Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray()), 0.5);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  /** Centre and spread. Where most values agree, so that there are no quartiles, the deviation stands for their distance. */
  private static double[] scale(double[] values, Scale scale) {
    return switch (scale) {
      case NONE -> new double[]{0, 1};
      case STANDARD -> {
        double mean = mean(values);
        yield new double[]{mean, orOne(deviation(values, mean))};
      }
      case ROBUST -> {
        double[] sorted = sorted(values);
        double between = Quantile.of(sorted, 0.75) - Quantile.of(sorted, 0.25);
        yield new double[]{Quantile.of(sorted, 0.5),
            between > 0 ? between : orOne(deviation(values, mean(values)))};
      }
      case MIN_MAX -> {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
        yield new double[]{low, orOne(high - low)};
      }
    };
  }

  private static double orOne(double spread) {
    return spread > 0 ? spread : 1;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double rest = 0;
    for (double value : values) {
      rest += value - mean;
    }
    return mean + rest / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  private Fitted.Column category(Sheet.Categories categories, FieldSteps steps) {
    int[] counts = new int[categories.levels().size()];
    int gaps = 0;
    for (int row : rowOf) {
      int code = categories.codes()[row];
      if (code < 0) {
        gaps++;
      } else {
        counts[code]++;
      }
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    List<String> levels = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        int place = places.computeIfAbsent(Folding.fold(categories.levels().get(code)), _ -> levels.size());
        if (place == levels.size()) {
          levels.add(categories.levels().get(code));
          sizes.add(0);
        }
        sizes.set(place, sizes.get(place) + counts[code]);
      }
    }
    boolean indicator = isIndicator(steps, gaps);
    if (levels.isEmpty() || (levels.size() == 1 && !indicator)) {
      return new Fitted.LeftOut();
    }
    int fill = largest(sizes);
    if (steps.encoding() == Encoding.ONE_HOT && levels.size() > ONE_HOT_LEVELS) {
      List<String> frequent = new ArrayList<>(levels.subList(0, ONE_HOT_LEVELS - 1));
      frequent.add(Fitted.OTHERS);
      return new Fitted.Category(frequent, Math.min(fill, ONE_HOT_LEVELS - 1), indicator);
    }
    return new Fitted.Category(levels, fill, indicator);
  }

  private static int largest(List<Integer> sizes) {
    int largest = 0;
    for (int i = 1; i < sizes.size(); i++) {
      largest = sizes.get(i) > sizes.get(largest) ? i : largest;
    }
    return largest;
  }
}
