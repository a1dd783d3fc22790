package app.parcelle.engine.cluster.rule;

import java.util.Arrays;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/** A feature cut into few codes: those of its values from 0 on, then that of missing, then that of groups too rare to be named. */
sealed interface Bins {
  /** Codes of values that may be named. */
  int count();

  int code(int row);

  /** What asks for those codes; null where no condition can, or it would list more than a person reads. */
  @Nullable
  Literal literal(int feature, BitSet codes);

  default int missing() {
    return count();
  }

  default int rare() {
    return count() + 1;
  }

  default int codes() {
    return count() + 2;
  }

  /**
   * Numbers between bounds. A bound lies between two neighbouring values of the sample.
   *
   * @param below the greatest value below each bound, ascending
   * @param at the least value at or above each bound
   */
  record Intervals(Feature.Measured feature, double[] below, double[] at) implements Bins {
    /** Bounds at most. */
    static final int BOUNDS = 127;

    static Intervals of(Feature.Measured feature, int[] rows) {
      double[] sorted = Arrays.stream(rows)
          .mapToDouble(row -> feature.values()[row])
          .filter(value -> !Double.isNaN(value))
          .sorted()
          .toArray();
      double[] distinct = Arrays.stream(sorted).distinct().toArray();
      if (distinct.length - 1 <= BOUNDS) {
        int bounds = Math.max(0, distinct.length - 1);
        return new Intervals(feature, Arrays.copyOf(distinct, bounds),
            Arrays.copyOfRange(distinct, distinct.length - bounds, distinct.length));
      }
      double[] below = new double[BOUNDS];
      double[] at = new double[BOUNDS];
      int found = 0;
      for (int bound = 1; bound <= BOUNDS; bound++) {
        double from = quantile(sorted, bound - 0.5);
        double to = quantile(sorted, bound + 0.5);
        if (from < to) {
          // a number that reads well, as long as it is near the quantile
          double cut = feature.readable().low(from, to);
          int place = firstFrom(distinct, cut);
          if (found == 0 || at[found - 1] < distinct[place]) {
            below[found] = distinct[place - 1];
            at[found++] = distinct[place];
          }
        }
      }
      return new Intervals(feature, Arrays.copyOf(below, found), Arrays.copyOf(at, found));
    }

    private static double quantile(double[] sorted, double bound) {
      return sorted[(int) Math.min(sorted.length - 1, bound * sorted.length / (BOUNDS + 1))];
    }

    private static int firstFrom(double[] distinct, double value) {
      int place = Arrays.binarySearch(distinct, value);
      return place < 0 ? -place - 1 : place;
    }

    @Override
    public int count() {
      return at.length + 1;
    }

    @Override
    public int code(int row) {
      double value = feature.values()[row];
      if (Double.isNaN(value)) {
        return missing();
      }
      int place = Arrays.binarySearch(at, value);
      return place < 0 ? -place - 1 : place + 1;
    }

    @Override
    public @Nullable Literal literal(int index, BitSet codes) {
      if (codes.get(missing())) {
        return codes.cardinality() == 1 ? new Literal.Known(index, false) : null;
      }
      int first = codes.nextSetBit(0);
      int last = codes.length() - 1;
      if (first < 0 || codes.cardinality() != last - first + 1) {
        return null;
      }
      if (first == 0 && last == count() - 1) {
        return new Literal.Known(index, true);
      }
      RoundNumbers readable = feature.readable();
      return new Literal.Range(index,
          first == 0 ? Double.NEGATIVE_INFINITY : readable.low(below[first - 1], at[first - 1]),
          last == count() - 1 ? Double.POSITIVE_INFINITY : readable.high(below[last], at[last]));
    }
  }

  /** Groups of a text, or yes and no. */
  record Levels(Feature.Grouped feature, int count) implements Bins {
    /** Groups that may be named; the others are rare. */
    static final int NAMED = 250;

    /** Groups that a condition lists at most. */
    static final int LISTED = 12;

    static Levels of(Feature.Grouped feature) {
      return new Levels(feature, Math.min(NAMED, feature.groups().size()));
    }

    private boolean hasRare() {
      return count < feature.groups().size();
    }

    @Override
    public int code(int row) {
      int code = feature.codes()[row];
      return code < 0 ? missing() : code < count ? code : rare();
    }

    @Override
    public @Nullable Literal literal(int index, BitSet codes) {
      if (codes.get(missing())) {
        return codes.cardinality() == 1 ? new Literal.Known(index, false) : null;
      }
      BitSet in = codes.get(0, count);
      BitSet out = (BitSet) in.clone();
      out.flip(0, count);
      boolean rare = codes.get(rare());
      if (out.isEmpty() && rare == hasRare()) {
        return new Literal.Known(index, true);
      }
      boolean without = rare || (!hasRare() && out.cardinality() < in.cardinality());
      BitSet listed = without ? out : in;
      return listed.isEmpty() || listed.cardinality() > LISTED
          ? null
          : new Literal.Among(index, listed, !without);
    }
  }
}
