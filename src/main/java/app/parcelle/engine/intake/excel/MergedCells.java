package app.parcelle.engine.intake.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import app.parcelle.engine.intake.excel.SheetHead.Cell;
import app.parcelle.engine.intake.excel.SheetHead.Row;
import app.parcelle.engine.intake.excel.Workbook.Merge;

/** Puts the value of cells merged over several rows into each of these rows, where a name would be missing otherwise. */
final class MergedCells {
  private MergedCells() {}

  static List<Row> fillDown(List<Row> rows, List<Merge> merges) {
    List<Row> filled = new ArrayList<>();
    TreeMap<Integer, Row> byNumber = new TreeMap<>();
    for (Row row : rows) {
      Row copy = new Row(row.number(), new TreeMap<>(row.cells()));
      filled.add(copy);
      byNumber.put(row.number(), copy);
    }
    for (Merge merge : merges) {
      Row first = byNumber.get(merge.firstRow());
      Cell value = first == null ? null : first.cells().get(merge.firstColumn());
      if (value != null && merge.lastRow() > merge.firstRow()) {
        byNumber.subMap(merge.firstRow(), false, merge.lastRow(), true)
            .values()
            .forEach(row -> row.cells().putIfAbsent(merge.firstColumn(), value));
      }
    }
    return filled;
  }
}
