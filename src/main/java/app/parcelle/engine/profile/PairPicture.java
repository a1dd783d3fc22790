package app.parcelle.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** How two columns go together, to be drawn; of the same rows as {@link Associations}. Numbers are as they are stored. */
public sealed interface PairPicture {
  /** Points of a cloud at most. */
  int MOST_POINTS = 400;

  /** Categories shown of a column at most, the most frequent ones. */
  int MOST_SHOWN = 8;

  /**
   * Two numbers: some of their rows at equal distances.
   *
   * @param x of the first column
   * @param y of the second
   */
  record Points(List<Long> x, List<Long> y) implements PairPicture {
    public Points {
      x = List.copyOf(x);
      y = List.copyOf(y);
    }
  }

  /**
   * A category and a number.
   *
   * @param groups the most frequent categories, the largest first
   */
  record Boxes(Column category, Column number, List<Box> groups) implements PairPicture {
    public Boxes {
      groups = List.copyOf(groups);
    }
  }

  /** The number in one category: its 5 %, 25 %, 50 %, 75 % and 95 % quantiles (Hyndman and Fan 1996, type 1). */
  record Box(String category, long rows, long low, long first, long median, long third, long high) {}

  /**
   * Two categories.
   *
   * @param rows counts by the most frequent of the first column, then of the second
   */
  record Counts(List<String> first, List<String> second, List<List<Long>> rows) implements PairPicture {
    public Counts {
      first = List.copyOf(first);
      second = List.copyOf(second);
      rows = List.copyOf(rows);
    }
  }

  /** The picture of a pair of columns; null where one of them is not compared. */
  static @Nullable PairPicture of(Dataset data, TableVersion table, Column first, Column second,
      JobContext job) {
    SampledColumn a = SampledColumn.of(new Cells(data, table, first, job));
    SampledColumn b = SampledColumn.of(new Cells(data, table, second, job));
    if (a == null || b == null) {
      return null;
    }
    int[] both = IntStream.range(0, a.rows()).filter(row -> a.has(row) && b.has(row)).toArray();
    if (a.isNumber() && b.isNumber()) {
      return points(a, b, both);
    }
    if (a.isNumber() || b.isNumber()) {
      return a.isNumber() ? boxes(second, b, first, a, both) : boxes(first, a, second, b, both);
    }
    return counts(a, b, both);
  }

  private static Points points(SampledColumn a, SampledColumn b, int[] both) {
    int every = Math.max(1, (both.length + MOST_POINTS - 1) / MOST_POINTS);
    List<Long> x = new ArrayList<>();
    List<Long> y = new ArrayList<>();
    for (int i = 0; i < both.length; i += every) {
      x.add((long) a.numbers()[both[i]]);
      y.add((long) b.numbers()[both[i]]);
    }
    return new Points(x, y);
  }

  private static Boxes boxes(Column category, SampledColumn groups, Column number, SampledColumn numbers,
      int[] both) {
    List<Box> boxes = new ArrayList<>();
    for (int group : mostFrequent(groups, both)) {
      double[] sorted = Arrays.stream(both)
          .filter(row -> groups.category(row) == group)
          .mapToDouble(row -> numbers.numbers()[row])
          .sorted()
          .toArray();
      boxes.add(new Box(groups.names().get(group), sorted.length, at(sorted, 0.05), at(sorted, 0.25),
          at(sorted, 0.5), at(sorted, 0.75), at(sorted, 0.95)));
    }
    return new Boxes(category, number, boxes);
  }

  private static long at(double[] sorted, double level) {
    return (long) sorted[Math.max(1, (int) Math.ceil(level * sorted.length)) - 1];
  }

  private static Counts counts(SampledColumn a, SampledColumn b, int[] both) {
    List<Integer> ofA = mostFrequent(a, both);
    List<Integer> ofB = mostFrequent(b, both);
    long[][] counts = new long[a.categories()][b.categories()];
    for (int row : both) {
      counts[a.category(row)][b.category(row)]++;
    }
    return new Counts(ofA.stream().map(a.names()::get).toList(), ofB.stream().map(b.names()::get).toList(),
        ofA.stream().map(i -> ofB.stream().map(j -> counts[i][j]).toList()).toList());
  }

  /** Of equally frequent ones, those that come first. */
  private static List<Integer> mostFrequent(SampledColumn column, int[] rows) {
    long[] counts = new long[column.categories()];
    for (int row : rows) {
      counts[column.category(row)]++;
    }
    return IntStream.range(0, counts.length)
        .boxed()
        .filter(code -> counts[code] > 0)
        .sorted(Comparator.comparingLong((Integer code) -> counts[code]).reversed())
        .limit(MOST_SHOWN)
        .toList();
  }
}
