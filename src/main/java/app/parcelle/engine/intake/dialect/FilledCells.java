package app.parcelle.engine.intake.dialect;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What the rows of a group, read one after the other, leave to the rows above. */
final class FilledCells {
  private final FillDown cells;
  private final Map<Integer, String> former = new HashMap<>();
  private String group = "";

  FilledCells(FillDown cells) {
    this.cells = cells;
  }

  /** Goes to the next row. */
  void see(CutRecord record) {
    String now = cells.by() < record.count ? record.text(cells.by()) : "";
    if (now.isEmpty() || !now.equals(group)) {
      former.clear();
      group = now;
    }
    for (int column : cells.columns()) {
      if (column < record.count && !record.isEmpty(column)) {
        former.put(column, record.text(column));
      }
    }
  }

  /** What an empty cell of the row means; null where it means nothing. */
  @Nullable
  String at(int column) {
    return former.get(column);
  }
}
