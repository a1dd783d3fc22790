package app.parcelle.ui.segment;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;

/**
 * How the customers spread over a field.
 *
 * @param bars how many customers stand in each of the equal steps from {@code low} to {@code high}; for texts, yes/no and
 *     clusters how many have each value, the most frequent first
 * @param low the 1st percentile of a number or day (days since 1970-01-01); 0 for others
 * @param high the 99th; those beyond the two stand in the outer bars
 * @param values the texts and their counts; empty for other types
 * @param known how many have a value
 * @param all how many there are
 * @param distinct how many different values there are; texts count folded
 */
record Distribution(List<Integer> bars, double low, double high, ValueCounts values, int known, int all,
    int distinct) {
  static final int STEPS = 16;

  Distribution {
    bars = List.copyOf(bars);
  }

  static Distribution of(FieldColumn column) {
    ColumnType type = column.field().type();
    int all = column.values().length;
    int known = all - Bits.count(column.missing());
    if (type.isText()) {
      ValueCounts values = ValueCounts.of(column);
      return new Distribution(values.folded().stream().limit(STEPS).map(ValueCount::count).toList(), 0, 0,
          values, known, all, values.distinct());
    }
    if (type == ColumnType.YES_NO) {
      List<Integer> counts = yesNo(column);
      return new Distribution(counts, 0, 1, ValueCounts.NONE, known, all,
          (int) counts.stream().filter(count -> count > 0).count());
    }
    return steps(Arrays.stream(column.numbers()).filter(number -> !Double.isNaN(number)).sorted().toArray(),
        all);
  }

  /** Of texts whose customers are not counted. */
  static Distribution ofTexts(ValueCounts values) {
    return new Distribution(List.of(), 0, 0, values, 0, 0, values.distinct());
  }

  /** The tallest bar; at least 1. */
  int tallest() {
    return Math.max(1, bars.stream().mapToInt(Integer::intValue).max().orElse(1));
  }

  private static List<Integer> yesNo(FieldColumn column) {
    int[] counts = new int[2];
    for (int customer = 0; customer < column.values().length; customer++) {
      if (!Bits.get(column.missing(), customer)) {
        counts[column.values()[customer] == 0 ? 1 : 0]++;
      }
    }
    return List.of(counts[0], counts[1]);
  }

  private static Distribution steps(double[] sorted, int all) {
    if (sorted.length == 0) {
      return new Distribution(List.of(), 0, 0, ValueCounts.NONE, 0, all, 0);
    }
    double low = sorted[(int) (0.01 * (sorted.length - 1))];
    double high = sorted[(int) Math.ceil(0.99 * (sorted.length - 1))];
    Integer[] bars = new Integer[STEPS];
    Arrays.fill(bars, 0);
    for (double number : sorted) {
      double share = high > low ? (number - low) / (high - low) : 0;
      bars[Math.clamp((int) (share * STEPS), 0, STEPS - 1)]++;
    }
    return new Distribution(List.of(bars), low, high, ValueCounts.NONE, sorted.length, all,
        distinct(sorted));
  }

  private static int distinct(double[] sorted) {
    int different = 1;
    for (int i = 1; i < sorted.length; i++) {
      different += sorted[i] == sorted[i - 1] ? 0 : 1;
    }
    return different;
  }
}
