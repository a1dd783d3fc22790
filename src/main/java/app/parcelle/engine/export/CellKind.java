package app.parcelle.engine.export;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.table.Bits;

/**
 * How a value stands in a cell. A spreadsheet's number has 15 digits and its calendar is wrong before March 1900: what does not
 * fit is written as text, never as another value.
 */
enum CellKind {
  BLANK, TEXT, NUMBER, LONG_NUMBER, YES_NO, DATE, DATE_TIME, UNKNOWN_DATE;

  private static final long MOST_DIGITS = 999_999_999_999_999L;
  /** 1900-03-01: Excel counts a 29 February 1900 that never was. */
  private static final long FIRST_DAY = -25_508;
  /** 9999-12-31. */
  private static final long LAST_DAY = 2_932_896;
  private static final long DAY = 86_400_000;

  static CellKind of(FieldColumn column, int customer) {
    if (Bits.get(column.missing(), customer)) {
      return BLANK;
    }
    long value = column.values()[customer];
    return switch (column.field().type()) {
      case TEXT, IDENTIFIER -> TEXT;
      case WHOLE, DECIMAL -> value < -MOST_DIGITS || value > MOST_DIGITS ? LONG_NUMBER : NUMBER;
      case YES_NO -> YES_NO;
      case DATE -> value < FIRST_DAY || value > LAST_DAY ? UNKNOWN_DATE : DATE;
      // a day of margin on both sides, whatever the zone
      case DATE_TIME -> value < (FIRST_DAY + 1) * DAY || value > (LAST_DAY - 1) * DAY
          ? UNKNOWN_DATE
          : DATE_TIME;
    };
  }
}
