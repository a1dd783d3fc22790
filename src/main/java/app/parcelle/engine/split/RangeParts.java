package app.parcelle.engine.split;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.table.Bits;

/** A part a range of numbers. */
record RangeParts(FieldColumn column, long[] known) {

  /** Ranges of about equally many customers: the bound after the k-th part is the value at the place k n / parts of n sorted ones. */
  List<Part> quantiles(int parts) {
    long[] sorted = sorted();
    TreeSet<Long> bounds = new TreeSet<>();
    for (int k = 1; k < parts && sorted.length > 0; k++) {
      long bound = sorted[(int) ((long) k * sorted.length / parts)];
      if (bound > sorted[0]) {
        bounds.add(bound);
      }
    }
    return sorted.length == 0
        ? List.of()
        : between(bounds.stream().map(bound -> BigDecimal.valueOf(bound, column.field().scale())).toList());
  }

  /** The ranges below, between and from these bounds on; one of all values where there is no bound. */
  List<Part> between(List<BigDecimal> given) {
    List<BigDecimal> bounds = new TreeSet<>(given).stream().map(RangeParts::plain).toList();
    if (bounds.isEmpty()) {
      return List.of(new Part(Message.of("split.part.known"),
          new Condition.Known(PartFinder.ref(column.field()), Condition.Knowledge.KNOWN)));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Message.of("split.part.less", bounds.getFirst()),
        test(NumberOperator.LESS, bounds.getFirst())));
    for (int i = 1; i < bounds.size(); i++) {
      parts.add(range(bounds.get(i - 1), bounds.get(i)));
    }
    parts.add(new Part(Message.of("split.part.atLeast", bounds.getLast()),
        test(NumberOperator.AT_LEAST, bounds.getLast())));
    return List.copyOf(parts);
  }

  private Part range(BigDecimal from, BigDecimal to) {
    boolean whole = column.field().scale() == 0 && from.scale() == 0 && to.scale() == 0;
    if (!whole) {
      return new Part(Message.of("split.part.range", from, to), new Condition.AllOf(
          List.of(test(NumberOperator.AT_LEAST, from), test(NumberOperator.LESS, to))));
    }
    BigDecimal last = to.subtract(BigDecimal.ONE);
    return last.compareTo(from) == 0
        ? new Part(Message.of("split.part.number", from), test(NumberOperator.EQUAL, from))
        : new Part(Message.of("split.part.between", from, last), new Condition.NumberTest(
            PartFinder.ref(column.field()), NumberOperator.BETWEEN, from, last, false));
  }

  private Condition test(NumberOperator operator, BigDecimal value) {
    return new Condition.NumberTest(PartFinder.ref(column.field()), operator, value, null, false);
  }

  /** Without zeros behind the point that say nothing. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  private long[] sorted() {
    long[] values = new long[Bits.count(known)];
    int n = 0;
    for (int word = 0; word < known.length; word++) {
      for (long left = known[word]; left != 0; left &= left - 1) {
        values[n++] = column.values()[(word << 6) + Long.numberOfTrailingZeros(left)];
      }
    }
    Arrays.sort(values);
    return values;
  }
}
