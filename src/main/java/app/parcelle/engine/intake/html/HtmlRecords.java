package app.parcelle.engine.intake.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import app.parcelle.engine.intake.RecordBuffer;
import app.parcelle.engine.intake.RecordStream;
import app.parcelle.engine.intake.html.HtmlScanner.Event;

/** The rows of one table of a page. A cell over several columns or rows stands in the first of them; the others are empty. */
final class HtmlRecords extends RecordStream {
  private static final int MOST_COLUMNS = 1 << 14;
  private static final Set<String> BLOCKS = Set.of("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5",
      "h6");

  private final HtmlScanner page;
  private final int table;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  /** For how many more rows each column is taken by a cell further up. */
  private int[] taken = new int[16];
  private int seen = -1;
  private int columns = 1;
  private int rows = 1;
  private boolean inRow;
  private boolean inCell;
  private boolean ended;

  HtmlRecords(HtmlScanner page, int table) {
    this.page = page;
    this.table = table;
  }

  @Override
  protected boolean next(RecordBuffer into) throws IOException {
    while (!ended) {
      Event event = page.next();
      boolean row = switch (event) {
        case OPEN -> open(page.name);
        case CLOSE -> close(page.name);
        case TEXT -> {
          text(page.text);
          yield false;
        }
        case END -> {
          ended = true;
          yield endRow();
        }
      };
      if (row) {
        write(into);
        return true;
      }
    }
    return false;
  }

  /** Whether the tag ends a row, because it begins one or the table ends. */
  private boolean open(String tag) {
    if (tag.equals("table")) {
      seen++;
      return false;
    }
    if (seen != table) {
      return false;
    }
    switch (tag) {
      case "tr" -> {
        boolean row = endRow();
        inRow = true;
        return row;
      }
      case "td", "th" -> {
        endCell();
        inRow = true;
        inCell = true;
        columns = page.columns;
        rows = page.rows;
      }
      case "br" -> breakLine();
      default -> {
        if (BLOCKS.contains(tag)) {
          blank();
        }
      }
    }
    return false;
  }

  private boolean close(String tag) {
    if (seen != table) {
      return false;
    }
    return switch (tag) {
      case "td", "th" -> {
        endCell();
        yield false;
      }
      case "tr" -> endRow();
      case "table" -> {
        ended = true;
        yield endRow();
      }
      default -> false;
    };
  }

  private void text(CharSequence text) {
    for (int i = 0; inCell && i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        blank();
      } else if (cell.length() <= RecordBuffer.LONGEST_CELL) {
        cell.append(c);
      }
    }
  }

  /** White space of any length is one blank, and none at the beginning of a line. */
  private void blank() {
    int length = cell.length();
    if (inCell && length > 0 && cell.charAt(length - 1) != ' ' && cell.charAt(length - 1) != '\n') {
      cell.append(' ');
    }
  }

  private void breakLine() {
    if (inCell && !cell.isEmpty()) {
      cell.append('\n');
    }
  }

  private void endCell() {
    if (!inCell) {
      return;
    }
    inCell = false;
    skipTaken();
    place(cell.toString().strip());
    for (int c = 1; c < columns; c++) {
      skipTaken();
      place("");
    }
    cell.setLength(0);
  }

  private void skipTaken() {
    while (cells.size() < taken.length && taken[cells.size()] > 0) {
      taken[cells.size()]--;
      cells.add("");
    }
  }

  private void place(String text) {
    int column = cells.size();
    if (column >= MOST_COLUMNS) {
      return;
    }
    if (column >= taken.length) {
      taken = java.util.Arrays.copyOf(taken, 2 * column);
    }
    taken[column] = rows - 1;
    cells.add(text);
  }

  /** Whether there was a row. */
  private boolean endRow() {
    endCell();
    boolean row = inRow;
    if (row) {
      skipTaken();
    }
    inRow = false;
    return row;
  }

  private void write(RecordBuffer into) {
    boolean filled = cells.stream().anyMatch(text -> !text.isEmpty());
    if (filled) {
      cells.forEach(text -> {
        if (text.isEmpty()) {
          into.empty();
        } else {
          into.text(text);
        }
      });
      into.end();
    } else {
      into.skip();
    }
    cells.clear();
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
