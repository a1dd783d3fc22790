package app.parcelle.engine.cluster.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.algorithm.Partition;

/**
 * How far two clusterings of the same rows agree: of two algorithms, or of the same customers in two periods. Rows that are
 * noise in either are left out and counted.
 *
 * @param table rows in common, clusters of the first x clusters of the second
 * @param rows compared
 * @param leftOut rows that are noise in either
 */
public record Agreement(int[][] table, int rows, int leftOut) {
  /**
   * The cluster of the second clustering that is most like one of the first.
   *
   * @param cluster of the first
   * @param other of the second; -1 where they have no row in common
   * @param jaccard rows in both, divided by those in either
   * @param kept the share of the first's rows that are in the second
   */
  public record Match(int cluster, int other, double jaccard, double kept) {}

  /** @param one one label a row, from 0, or noise; {@code two} likewise, of as many rows */
  public static Agreement of(int[] one, int[] two) {
    if (one.length != two.length) {
      throw new IllegalArgumentException(one.length + " and " + two.length + " rows");
    }
    int[][] table = new int[clusters(one)][clusters(two)];
    int rows = 0;
    for (int row = 0; row < one.length; row++) {
      if (one[row] != Partition.NOISE && two[row] != Partition.NOISE) {
        table[one[row]][two[row]]++;
        rows++;
      }
    }
    return new Agreement(table, rows, one.length - rows);
  }

  /**
   * The adjusted Rand index: the share of pairs of rows on which both agree, 0 by chance and 1 at best (Hubert and Arabie,
   * <i>Comparing partitions</i>, Journal of Classification 2, 1985).
   *
   * @return 1 where there is nothing to compare
   */
  public double adjustedRand() {
    Pairs pairs = pairs();
    double inOne = pairs.inBoth + pairs.onlyOne;
    double inTwo = pairs.inBoth + pairs.onlyTwo;
    return pairs.same()
        ? 1
        : 2 * (pairs.inBoth * pairs.inNone - pairs.onlyOne * pairs.onlyTwo)
            / (inOne * (pairs.onlyOne + pairs.inNone) + inTwo * (pairs.onlyTwo + pairs.inNone));
  }

  /** One a cluster of the first that has a row: what has become of it in the second. */
  public List<Match> matches() {
    long[] ones = sizesOfOne();
    long[] twos = sizesOfTwo();
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < table.length; i++) {
      Match best = new Match(i, -1, 0, 0);
      for (int j = 0; j < twos.length; j++) {
        double jaccard = (double) table[i][j] / (ones[i] + twos[j] - table[i][j]);
        if (jaccard > best.jaccard) {
          best = new Match(i, j, jaccard, (double) table[i][j] / ones[i]);
        }
      }
      if (ones[i] > 0) {
        matches.add(best);
      }
    }
    return List.copyOf(matches);
  }

  /** Ordered pairs of rows that are together in both clusterings, in one of them, or in none. */
  private record Pairs(double inBoth, double onlyOne, double onlyTwo, double inNone) {
    boolean same() {
      return onlyOne == 0 && onlyTwo == 0;
    }
  }

  private Pairs pairs() {
    double inBoth = squares(Arrays.stream(table).flatMapToInt(Arrays::stream).asLongStream().toArray())
        - rows;
    double onlyOne = squares(sizesOfOne()) - rows - inBoth;
    double onlyTwo = squares(sizesOfTwo()) - rows - inBoth;
    return new Pairs(inBoth, onlyOne, onlyTwo, (double) rows * rows - rows - inBoth - onlyOne - onlyTwo);
  }

  private static double squares(long[] counts) {
    return Arrays.stream(counts).mapToDouble(count -> (double) count * count).sum();
  }

  private long[] sizesOfOne() {
    return Arrays.stream(table).mapToLong(line -> Arrays.stream(line).asLongStream().sum()).toArray();
  }

  private long[] sizesOfTwo() {
    long[] sizes = new long[table.length == 0 ? 0 : table[0].length];
    for (int[] line : table) {
      for (int j = 0; j < sizes.length; j++) {
        sizes[j] += line[j];
      }
    }
    return sizes;
  }

  private static int clusters(int[] labels) {
    return Arrays.stream(labels).max().orElse(Partition.NOISE) + 1;
  }
}
