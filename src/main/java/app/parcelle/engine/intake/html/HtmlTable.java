package app.parcelle.engine.intake.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jsoup.nodes.Element;

import app.parcelle.engine.intake.excel.BadWorkbook;
import app.parcelle.engine.intake.excel.SheetRow;
import app.parcelle.engine.intake.excel.Workbook.Merge;

/**
 * Puts the cells of a table of a web page where they are shown: one that reaches over several columns or rows leaves the
 * others without a value (HTML Living Standard, 4.9.12).
 */
final class HtmlTable {
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int WIDEST = 1_000;
  private static final int HIGHEST = 65_534;
  private static final String UNSEEN = "script, style, template, [hidden], [style~=(?i)display\\s*:\\s*none]";

  private final int number;
  private final String caption;
  private int rows;
  /** For each column how many rows from here on a cell above reaches into it. */
  private int[] reached = new int[0];
  private List<Merge> merges = List.of();

  HtmlTable(int number, String caption) {
    this.number = number;
    this.caption = caption;
  }

  int number() {
    return number;
  }

  String caption() {
    return caption;
  }

  int rows() {
    return rows;
  }

  List<Merge> merges() {
    return merges;
  }

  /** Reads a row that follows those before. */
  void read(Element element, SheetRow row) throws BadWorkbook {
    row.begin(++rows);
    List<Merge> found = new ArrayList<>();
    int column = 0;
    for (Element cell : element.children()) {
      if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
        continue;
      }
      while (column < reached.length && reached[column] > 0) {
        column++;
      }
      int width = reach(cell, "colspan", WIDEST);
      int height = reach(cell, "rowspan", HIGHEST);
      if (column + width > MOST_COLUMNS) {
        throw BadWorkbook.damaged();
      }
      put(cell, column, row);
      if (width > 1 || height > 1) {
        found.add(new Merge(rows, rows + height - 1, column, column + width - 1));
      }
      column += width;
    }
    for (int c = 0; c < reached.length; c++) {
      reached[c] = Math.max(0, reached[c] - 1);
    }
    found.forEach(this::reach);
    merges = found;
  }

  private void reach(Merge merge) {
    reached = Arrays.copyOf(reached, Math.max(reached.length, merge.lastColumn() + 1));
    for (int c = merge.firstColumn(); c <= merge.lastColumn(); c++) {
      reached[c] = Math.max(reached[c], merge.lastRow() - merge.firstRow());
    }
  }

  private static int reach(Element cell, String attribute, int most) {
    String said = cell.attr(attribute).strip();
    if (said.isEmpty() || said.length() > 9 || !said.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 1;
    }
    int reach = Integer.parseInt(said);
    // nothing means to the end of the table
    return reach == 0 ? attribute.equals("rowspan") ? most : 1 : Math.min(reach, most);
  }

  private static void put(Element cell, int column, SheetRow row) throws BadWorkbook {
    // what spreadsheets write beside the text is the number it shows
    String number = cell.attr("x:num");
    if (!number.isEmpty()) {
      row.number(column, number);
      return;
    }
    if (cell.childrenSize() > 0) {
      cell.select(UNSEEN).remove();
    }
    String text = cell.text().replace('\u00A0', ' ').strip();
    if (!text.isEmpty()) {
      row.text(column, text);
    }
  }
}
