package app.parcelle.engine.cluster.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.rule.Bins.Intervals;
import app.parcelle.engine.job.JobContext;

/**
 * Moves each bound of a rule to the value that reads best among those with no more errors, the rest of the rule being as it is.
 * Where a bound nearby has noticeably fewer errors it goes there first.
 */
final class Rounding {
  /** Bins that a bound may move, on either side. */
  private static final int REACH = 8;
  /** The share of all errors that a move has to spare to be worth an uglier number. */
  private static final double WORTH = 0.02;
  private static final double EQUAL = 1e-9;

  private final Sample sample;
  private final Scoring scoring;
  private final JobContext job;

  Rounding(Sample sample, Scoring scoring, JobContext job) {
    this.sample = sample;
    this.scoring = scoring;
    this.job = job;
  }

  Boxes round(Boxes rule) {
    Boxes rounded = rule;
    for (int b = 0; b < rule.boxes().size(); b++) {
      for (int l = 0; l < rule.boxes().get(b).size(); l++) {
        rounded = round(rounded, b, l, true);
        rounded = round(rounded, b, l, false);
      }
    }
    return rounded;
  }

  private Boxes round(Boxes rule, int box, int place, boolean low) {
    if (!(rule.boxes().get(box).get(place) instanceof Literal.Range range)
        || Double.isInfinite(low ? range.low() : range.high())) {
      return rule;
    }
    job.throwIfCancelled();
    Feature.Measured feature = (Feature.Measured) sample.features().get(range.feature());
    Intervals bins = (Intervals) sample.bins().get(range.feature());
    double now = low ? range.low() : range.high();
    // not past the other bound
    double from = low ? bound(bins, now, -REACH) : Math.max(range.low(), bound(bins, now, -REACH));
    double to = low ? Math.min(range.high(), bound(bins, now, REACH)) : bound(bins, now, REACH);
    Literal.Range open = low
        ? new Literal.Range(range.feature(), from, range.high())
        : new Literal.Range(range.feature(), range.low(), to);
    int[] decided = decided(rule, box, place, open, low ? to : from, low);
    Cut cut = best(decided, feature, from, to, now, low, scoring.score(rule).errors() * WORTH);
    return rule.with(box, place, low
        ? new Literal.Range(range.feature(), cut.value(), range.high())
        : new Literal.Range(range.feature(), range.low(), cut.value()));
  }

  private static double bound(Intervals bins, double now, int reach) {
    int at = Arrays.binarySearch(bins.at(), now);
    int place = (at < 0 ? -at - 1 : at) + reach;
    return reach < 0
        ? bins.below()[Math.max(0, Math.min(place, bins.below().length - 1))]
        : bins.at()[Math.min(bins.at().length - 1, place)];
  }

  /**
   * Customers of the sample whom the place of the bound alone takes in or leaves out.
   *
   * @param end up to which the bound may move
   */
  private int[] decided(Boxes rule, int box, int place, Literal.Range open, double end, boolean low) {
    List<Literal> own = rule.with(box, place, open).boxes().get(box);
    double[] values = ((Feature.Measured) sample.features().get(open.feature())).values();
    return IntStream.range(0, sample.size()).filter(i -> {
      int row = sample.rows()[i];
      return (low ? values[row] <= end : values[row] >= end)
          && Boxes.holds(own, sample.features(), row)
          && IntStream.range(0, rule.boxes().size())
              .noneMatch(
                  other -> other != box && Boxes.holds(rule.boxes().get(other), sample.features(), row));
    })
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> values[sample.rows()[i]]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** @param errors among the customers that the bound decides on */
  private record Cut(double value, double errors, int effort) {}

  private Cut best(int[] decided, Feature.Measured feature, double from, double to, double now, boolean low,
      double worth) {
    RoundNumbers readable = feature.readable();
    DoubleUnaryOperator errorsAt = errors(decided, feature, low);
    double before = errorsAt.applyAsDouble(now);
    double[] ends = ends(decided, feature, from, to);
    Cut[] cuts = new Cut[Math.max(0, ends.length - 1)];
    for (int i = 0; i < cuts.length; i++) {
      double value = low ? readable.low(ends[i], ends[i + 1]) : readable.high(ends[i], ends[i + 1]);
      cuts[i] = new Cut(value, errorsAt.applyAsDouble(value), readable.effort(value));
    }
    double least = Arrays.stream(cuts).mapToDouble(Cut::errors).min().orElse(before);
    double allowed = least < before - worth - EQUAL ? least : before;
    Cut stay = new Cut(now, before, readable.effort(now));
    return Arrays.stream(cuts)
        .filter(cut -> cut.errors() <= allowed + EQUAL)
        .min(Comparator.comparingInt(Cut::effort)
            .thenComparingDouble(Cut::errors)
            .thenComparingDouble(cut -> Math.abs(cut.value() - now)))
        .filter(cut -> cut.effort() < stay.effort() || cut.errors() < before - worth)
        .orElse(stay);
  }

  /** The different values of those decided, within the reach, with its ends. */
  private double[] ends(int[] decided, Feature.Measured feature, double from, double to) {
    return DoubleStream
        .concat(DoubleStream.of(from, to),
            Arrays.stream(decided).mapToDouble(i -> feature.values()[sample.rows()[i]]))
        .filter(value -> value >= from && value <= to)
        .sorted()
        .distinct()
        .toArray();
  }

  /** Errors among those decided, by where the bound is. */
  private DoubleUnaryOperator errors(int[] decided, Feature.Measured feature, boolean low) {
    double[] values = new double[decided.length];
    double[] membersBefore = new double[decided.length + 1];
    double[] othersBefore = new double[decided.length + 1];
    for (int n = 0; n < decided.length; n++) {
      int i = decided[n];
      values[n] = feature.values()[sample.rows()[i]];
      boolean member = sample.member()[i];
      membersBefore[n + 1] = membersBefore[n] + (member ? sample.memberWeight() : 0);
      othersBefore[n + 1] = othersBefore[n] + (member ? 0 : sample.otherWeight());
    }
    int all = decided.length;
    return bound -> {
      int under = low ? below(values, bound) : below(values, Math.nextUp(bound));
      return low
          ? membersBefore[under] + othersBefore[all] - othersBefore[under]
          : othersBefore[under] + membersBefore[all] - membersBefore[under];
    };
  }

  /** How many of the ascending values are less. */
  private static int below(double[] values, double bound) {
    int from = 0;
    int to = values.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (values[middle] < bound) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
