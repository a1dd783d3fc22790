package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Dictionary;

/**
 * The members of a segment as the rows of a table, of which only those asked for are made.
 *
 * @param fields its columns
 * @param numbers the customer numbers of its rows, from top to bottom; not to be written to
 * @param cells the values of the columns
 * @param keys the customers by number
 */
@SuppressWarnings("ArrayRecordComponent")
public record MemberRows(List<Field> fields, int[] numbers, List<Cells> cells, Dictionary keys) {
  private static final int STRIDE = 8_192;

  public MemberRows {
    fields = List.copyOf(fields);
    cells = List.copyOf(cells);
  }

  /** One member. */
  public record Row(String key, List<@Nullable Value> values) {}

  public int size() {
    return numbers.length;
  }

  /** Rows {@code from .. to - 1}. */
  public List<Row> page(int from, int to) {
    List<Row> page = new ArrayList<>(to - from);
    for (int row = from; row < to; row++) {
      @Nullable
      Value[] values = new Value[cells.size()];
      for (int column = 0; column < values.length; column++) {
        values[column] = cells.get(column).at(numbers[row]);
      }
      page.add(new Row(keys.text(numbers[row]), Arrays.asList(values)));
    }
    return page;
  }

  /** The row of a key; else the first whose key begins so, whatever the case; -1 where none does. */
  public int find(String typed, JobContext job) {
    String wanted = typed.strip();
    int first = -1;
    for (int row = 0; row < numbers.length; row++) {
      if (row % STRIDE == 0) {
        job.throwIfCancelled();
      }
      String key = keys.text(numbers[row]);
      if (key.equals(wanted)) {
        return row;
      }
      if (first < 0 && key.regionMatches(true, 0, wanted, 0, wanted.length())) {
        first = row;
      }
    }
    return first;
  }
}
