package app.parcelle.engine.intake.ods;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.CountingStream;
import app.parcelle.engine.intake.excel.BadWorkbook;
import app.parcelle.engine.intake.excel.SheetRow;
import app.parcelle.engine.intake.excel.Workbook.Merge;
import app.parcelle.engine.intake.excel.XmlScanner;

/** Goes through the sheets of an OpenDocument text and their rows (ODF 1.3 part 3, 9.1). Used by one thread. */
final class OdsScanner implements Closeable {
  private static final byte[] SPREADSHEET = XmlScanner.ascii("spreadsheet");
  private static final byte[] STYLE = XmlScanner.ascii("style");
  private static final byte[] STYLE_NAME = XmlScanner.ascii("style-name");
  private static final byte[] PROPERTIES = XmlScanner.ascii("table-properties");
  private static final byte[] DISPLAY = XmlScanner.ascii("display");
  private static final byte[] NAME = XmlScanner.ascii("name");
  private static final byte[] TABLE = XmlScanner.ascii("table");
  private static final byte[] ROW = XmlScanner.ascii("table-row");
  private static final List<byte[]> AROUND_ROWS = List.of(XmlScanner.ascii("table-row-group"),
      XmlScanner.ascii("table-header-rows"), XmlScanner.ascii("table-rows"));
  private static final byte[] CELL = XmlScanner.ascii("table-cell");
  private static final byte[] COVERED = XmlScanner.ascii("covered-table-cell");
  private static final byte[] ROWS_REPEATED = XmlScanner.ascii("number-rows-repeated");
  private static final byte[] COLUMNS_REPEATED = XmlScanner.ascii("number-columns-repeated");
  private static final byte[] ROWS_SPANNED = XmlScanner.ascii("number-rows-spanned");
  private static final byte[] COLUMNS_SPANNED = XmlScanner.ascii("number-columns-spanned");

  private static final int MOST_COLUMNS = 1 << 14;
  /** Rows that a sheet may have; programs stop at fewer. */
  private static final int MOST_ROWS = 1 << 24;
  private static final int MOST_MERGES = 100_000;
  private static final int MOST_HIDDEN = 10_000;
  /** Bytes and cells that cells written once may come to by being repeated in their row. */
  private static final long MOST_REPEATED = 1L << 28;

  private final CountingStream source;
  private final XmlScanner xml;
  private final OdsCell cell;
  private final Set<String> hidden = new HashSet<>();
  private boolean inSheets;
  private boolean inSheet;
  /** How many groups are around the rows. */
  private int around;
  private @Nullable String name;
  private boolean isHidden;
  private int number;
  private int repeated;
  private long repeatedCells;
  private @Nullable List<Merge> merges;

  OdsScanner(InputStream text) throws IOException {
    source = new CountingStream(text);
    xml = new XmlScanner(source);
    cell = new OdsCell(xml);
  }

  /** Bytes of the text taken so far. Any thread may ask. */
  long taken() {
    return source.taken();
  }

  /** The name of the sheet; the given place, from 0, where it has none. */
  String name(int place) {
    return name == null ? Integer.toString(place + 1) : name;
  }

  boolean isHidden() {
    return isHidden;
  }

  /** The number of the row, from 1; of the first one where it stands for several. */
  int number() {
    return number - repeated + 1;
  }

  /** How many rows, one behind the other, it stands for. */
  int repeated() {
    return repeated;
  }

  /** Goes to the next sheet, from within one or from behind it; false when there is none. */
  boolean nextSheet() throws IOException {
    if (!inSheets) {
      toSheets();
    }
    if (inSheet) {
      xml.skip();
      inSheet = false;
    }
    while (true) {
      switch (xml.next()) {
        case XmlScanner.OPEN -> {
          if (xml.is(TABLE)) {
            begin();
            return true;
          }
          xml.skip();
        }
        case XmlScanner.CLOSE -> {
          return false;
        }
        default -> throw BadWorkbook.damaged();
      }
    }
  }

  private void begin() throws IOException {
    String said = xml.value(NAME);
    name = said == null || said.isBlank() ? null : said;
    isHidden = hidden.contains(xml.value(STYLE_NAME));
    inSheet = true;
    around = 0;
    number = 0;
    repeated = 1;
    repeatedCells = 0;
  }

  /** Goes to what holds the sheets, and learns on the way which styles hide one. */
  private void toSheets() throws IOException {
    String style = null;
    while (true) {
      int tag = xml.next();
      if (tag == XmlScanner.END) {
        throw BadWorkbook.damaged();
      }
      if (tag == XmlScanner.OPEN && xml.is(STYLE)) {
        style = xml.value(NAME);
      } else if (tag == XmlScanner.OPEN && xml.is(PROPERTIES) && "false".equals(xml.value(DISPLAY))
          && style != null && hidden.size() < MOST_HIDDEN) {
        hidden.add(style);
      } else if (tag == XmlScanner.OPEN && xml.is(SPREADSHEET)) {
        inSheets = true;
        return;
      }
    }
  }

  /** Takes the next row of the sheet that has a value; false when there is none. */
  boolean nextRow(SheetRow row) throws IOException {
    while (inSheet) {
      switch (xml.next()) {
        case XmlScanner.OPEN -> {
          if (xml.is(ROW)) {
            cells(row);
            if (row.size() > 0) {
              return true;
            }
          } else if (AROUND_ROWS.stream().anyMatch(xml::is)) {
            around++;
          } else {
            xml.skip();
          }
        }
        case XmlScanner.CLOSE -> inSheet = around-- > 0;
        default -> throw BadWorkbook.damaged();
      }
    }
    return false;
  }

  private void cells(SheetRow row) throws IOException {
    repeated = number(ROWS_REPEATED, MOST_ROWS);
    number += repeated;
    row.begin(number());
    int column = 0;
    while (true) {
      switch (xml.next()) {
        case XmlScanner.OPEN -> {
          if (xml.is(CELL)) {
            column = cell(row, column);
          } else if (xml.is(COVERED)) {
            column += number(COLUMNS_REPEATED, MOST_COLUMNS);
            xml.skip();
          } else {
            xml.skip();
          }
        }
        case XmlScanner.CLOSE -> {
          requireRoom(row);
          return;
        }
        default -> throw BadWorkbook.damaged();
      }
    }
  }

  private void requireRoom(SheetRow row) throws BadWorkbook {
    if (number > MOST_ROWS) {
      if (row.size() > 0) {
        throw BadWorkbook.bomb();
      }
      number = MOST_ROWS;
    }
  }

  /** Reads the cell just opened, and goes behind it; returns the column behind it. */
  private int cell(SheetRow row, int column) throws IOException {
    int times = number(COLUMNS_REPEATED, MOST_COLUMNS);
    merge(column);
    if (!cell.read()) {
      return column + times;
    }
    if (column + times > MOST_COLUMNS) {
      throw BadWorkbook.damaged();
    }
    long before = row.length();
    cell.put(row, column);
    repeatedCells += (times - 1) * (1 + row.length() - before);
    if (repeatedCells > MOST_REPEATED) {
      throw BadWorkbook.bomb();
    }
    for (int i = 1; i < times; i++) {
      cell.put(row, column + i);
    }
    return column + times;
  }

  private void merge(int column) throws IOException {
    if (merges != null && merges.size() < MOST_MERGES) {
      int rows = number(ROWS_SPANNED, MOST_ROWS);
      int columns = number(COLUMNS_SPANNED, MOST_COLUMNS);
      if (rows > 1 || columns > 1) {
        merges.add(new Merge(number(), number() + rows - 1, column, column + columns - 1));
      }
    }
  }

  /** The cells of the sheet that are shown as one and begin up to a row. */
  List<Merge> merges(int lastRow) throws IOException {
    List<Merge> found = new ArrayList<>();
    merges = found;
    SheetRow row = new SheetRow();
    while (nextRow(row) && number() <= lastRow) {
      // cells are noted as they are read
    }
    merges = null;
    return found;
  }

  /** How often something stands there, or how far it reaches: 1 where nothing is said. */
  private int number(byte[] attribute, int most) throws IOException {
    String said = xml.value(attribute);
    if (said == null) {
      return 1;
    }
    try {
      return Math.clamp(Long.parseLong(said.strip()), 1, most);
    } catch (NumberFormatException e) {
      throw BadWorkbook.damaged();
    }
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
