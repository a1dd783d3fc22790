package app.parcelle.engine.intake.ods;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.RecordBuffer;
import app.parcelle.engine.intake.excel.BadWorkbook;
import app.parcelle.engine.intake.excel.SheetRow;
import app.parcelle.engine.intake.excel.XmlScanner;

/**
 * What one cell holds: its value, not how it looks (ODF 1.3 part 3, 9.1.4 and 19.385). Days are written as 2026-10-31, times
 * as 18:00:00, percentages as the numbers they are.
 */
final class OdsCell {
  private static final byte[] TYPE = XmlScanner.ascii("value-type");
  private static final byte[] VALUE = XmlScanner.ascii("value");
  private static final byte[] DATE = XmlScanner.ascii("date-value");
  private static final byte[] TIME = XmlScanner.ascii("time-value");
  private static final byte[] YES_NO = XmlScanner.ascii("boolean-value");
  private static final byte[] STRING = XmlScanner.ascii("string-value");
  private static final byte[] FORMULA = XmlScanner.ascii("formula");
  private static final byte[] PARAGRAPH = XmlScanner.ascii("p");

  private static final Pattern DAY = Pattern
      .compile("(\\d{4}-\\d\\d-\\d\\d)(?:T(\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d{1,9}))?Z?)?");
  private static final Pattern DURATION = Pattern
      .compile("PT(\\d{1,6})H(\\d{1,2})M(\\d{1,2})(?:[.,](\\d{1,9}))?S");
  private static final Pattern ERROR = Pattern.compile("#[A-Z/0!?]+|Err:\\d+");
  private static final Pattern PADDED = Pattern.compile("0\\d{1,30}");
  /** A longer text is refused where it is imported. */
  private static final int LONGEST = RecordBuffer.LONGEST_CELL + 1;

  private final XmlScanner xml;
  private final OdsText text;
  private @Nullable String type;
  private @Nullable String value;
  private boolean formula;

  OdsCell(XmlScanner xml) {
    this.xml = xml;
    this.text = new OdsText(xml, LONGEST);
  }

  /** Reads the cell just opened, and goes behind it; false where it holds nothing. */
  boolean read() throws IOException {
    type = xml.value(TYPE);
    value = type == null ? null : xml.value(switch (type) {
      case "date" -> DATE;
      case "time" -> TIME;
      case "boolean" -> YES_NO;
      case "string" -> STRING;
      default -> VALUE;
    });
    formula = type != null && xml.value(FORMULA) != null;
    text.clear();
    while (true) {
      switch (xml.next()) {
        case XmlScanner.OPEN -> {
          if (xml.is(PARAGRAPH)) {
            text.paragraph();
          } else {
            xml.skip();
          }
        }
        case XmlScanner.CLOSE -> {
          return !text.isEmpty() || (value != null && !value.isEmpty());
        }
        default -> throw BadWorkbook.damaged();
      }
    }
  }

  /** Adds what was read to a row. */
  void put(SheetRow row, int column) throws BadWorkbook {
    String shown = text.toString();
    String held = value == null || value.isEmpty() ? shown : value;
    switch (value == null || type == null ? "string" : type) {
      case "float", "percentage", "currency" -> number(row, column, held, shown);
      case "date" -> timed(row, column, DAY.matcher(held), held);
      case "time" -> timed(row, column, DURATION.matcher(held), held);
      case "boolean" -> row.yesNo(column, held.equals("true"));
      default -> {
        if (formula && ERROR.matcher(held).matches()) {
          row.error(column, held);
        } else {
          row.text(column, held);
        }
      }
    }
  }

  /** A code that is kept as a number and shown with zeros before it, such as a postal code, is what it shows. */
  private static void number(SheetRow row, int column, String value, String shown) throws BadWorkbook {
    boolean padded = PADDED.matcher(shown).matches() && shown.replaceFirst("^0+(?=.)", "").equals(value);
    if (padded) {
      row.text(column, shown);
    } else {
      row.number(column, value);
    }
  }

  private static void timed(SheetRow row, int column, Matcher matcher, String held) throws BadWorkbook {
    if (!matcher.matches()) {
      row.text(column, held);
    } else if (matcher.pattern() == DAY) {
      String time = matcher.group(2) == null ? "" : " " + matcher.group(2) + fraction(matcher.group(3));
      row.time(column, matcher.group(1) + time);
    } else {
      String time = two(matcher.group(1)) + ":" + two(matcher.group(2)) + ":" + two(matcher.group(3));
      row.time(column, time + fraction(matcher.group(4)));
    }
  }

  /** Milliseconds, where there are any. */
  private static String fraction(@Nullable String digits) {
    String millis = digits == null ? "000" : (digits + "00").substring(0, 3);
    return millis.equals("000") ? "" : "." + millis;
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }
}
