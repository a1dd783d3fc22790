package app.parcelle.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

import app.parcelle.engine.profile.ColumnProfile.Bin;
import app.parcelle.engine.profile.ColumnProfile.Range;
import app.parcelle.engine.profile.ColumnProfile.Share;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ValueText;

/**
 * Looks at numbers, dates and yes/no. Values are counted in 65,536 equal bins; where a bin holds more than one value, the bins
 * in which quantiles lie are counted again in finer ones, until each quantile is a value. So nothing is sorted or kept, and
 * everything but a large number of different values is exact.
 */
final class RangeProfiler {
  private static final int FINE = 1 << 16;

  private final Cells cells;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;
  private long present;

  RangeProfiler(Cells cells) {
    this.cells = cells;
    cells.chunks(chunk -> {
      min = Math.min(min, chunk.min() > chunk.max() ? min : chunk.min());
      max = Math.max(max, chunk.min() > chunk.max() ? max : chunk.max());
    });
  }

  ColumnProfile profile() {
    Column column = cells.column();
    long rows = cells.table().rows();
    if (min > max) {
      return new ColumnProfile(column, rows, 0, 0, true, List.of(), List.of(), null);
    }
    long[] counts = new long[FINE];
    int shift = shift(max - min);
    DistinctCount distinct = new DistinctCount();
    FrequentValues frequent = new FrequentValues();
    double middle = min / 2.0 + max / 2.0;
    double[] moments = new double[2];
    cells.values((values, count) -> {
      present += count;
      for (int i = 0; i < count; i++) {
        counts[(int) ((values[i] - min) >>> shift)]++;
        double away = values[i] - middle;
        moments[0] += away;
        moments[1] += away * away;
        if (shift > 0) {
          distinct.add(DistinctCount.hash(values[i]));
          frequent.add(values[i], 1);
        }
      }
    });
    double mean = moments[0] / present;
    double deviation = Math.sqrt(Math.max(0, moments[1] / present - mean * mean));
    long[] quantiles = quantiles(counts, shift);
    List<Bin> bins = bins(quantiles, shift);
    Range spread = new Range(min, max, middle + mean, deviation, Arrays.stream(quantiles).boxed().toList(),
        bins, 0);
    Range range = spread.withFarOut(farOut(spread));
    boolean everyValue = shift == 0;
    long different = everyValue ? Arrays.stream(counts).filter(n -> n > 0).count() : distinct.count();
    return new ColumnProfile(column, rows, present, different, everyValue || distinct.isExact(),
        everyValue ? top(counts) : top(frequent, different), List.of(), range);
  }

  /** By how many bits a distance from the minimum is shortened to be the number of a bin. */
  private static int shift(long distance) {
    return Math.max(0, 64 - Long.numberOfLeadingZeros(distance) - 16);
  }

  private List<Share> top(long[] counts) {
    TopShares top = new TopShares(Profiler.TOP);
    for (int i = 0; i < counts.length; i++) {
      top.add(i, counts[i]);
    }
    return top.shares(i -> ValueText.of(cells.column(), min + i, cells.data().zone()));
  }

  /**
   * Nothing where hardly any value comes twice. Where not every value had a counter, the likely ones are counted once more, and
   * those left out that came no more often than others may have come.
   */
  private List<Share> top(FrequentValues frequent, long different) {
    if (different > Profiler.MOST_DIFFERENT * present && present > Profiler.TOP) {
      return List.of();
    }
    SortedMap<Long, Long> likely = frequent.likely(Profiler.TOP);
    if (frequent.forgotten() > 0) {
      likely.replaceAll((_, _) -> 0L);
      cells.values((values, count) -> {
        for (int i = 0; i < count; i++) {
          likely.computeIfPresent(values[i], (_, before) -> before + 1);
        }
      });
    }
    TopShares top = new TopShares(Profiler.TOP);
    likely.forEach((value, times) -> top.add(value, times > frequent.forgotten() ? times : 0));
    return top.shares(value -> ValueText.of(cells.column(), value, cells.data().zone()));
  }

  // quantiles

  /** The values at {@link Profiler#LEVELS}. */
  private long[] quantiles(long[] counts, int shift) {
    int levels = Profiler.LEVELS.size();
    long[] from = new long[levels];
    long[] rank = new long[levels];
    for (int q = 0; q < levels; q++) {
      rank[q] = Math.max(1, (long) Math.ceil(Profiler.LEVELS.get(q) * present));
      narrow(counts, shift, q, from, rank);
    }
    int wide = shift;
    while (wide > 0) {
      int narrower = Math.max(0, wide - 16);
      long[][] finer = countWithin(from, wide, narrower);
      for (int q = 0; q < levels; q++) {
        narrow(finer[q], narrower, q, from, rank);
      }
      wide = narrower;
    }
    for (int q = 0; q < levels; q++) {
      from[q] += min;
    }
    return from;
  }

  /** Moves a quantile to the bin in which it lies; its rank is then counted from that bin's beginning. */
  private static void narrow(long[] counts, int shift, int q, long[] from, long[] rank) {
    int bin = 0;
    while (rank[q] > counts[bin]) {
      rank[q] -= counts[bin++];
    }
    from[q] += (long) bin << shift;
  }

  /** For each quantile, the values of its bin counted in finer bins. */
  private long[][] countWithin(long[] from, int wide, int narrower) {
    long[][] finer = new long[from.length][1 << (wide - narrower)];
    cells.values((values, count) -> {
      for (int q = 0; q < from.length; q++) {
        if (q > 0 && from[q] == from[q - 1]) {
          continue;
        }
        long begin = min + from[q];
        for (int i = 0; i < count; i++) {
          long away = values[i] - begin;
          if (away >= 0 && away >>> wide == 0) {
            finer[q][(int) (away >>> narrower)]++;
          }
        }
      }
    });
    for (int q = 1; q < from.length; q++) {
      finer[q] = from[q] == from[q - 1] ? finer[q - 1] : finer[q];
    }
    return finer;
  }

  // the histogram

  private List<Bin> bins(long[] quantiles, int shift) {
    long[] edges = NiceEdges.of(cells.column().type(), cells.data().zone(), quantiles[0],
        quantiles[quantiles.length - 1], min, max);
    int[] bin = new int[FINE];
    for (int i = 0, at = 0; i < FINE; i++) {
      long begin = min + ((long) i << shift);
      while (at + 1 < edges.length && edges[at + 1] <= begin) {
        at++;
      }
      bin[i] = at;
    }
    long[] counts = new long[edges.length];
    cells.values((values, count) -> {
      for (int i = 0; i < count; i++) {
        int at = bin[(int) ((values[i] - min) >>> shift)];
        while (at + 1 < edges.length && edges[at + 1] <= values[i]) {
          at++;
        }
        counts[at]++;
      }
    });
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < edges.length; i++) {
      bins.add(new Bin(edges[i], i + 1 < edges.length ? edges[i + 1] - 1 : max, counts[i]));
    }
    return bins;
  }

  private long farOut(Range range) {
    long low = range.nearLow();
    long high = range.nearHigh();
    if (low == min && high == max) {
      return 0;
    }
    long[] far = new long[1];
    cells.values((values, count) -> {
      for (int i = 0; i < count; i++) {
        far[0] += values[i] < low || values[i] > high ? 1 : 0;
      }
    });
    return far[0];
  }
}
