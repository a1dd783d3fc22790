package app.parcelle.engine.intake.excel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Writes numbers, dates and times of cells: numbers with all their digits in the shortest form that is the same number, days as
 * {@code 2026-10-31}, times as {@code 18:00:00}, both as {@code 2026-10-31 18:00:00}.
 */
final class CellText {
  private static final int EXACT_DIGITS = 15;
  private static final int LONG_DIGITS = 18;
  private static final long DAY = 86_400_000;
  /** 31 December 9999 in the count of 1900. */
  private static final int LAST_DAY = 2_958_465;
  private static final int DAYS_FROM_1900_TO_1904 = 1_462;
  /** Day 0 before the 29 February 1900 that never was, and behind it. */
  private static final long EARLY_EPOCH = LocalDate.of(1899, 12, 31).toEpochDay();
  private static final long EPOCH = LocalDate.of(1899, 12, 30).toEpochDay();
  private static final int DAY_THAT_NEVER_WAS = 60;
  private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
      1e13,
      1e14, 1e15};

  private CellText() {}

  /** Adds the number that a text is, and says whether it is one; adds nothing otherwise. */
  static boolean number(byte[] b, int from, int to, Bytes into) {
    int p = from;
    boolean negative = p < to && b[p] == '-';
    p += negative ? 1 : 0;
    int begin = p;
    while (p < to && b[p] == '0') {
      p++;
    }
    int whole = p;
    while (p < to && isDigit(b[p])) {
      p++;
    }
    int point = p;
    int end = p;
    if (p < to && b[p] == '.') {
      p++;
      while (p < to && isDigit(b[p])) {
        end = b[p++] == '0' ? end : p;
      }
    }
    boolean digits = p - begin > (point < p ? 1 : 0);
    int significant = end > point ? end - whole - 1 : point - whole;
    if (p < to || !digits || significant > (end > point ? EXACT_DIGITS : LONG_DIGITS)) {
      double number = number(b, from, to);
      return !Double.isNaN(number) && number(number, into);
    }
    if (negative && significant > 0) {
      into.add('-');
    }
    if (whole == point) {
      into.add('0');
    }
    into.add(b, whole, end);
    return true;
  }

  /** The number that a text is; NaN when it is none. */
  static double number(byte[] b, int from, int to) {
    int p = from;
    boolean negative = p < to && b[p] == '-';
    p += negative ? 1 : 0;
    long value = 0;
    int digits = 0;
    int decimals = 0;
    boolean point = false;
    for (; p < to && digits <= EXACT_DIGITS; p++) {
      if (isDigit(b[p])) {
        value = value * 10 + (b[p] - '0');
        digits++;
        decimals += point ? 1 : 0;
      } else if (b[p] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (p == to && digits > 0 && digits <= EXACT_DIGITS) {
      // both are exact, so that their quotient is the nearest number there is
      double exact = value / POWERS[decimals];
      return negative ? -exact : exact;
    }
    for (int i = from; i < to; i++) {
      if (!isDigit(b[i]) && "+-.eE".indexOf(b[i]) < 0) {
        return Double.NaN;
      }
    }
    try {
      double number = Double.parseDouble(new String(b, from, to - from, ISO_8859_1));
      return Double.isInfinite(number) ? Double.NaN : number;
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  /** Adds a number, and says whether it is one; infinity is none. */
  static boolean number(double number, Bytes into) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return false;
    }
    if (number == (long) number && Math.abs(number) < 1e15) {
      into.addAscii(Long.toString((long) number));
      return true;
    }
    String shortest = Double.toString(number);
    int exponent = shortest.indexOf('E');
    if (exponent > 0) {
      int power = Integer.parseInt(shortest.substring(exponent + 1));
      // beyond that zeros would say nothing
      shortest = power >= -12 && power <= 20
          ? new BigDecimal(shortest).stripTrailingZeros().toPlainString()
          : shortest.replace(".0E", "E");
    }
    into.addAscii(shortest);
    return true;
  }

  /**
   * Adds the day, the time or both that a number stands for under a format. A day with a time of day keeps it, whatever the
   * format shows; the calendar of 1900 has a day 0 and a 29 February, which are written as Excel shows them, and are no dates.
   *
   * @param from1904 whether days are counted from 1 January 1904
   * @return false, and nothing is added, for a number that is no date, such as a negative one
   */
  static boolean date(double serial, CellFormat format, boolean from1904, Bytes into) {
    if (Double.isNaN(serial) || Math.abs(serial) > LAST_DAY + 1) {
      return false;
    }
    long millis = Math.round(serial * DAY);
    long days = Math.floorDiv(millis, DAY);
    int ofDay = (int) Math.floorMod(millis, DAY);
    if (format == CellFormat.ELAPSED) {
      elapsed(millis, into);
      return true;
    }
    long last = from1904 ? LAST_DAY - DAYS_FROM_1900_TO_1904 : LAST_DAY;
    if (format == CellFormat.NUMBER || days < 0 || days > last) {
      return false;
    }
    boolean timeOnly = format == CellFormat.TIME && days == 0;
    if (!timeOnly) {
      day(days, from1904, into);
    }
    if (timeOnly || format != CellFormat.DATE || ofDay != 0) {
      if (!timeOnly) {
        into.add(' ');
      }
      time(ofDay, into);
    }
    return true;
  }

  private static void day(long days, boolean from1904, Bytes into) {
    if (!from1904 && days == 0) {
      into.addAscii("1900-01-00");
    } else if (!from1904 && days == DAY_THAT_NEVER_WAS) {
      into.addAscii("1900-02-29");
    } else {
      long epochDay = from1904
          ? EPOCH + DAYS_FROM_1900_TO_1904 + days
          : days + (days < DAY_THAT_NEVER_WAS ? EARLY_EPOCH : EPOCH);
      LocalDate date = LocalDate.ofEpochDay(epochDay);
      two(date.getYear() / 100, into);
      two(date.getYear() % 100, into);
      into.add('-');
      two(date.getMonthValue(), into);
      into.add('-');
      two(date.getDayOfMonth(), into);
    }
  }

  private static void time(int ofDay, Bytes into) {
    two(ofDay / 3_600_000, into);
    rest(ofDay, into);
  }

  private static void elapsed(long millis, Bytes into) {
    long size = Math.abs(millis);
    if (millis < 0) {
      into.add('-');
    }
    long hours = size / 3_600_000;
    if (hours < 10) {
      into.add('0');
    }
    into.addAscii(Long.toString(hours));
    rest((int) (size % 3_600_000), into);
  }

  /** Minutes, seconds, and milliseconds where there are some. */
  private static void rest(int millis, Bytes into) {
    into.add(':');
    two(millis / 60_000 % 60, into);
    into.add(':');
    two(millis / 1000 % 60, into);
    int below = millis % 1000;
    if (below > 0) {
      into.add('.');
      into.add('0' + below / 100);
      two(below % 100, into);
    }
  }

  private static void two(int number, Bytes into) {
    into.add('0' + number / 10);
    into.add('0' + number % 10);
  }
}
