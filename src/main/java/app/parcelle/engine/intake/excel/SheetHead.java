package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import app.parcelle.engine.intake.excel.SheetRow.Kind;
import app.parcelle.engine.intake.excel.Workbook.SheetReader;

/**
 * The beginning of a sheet: its first rows that have a value, at most 400, fewer where they are very wide.
 *
 * @param done which part of the sheet they are; 1 when they are all of it
 */
record SheetHead(List<Row> rows, double done) {
  private static final int ROWS = 400;
  private static final int CELLS = 50_000;
  private static final int LONGEST_NAME = 1_000;

  /** A cell; a text is without white space around it, and cut. */
  record Cell(Kind kind, String text) {
    boolean isText() {
      return kind == Kind.TEXT;
    }
  }

  /** A row by its number in the sheet, and its cells by their columns. */
  record Row(int number, TreeMap<Integer, Cell> cells) {
    int width() {
      return cells.size();
    }
  }

  static SheetHead of(SheetReader reader) throws IOException {
    List<Row> rows = new ArrayList<>();
    SheetRow row = new SheetRow();
    int cells = 0;
    while (rows.size() < ROWS && cells < CELLS) {
      if (!reader.next(row)) {
        return new SheetHead(rows, 1);
      }
      TreeMap<Integer, Cell> found = new TreeMap<>();
      for (int i = 0; i < row.cells; i++) {
        String text = row.text(i).strip();
        if (!text.isEmpty()) {
          found.put(row.column(i),
              new Cell(row.kind(i), text.substring(0, Math.min(text.length(), LONGEST_NAME))));
        }
      }
      cells += found.size();
      if (!found.isEmpty()) {
        rows.add(new Row(row.number, found));
      }
    }
    return new SheetHead(rows, Math.clamp(reader.done(), 1e-6, 1));
  }

  /** About how many cells the sheet has. */
  double cells() {
    return rows.stream().mapToInt(Row::width).sum() / done;
  }
}
