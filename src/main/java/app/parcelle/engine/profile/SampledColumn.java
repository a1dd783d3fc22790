package app.parcelle.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TableVersion;

/**
 * Some rows of a column, as numbers or as categories.
 *
 * @param numbers NaN where there is no value; empty for categories
 * @param codes -1 where there is no value; empty for numbers
 */
record SampledColumn(String name, double[] numbers, int[] codes, int categories) {

  /** The columns that can be compared, with the same rows each. */
  static List<SampledColumn> of(Dataset data, TableVersion table, JobContext job) {
    List<SampledColumn> columns = new ArrayList<>();
    int every = (int) Math.max(1, (table.rows() + Associations.MOST_ROWS - 1) / Associations.MOST_ROWS);
    for (Column column : table.columns()) {
      SampledColumn sampled = column.type() == ColumnType.IDENTIFIER
          ? null
          : of(new Cells(data, table, column, job), every);
      if (sampled != null) {
        columns.add(sampled);
      }
    }
    return columns;
  }

  private static @Nullable SampledColumn of(Cells cells, int every) {
    int rows = Math.toIntExact((cells.table().rows() + every - 1) / every);
    Column column = cells.column();
    boolean categories = column.type().isText() || column.type() == ColumnType.YES_NO;
    double[] numbers = new double[categories ? 0 : rows];
    int[] codes = new int[categories ? rows : 0];
    Arrays.fill(numbers, Double.NaN);
    Arrays.fill(codes, -1);
    Map<String, Integer> known = new HashMap<>();
    int[] at = new int[2];
    cells.chunks(chunk -> {
      int row = at[0];
      for (; row < chunk.rows() && known.size() <= Associations.MOST_CATEGORIES; row += every) {
        if (!chunk.isMissing(row)) {
          if (categories) {
            codes[at[1]] = known.computeIfAbsent(category(chunk, row), _ -> known.size());
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
        : new SampledColumn(column.name(), numbers, codes, known.size());
  }

  private static String category(Chunk chunk, int row) {
    Dictionary dictionary = chunk.dictionary();
    return dictionary == null ? Long.toString(chunk.at(row)) : dictionary.text(chunk.at(row));
  }

  int rows() {
    return Math.max(numbers.length, codes.length);
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
