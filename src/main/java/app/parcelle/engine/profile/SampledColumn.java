package app.parcelle.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.ValueText;

/**
 * Some rows of a column, as numbers or as categories.
 *
 * @param numbers NaN where there is no value; empty for categories
 * @param codes -1 where there is no value; empty for numbers
 * @param names of the categories, by code
 */
record SampledColumn(String name, double[] numbers, int[] codes, List<String> names) {

  /** The columns that can be compared, {@link Associations#MOST_COLUMNS} at most, with the same rows each. */
  static List<SampledColumn> of(Dataset data, TableVersion table, JobContext job) {
    List<Column> candidates = table.columns()
        .stream()
        .filter(column -> column.type() != ColumnType.IDENTIFIER)
        .toList();
    int every = every(table.rows(), Math.min(candidates.size(), Associations.MOST_COLUMNS));
    List<SampledColumn> columns = new ArrayList<>();
    for (Column column : candidates) {
      SampledColumn sampled = columns.size() < Associations.MOST_COLUMNS
          ? of(new Cells(data, table, column, job), every)
          : null;
      if (sampled != null) {
        columns.add(sampled);
      }
    }
    return columns;
  }

  /** Null for a text with more than {@link Associations#MOST_CATEGORIES} values. */
  static @Nullable SampledColumn of(Cells cells) {
    return of(cells, every(cells.table().rows(), 1));
  }

  /** Every how many-th row is taken, so that so many columns stay within bounds. */
  static int every(long rows, int columns) {
    long most = Math.min(Associations.MOST_ROWS, Associations.MOST_CELLS / Math.max(1, columns));
    return (int) Math.max(1, (rows + most - 1) / most);
  }

  private static @Nullable SampledColumn of(Cells cells, int every) {
    int rows = Math.toIntExact((cells.table().rows() + every - 1) / every);
    Column column = cells.column();
    boolean categories = column.type().isText() || column.type() == ColumnType.YES_NO;
    double[] numbers = new double[categories ? 0 : rows];
    int[] codes = new int[categories ? rows : 0];
    Arrays.fill(numbers, Double.NaN);
    Arrays.fill(codes, -1);
    Map<String, Integer> known = new LinkedHashMap<>();
    int[] at = new int[2];
    cells.chunks(chunk -> {
      int row = at[0];
      for (; row < chunk.rows() && known.size() <= Associations.MOST_CATEGORIES; row += every) {
        if (!chunk.isMissing(row)) {
          if (categories) {
            codes[at[1]] = known.computeIfAbsent(category(cells, chunk, row), _ -> known.size());
          } else {
            numbers[at[1]] = chunk.at(row);
          }
        }
        at[1]++;
      }
      at[0] = row - chunk.rows();
    });
    return known.size() > Associations.MOST_CATEGORIES
        ? null
        : new SampledColumn(column.name(), numbers, codes, List.copyOf(known.keySet()));
  }

  private static String category(Cells cells, Chunk chunk, int row) {
    Dictionary dictionary = chunk.dictionary();
    return dictionary == null
        ? ValueText.of(cells.column(), chunk.at(row), cells.data().zone())
        : dictionary.text(chunk.at(row));
  }

  int categories() {
    return names.size();
  }

  int rows() {
    return Math.max(numbers.length, codes.length);
  }

  /** How many rows have a value. */
  int present() {
    return (int) IntStream.range(0, rows()).filter(this::has).count();
  }

  /** The ranks of numbers among all that are there, from 1; equal ones share the mean of theirs. */
  double[] ranks() {
    boolean[] taken = new boolean[rows()];
    int count = 0;
    for (int row = 0; row < taken.length; row++) {
      taken[row] = has(row);
      count += taken[row] ? 1 : 0;
    }
    return Associations.ranks(numbers, taken, count);
  }

  boolean isNumber() {
    return numbers.length > 0;
  }

  boolean has(int row) {
    return isNumber() ? !Double.isNaN(numbers[row]) : codes[row] >= 0;
  }

  int category(int row) {
    return codes[row];
  }
}
