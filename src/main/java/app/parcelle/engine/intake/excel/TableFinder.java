package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.excel.SheetHead.Cell;
import app.parcelle.engine.intake.excel.SheetHead.Row;
import app.parcelle.engine.intake.excel.Workbook.Merge;

/**
 * Finds the table in a sheet: below titles, beside empty columns, with its header of one or more rows. Rows of a table are
 * about as wide as each other, titles and notes are narrower; names are texts above values.
 *
 * <p>What it leaves out is only above the table; every column that has a value in the rows looked at is one of the table.
 */
final class TableFinder {
  /** How far below the first row as wide as the table its header is looked for. */
  private static final int DEEPEST = 30;

  private final List<Row> rows;
  private final HeaderRows header;

  private TableFinder(List<Row> rows, HeaderRows header) {
    this.rows = rows;
    this.header = header;
  }

  /** Where the merged cells of a sheet are, asked for when they may decide. */
  interface Merges {
    List<Merge> upTo(int row) throws IOException;
  }

  /** The table of a sheet, as far as a person has not said where it is; null when the sheet has no value there. */
  static @Nullable TableArea find(SheetHead head, Merges merges, TextOptions said) throws IOException {
    Integer skipped = said.skipLines();
    List<Row> rows = head.rows().stream().filter(row -> skipped == null || row.number() > skipped).toList();
    if (rows.isEmpty()) {
      return null;
    }
    TableFinder plain = new TableFinder(rows, new HeaderRows(rows, List.of()));
    int start = plain.start(skipped != null);
    if (plain.mayBeMerged(start)) {
      List<Merge> found = merges.upTo(rows.getLast().number());
      if (!found.isEmpty()) {
        List<Row> filled = MergedCells.fillDown(rows, found);
        TableFinder merged = new TableFinder(filled, new HeaderRows(filled, found));
        return merged.area(merged.start(skipped != null), skipped != null, said.headerRows());
      }
    }
    return plain.area(start, skipped != null, said.headerRows());
  }

  /** The row at which the table seems to begin. */
  private int start(boolean stated) {
    if (stated) {
      return 0;
    }
    int width = width();
    int least = Math.max(Math.min(2, width), (2 * width + 2) / 3);
    int first = 0;
    while (rows.get(first).width() < least) {
      first++;
    }
    int widest = rows.get(first).width();
    for (int i = first + 1; i < Math.min(rows.size(), first + DEEPEST); i++) {
      if (rows.get(i).width() > widest) {
        widest = rows.get(i).width();
        if (header.isHeader(i) && header.standsOut(i)) {
          return i;
        }
      }
    }
    boolean namesAbove = !header.isHeader(first) && follows(first)
        && rows.get(first - 1).width() >= (width + 1) / 2
        && header.isHeader(first - 1);
    return namesAbove ? first - 1 : first;
  }

  /** How many cells the rows of the table have: the width that makes most of the sheet a table. */
  private int width() {
    int[] widths = rows.stream().mapToInt(Row::width).sorted().toArray();
    int best = widths[0];
    long most = 0;
    for (int i = 0; i < widths.length; i++) {
      int atLeast = widths.length - i;
      long weight = (long) widths[i] * widths[i] * atLeast;
      if (weight > most && (atLeast > 1 || widths.length == 1)) {
        most = weight;
        best = widths[i];
      }
    }
    return best;
  }

  /** Whether a row stands directly below the one before it. */
  private boolean follows(int row) {
    return row > 0 && rows.get(row - 1).number() == rows.get(row).number() - 1;
  }

  /** Whether merged cells could change what the header is: a row stands above it, or it has gaps. */
  private boolean mayBeMerged(int start) {
    return follows(start) || !header.isHeader(start)
        || rows.get(start).width() < columns(start).size();
  }

  private TableArea area(int start, boolean stated, @Nullable Integer said) {
    int first = start;
    int last = start - 1;
    if (header.isHeader(start)) {
      last = header.lastOf(start);
      while (!stated && follows(first) && header.isGroup(first - 1, columns(start))) {
        first--;
      }
      if (!stated && first == start && follows(first) && header.repeatsNames(start, last)
          && header.namesGroups(first - 1)) {
        first--;
      }
    } else if (!stated) {
      first = begin(start);
    }
    int firstRow = rows.get(first).number();
    int count = last < start ? 0 : rows.get(last).number() - firstRow + 1;
    if (said != null) {
      // fewer rows than found are those next to the values
      firstRow += Math.max(0, said == 0 ? 0 : count - said);
      count = said;
    }
    return area(firstRow, count);
  }

  /** Without names, the rows above that may be rows of the table belong to it. */
  private int begin(int start) {
    int first = start;
    while (follows(first) && 2 * rows.get(first - 1).width() >= rows.get(start).width()) {
      first--;
    }
    return first;
  }

  private TableArea area(int firstRow, int headerRows) {
    int behind = firstRow + headerRows;
    int from = 0;
    while (from < rows.size() - 1 && rows.get(from).number() < firstRow) {
      from++;
    }
    List<Integer> columns = columns(from);
    List<Row> names = rows.stream().filter(row -> row.number() >= firstRow && row.number() < behind).toList();
    return new TableArea(firstRow, headerRows, columns, header.names(names, columns));
  }

  /** The columns that have a value from a row on. */
  private List<Integer> columns(int from) {
    TreeSet<Integer> columns = new TreeSet<>();
    rows.subList(from, rows.size()).forEach(row -> columns.addAll(row.cells().keySet()));
    return new ArrayList<>(columns);
  }

  /** The cells of a row, which may lie outside. */
  static Map<Integer, Cell> cells(List<Row> rows, int row) {
    return row >= 0 && row < rows.size() ? rows.get(row).cells() : Map.of();
  }
}
