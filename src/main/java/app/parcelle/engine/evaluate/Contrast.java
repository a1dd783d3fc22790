package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.ColumnType;

/**
 * How the members of a segment spread over a field, beside everyone. Those without a value are left out.
 *
 * @param bins for numbers and dates equal steps from the 1st to the 99th percentile of everyone, those beyond in the outer ones; for
 *     categories the most frequent, then one for all others
 * @param members how many members have a value
 * @param everyone how many of everyone have one
 */
public record Contrast(Field field, List<Bin> bins, int members, int everyone) {
  private static final int STEPS = 12;
  private static final int MOST_CATEGORIES = 10;

  public Contrast {
    bins = List.copyOf(bins);
  }

  /**
   * @param first the category, or where the step begins; null for all other categories
   * @param last where the step ends; null for categories, and where the step is one value
   */
  public record Bin(@Nullable Value first, @Nullable Value last, int members, int everyone) {}

  /** Keys and texts that nearly all differ have no bins. */
  public static Contrast of(FieldColumn column, long[] members, long[] base) {
    return Categories.of(column, members, base)
        .map(categories -> ofCategories(column.field(), categories))
        .orElseGet(() -> column.field().type().isText()
            ? new Contrast(column.field(), List.of(), 0, 0)
            : ofSteps(column, members, base));
  }

  private static Contrast ofCategories(Field field, Categories categories) {
    List<Bin> bins = new ArrayList<>();
    int members = 0;
    int everyone = 0;
    for (Categories.Category one : categories.all().stream().limit(MOST_CATEGORIES).toList()) {
      bins.add(new Bin(one.value(), null, one.members(), one.everyone()));
      members += one.members();
      everyone += one.everyone();
    }
    if (everyone < categories.everyone()) {
      bins.add(new Bin(null, null, categories.members() - members, categories.everyone() - everyone));
    }
    return new Contrast(field, bins, categories.members(), categories.everyone());
  }

  private static Contrast ofSteps(FieldColumn column, long[] members, long[] base) {
    double[] numbers = column.numbers();
    double[] sorted = new double[numbers.length];
    int n = 0;
    for (int customer = 0; customer < numbers.length; customer++) {
      if (has(base, customer) && !Double.isNaN(numbers[customer])) {
        sorted[n++] = numbers[customer];
      }
    }
    if (n == 0) {
      return new Contrast(column.field(), List.of(), 0, 0);
    }
    Arrays.sort(sorted, 0, n);
    double low = sorted[(int) (0.01 * (n - 1))];
    double high = sorted[(int) Math.ceil(0.99 * (n - 1))];
    return bins(column, numbers, members, base, Steps.of(column.field(), low, high), n);
  }

  private static Contrast bins(FieldColumn column, double[] numbers, long[] members, long[] base, Steps steps,
      int n) {
    int[] in = new int[steps.count()];
    int[] of = new int[steps.count()];
    for (int customer = 0; customer < numbers.length; customer++) {
      if (has(base, customer) && !Double.isNaN(numbers[customer])) {
        int step = Math.clamp((long) Math.floor((numbers[customer] - steps.low()) / steps.width()), 0,
            steps.count() - 1);
        of[step]++;
        in[step] += has(members, customer) ? 1 : 0;
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int step = 0; step < steps.count(); step++) {
      double first = steps.low() + step * steps.width();
      double last = first + steps.width() - (steps.whole() ? 1 : 0);
      bins.add(new Bin(value(column.field(), first), first == last ? null : value(column.field(), last),
          in[step], of[step]));
    }
    return new Contrast(column.field(), bins, Arrays.stream(in).sum(), n);
  }

  /**
   * Steps from {@code low} on.
   *
   * @param whole whether values are whole numbers or days, so that a step ends one before the next begins
   */
  private record Steps(double low, double width, int count, boolean whole) {
    static Steps of(Field field, double low, double high) {
      if (field.type() == ColumnType.DECIMAL) {
        return high > low ? new Steps(low, (high - low) / STEPS, STEPS, false) : new Steps(low, 1, 1, false);
      }
      double first = Math.floor(low);
      double values = Math.floor(high) - first + 1;
      double width = Math.ceil(values / STEPS);
      return new Steps(first, width, (int) Math.ceil(values / width), true);
    }
  }

  private static boolean has(long[] bits, int customer) {
    return (bits[customer >> 6] >> customer & 1) == 1;
  }

  private static Value value(Field field, double number) {
    return field.type().isDate()
        ? new Value.OfDate(LocalDate.ofEpochDay((long) Math.floor(number)))
        : new Value.OfNumber(BigDecimal.valueOf(number).setScale(field.scale(), RoundingMode.HALF_UP));
  }
}
