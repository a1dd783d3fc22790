package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** The values of one column in the rows of a step, of one customer after the other. Not safe between threads. */
final class StepValues {
  private final StepPlan.Side side;
  private final List<RowCursor> cursors = new ArrayList<>();
  private final List<SameValues.Cursor> texts = new ArrayList<>();
  private long[] values = new long[64];
  private boolean[] missing = new boolean[64];

  StepValues(Dataset data, StepPlan.Side side) {
    this.side = side;
    for (TableVersion.Run run : side.table().runs()) {
      RowCursor cursor = new RowCursor(data, side.table(), side.column(), run);
      cursors.add(cursor);
      SameValues same = side.same();
      if (same != null) {
        texts.add(same.cursor(cursor));
      }
    }
  }

  void load(MergedRows rows) {
    if (values.length < rows.size()) {
      values = new long[2 * rows.size()];
      missing = Arrays.copyOf(missing, 2 * rows.size());
    }
    for (int i = 0; i < rows.size(); i++) {
      int run = (int) (rows.position(i) >> 32);
      int row = (int) rows.position(i);
      missing[i] = cursors.get(run).missing(row);
      if (!missing[i]) {
        values[i] = texts.isEmpty()
            ? side.number().applyAsLong(cursors.get(run).at(row))
            : texts.get(run).at(row);
      }
    }
  }

  long at(int i) {
    return values[i];
  }

  boolean missing(int i) {
    return missing[i];
  }
}
