package app.parcelle.engine.intake.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

import app.parcelle.engine.intake.excel.SheetRow.Kind;

/** Reads the cells of a sheet of an xlsx file (ECMA-376 part 1, 18.3.1). */
final class XlsxSheetReader implements Workbook.SheetReader {
  private static final byte[] DATA = XmlScanner.ascii("sheetData");
  private static final byte[] ROW = XmlScanner.ascii("row");
  private static final byte[] CELL = XmlScanner.ascii("c");
  private static final byte[] VALUE = XmlScanner.ascii("v");
  private static final byte[] FORMULA = XmlScanner.ascii("f");
  private static final byte[] INLINE = XmlScanner.ascii("is");
  private static final byte[] PLACE = XmlScanner.ascii("r");
  private static final byte[] STYLE = XmlScanner.ascii("s");
  private static final byte[] INLINE_TEXT = XmlScanner.ascii("inlineStr");
  private static final byte[] TYPE = XmlScanner.ascii("t");

  /** What the type of a cell says of its value. */
  private enum Type {
    NUMBER, SHARED, TEXT, INLINE, YES_NO, ERROR, DAY
  }

  private final Parts.Unpacked bytes;
  private final long size;
  private final XmlScanner xml;
  private final SharedTexts texts;
  private final XlsxStyles styles;
  private final boolean from1904;
  private final Bytes value = new Bytes();
  private int rowNumber;
  private boolean ended;
  private long uncalculated;

  XlsxSheetReader(Parts.Unpacked bytes, long size, SharedTexts texts, XlsxStyles styles, boolean from1904)
      throws IOException {
    this.bytes = bytes;
    this.size = size;
    this.texts = texts;
    this.styles = styles;
    this.from1904 = from1904;
    this.xml = new XmlScanner(bytes);
    do {
      if (xml.next() == XmlScanner.END) {
        throw BadWorkbook.damaged();
      }
    } while (!xml.is(DATA));
  }

  @Override
  public double done() {
    return Math.min(1, (double) bytes.taken() / size);
  }

  @Override
  public long uncalculated() {
    return uncalculated;
  }

  @Override
  public boolean next(SheetRow row) throws IOException {
    while (!ended) {
      switch (xml.next()) {
        case XmlScanner.OPEN -> {
          if (xml.is(ROW)) {
            cells(row);
            if (row.cells > 0) {
              return true;
            }
          }
        }
        case XmlScanner.CLOSE -> ended = xml.is(DATA);
        default -> throw BadWorkbook.damaged();
      }
    }
    return false;
  }

  private void cells(SheetRow row) throws IOException {
    int place = xml.attribute(PLACE);
    int said = place < 0 ? 0 : CellPlace.row(xml.bytes(), xml.valueFrom(place), xml.valueTo(place));
    rowNumber = said > 0 ? said : rowNumber + 1;
    if (rowNumber > Workbook.MOST_ROWS) {
      throw BadWorkbook.damaged();
    }
    row.begin(rowNumber);
    int column = -1;
    while (true) {
      switch (xml.next()) {
        case XmlScanner.OPEN -> {
          if (xml.is(CELL)) {
            column = cell(row, column);
          }
        }
        case XmlScanner.CLOSE -> {
          if (xml.is(ROW)) {
            return;
          }
        }
        default -> throw BadWorkbook.damaged();
      }
    }
  }

  /** Reads the cell just opened, and goes behind it; returns its column. */
  private int cell(SheetRow row, int before) throws IOException {
    int place = xml.attribute(PLACE);
    int said = place < 0 ? -1 : CellPlace.column(xml.bytes(), xml.valueFrom(place), xml.valueTo(place));
    int column = said >= 0 ? said : before + 1;
    if (column >= Workbook.MOST_COLUMNS) {
      throw BadWorkbook.damaged();
    }
    Type type = type();
    int styled = xml.attribute(STYLE);
    int style = styled < 0 ? 0 : whole(xml.bytes(), xml.valueFrom(styled), xml.valueTo(styled));
    value.clear();
    value.limit(SheetRow.LONGEST_TEXT);
    boolean formula = false;
    boolean valued = false;
    while (true) {
      switch (xml.next()) {
        case XmlScanner.OPEN -> {
          if (xml.is(VALUE)) {
            xml.text(value);
            valued = true;
          } else if (xml.is(INLINE)) {
            RichText.read(xml, INLINE, value);
            valued = true;
          } else {
            formula |= xml.is(FORMULA);
          }
        }
        case XmlScanner.CLOSE -> {
          if (xml.is(CELL)) {
            if (value.length > 0) {
              put(row, column, type, style);
            } else if (formula && !(valued && type == Type.TEXT)) {
              uncalculated++;
            }
            return column;
          }
        }
        default -> throw BadWorkbook.damaged();
      }
    }
  }

  private Type type() {
    int said = xml.attribute(TYPE);
    if (said < 0) {
      return Type.NUMBER;
    }
    int from = xml.valueFrom(said);
    if (xml.valueTo(said) - from != 1) {
      return Arrays.equals(xml.bytes(), from, xml.valueTo(said), INLINE_TEXT, 0, INLINE_TEXT.length)
          ? Type.INLINE
          : Type.TEXT;
    }
    return switch (xml.bytes()[from]) {
      case 'n' -> Type.NUMBER;
      case 's' -> Type.SHARED;
      case 'b' -> Type.YES_NO;
      case 'e' -> Type.ERROR;
      case 'd' -> Type.DAY;
      default -> Type.TEXT;
    };
  }

  private void put(SheetRow row, int column, Type type, int style) throws IOException {
    Bytes own = row.own();
    int from = own.length;
    switch (type) {
      case SHARED -> texts.put(whole(value.bytes, 0, value.length), column, row);
      case TEXT, INLINE, ERROR -> {
        if (type == Type.TEXT) {
          RichText.unescape(value, 0);
        }
        own.add(value.bytes, 0, value.length);
        row.add(column, type == Type.ERROR ? Kind.ERROR : Kind.TEXT, from);
      }
      case YES_NO -> {
        boolean yes = value.length == 1 ? value.bytes[0] == '1' : value.text(0).equalsIgnoreCase("true");
        row.yesNo(column, yes);
      }
      case DAY -> {
        day(own);
        row.add(column, Kind.TEXT, from);
      }
      case NUMBER -> row.add(column, number(own, styles.format(style)), from);
    }
  }

  private Kind number(Bytes own, CellFormat format) {
    if (format != CellFormat.NUMBER) {
      double serial = CellText.number(value.bytes, 0, value.length);
      if (CellText.date(serial, format, from1904, own)) {
        return Kind.TIME;
      }
    }
    if (CellText.number(value.bytes, 0, value.length, own)) {
      return Kind.NUMBER;
    }
    own.add(value.bytes, 0, value.length);
    return Kind.TEXT;
  }

  /** A time of ISO 8601, as the strict dialect writes it; the midnight of a day says nothing. */
  private void day(Bytes own) {
    String text = value.text(0).strip().replace('T', ' ').replaceFirst("Z$", "").replaceFirst("\\.0+$", "");
    byte[] utf8 = text.replaceFirst(" 00:00:00$", "").getBytes(UTF_8);
    own.add(utf8, 0, utf8.length);
  }

  /** A whole number without sign; -1 when it is none. */
  private static int whole(byte[] b, int from, int to) {
    int number = 0;
    for (int p = from; p < to; p++) {
      int digit = b[p] - '0';
      if (digit < 0 || digit > 9 || number > (Integer.MAX_VALUE - 9) / 10) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return to > from ? number : -1;
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
