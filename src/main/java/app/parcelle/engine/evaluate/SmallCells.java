package app.parcelle.engine.evaluate;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;

/**
 * Members who share their values of some fields with too few other members. Sweeney's k-anonymity (2002): a cell is all members
 * with the same values; whoever knows these of a person finds that person among fewer than k. A missing value is a value like
 * others.
 */
public final class SmallCells {
  private SmallCells() {}

  /**
   * How many members stand in cells of fewer than {@code k}. Exact; sorts once a field.
   *
   * @param columns the fields that are taken together; with none there is one cell
   */
  public static int members(List<FieldColumn> columns, long[] members, int k, JobContext job) {
    int[] numbers = numbers(members);
    long[] cells = new long[numbers.length];
    for (FieldColumn column : columns) {
      job.throwIfCancelled();
      refine(cells, ranks(column, numbers));
    }
    long[] sorted = cells.clone();
    Arrays.sort(sorted);
    int small = 0;
    for (int from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      small += to - from < k ? to - from : 0;
    }
    return small;
  }

  static int[] numbers(long[] members) {
    int[] numbers = new int[Bits.count(members)];
    int at = 0;
    for (int word = 0; word < members.length; word++) {
      for (long left = members[word]; left != 0; left &= left - 1) {
        numbers[at++] = (word << 6) + Long.numberOfTrailingZeros(left);
      }
    }
    return numbers;
  }

  /** Cells, each cut by the ranks of its members, numbered densely again. */
  private static void refine(long[] cells, int[] ranks) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i] << 32 | ranks[i];
    }
    long[] distinct = Arrays.stream(cells).sorted().distinct().toArray();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Arrays.binarySearch(distinct, cells[i]);
    }
  }

  /** Equal ranks for equal values, in their order from 1 on; 0 where there is none. */
  static int[] ranks(FieldColumn column, int[] numbers) {
    long[] values = new long[numbers.length];
    int n = 0;
    for (int number : numbers) {
      if (!Bits.get(column.missing(), number)) {
        values[n++] = column.values()[number];
      }
    }
    long[] distinct = Arrays.stream(values, 0, n).sorted().distinct().toArray();
    int[] ranks = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      ranks[i] = Bits.get(column.missing(), numbers[i])
          ? 0
          : 1 + Arrays.binarySearch(distinct, column.values()[numbers[i]]);
    }
    return ranks;
  }
}
