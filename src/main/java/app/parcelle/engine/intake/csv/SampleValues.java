package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.intake.ColumnValues;
import app.parcelle.engine.table.TextIndex;

/** The different values that the columns of a sample hold. */
final class SampleValues {
  private SampleValues() {}

  static List<ColumnValues> of(Inspection found) {
    List<ColumnValues> columns = new ArrayList<>();
    List<ColumnPlan> plans = found.layout().columns();
    for (int c = 0; c < plans.size(); c++) {
      TextIndex values = new TextIndex();
      for (FieldBatch batch : found.table().batches()) {
        for (int r = 0; r < batch.rows(); r++) {
          add(batch, r, c, values);
        }
      }
      columns.add(new ColumnValues(plans.get(c).name(), plans.get(c).type(), plans.get(c).role(),
          values.dictionary()));
    }
    return columns;
  }

  private static void add(FieldBatch batch, int row, int column, TextIndex values) {
    int start = batch.start(row, column);
    byte[] b = batch.bytes();
    int from = Cells.trimStart(b, start, batch.end(row, column));
    int to = Cells.trimEnd(b, from, batch.end(row, column));
    if (!Cells.isNothing(b, from, to, batch.quoted(start))) {
      values.add(b, from, to);
    }
  }
}
