package app.parcelle.engine.intake.csv;

import app.parcelle.engine.intake.csv.Format.Dates.Order;

/**
 * Reads a date in one order of day, month and year, with or without a time of day, seconds, fractions and an offset. After
 * {@link #read} the local date is {@link #day} days since 1970-01-01.
 */
final class DateText {
  static final int NO_OFFSET = Integer.MIN_VALUE;

  private final Order order;
  private final byte separator;

  long day;
  boolean hasTime;
  int millisOfDay;
  /** Seconds east of UTC, or {@link #NO_OFFSET}. */
  int offset;

  private int position;

  DateText(Order order, char separator) {
    this.order = order;
    this.separator = (byte) separator;
  }

  /** Reads trimmed bytes; false when they are no such date. */
  boolean read(byte[] b, int from, int to) {
    position = from;
    hasTime = false;
    millisOfDay = 0;
    offset = NO_OFFSET;
    return date(b, to) && (position == to || time(b, to));
  }

  private boolean date(byte[] b, int to) {
    boolean yearFirst = order == Order.YEAR_MONTH_DAY;
    int first = number(b, to, yearFirst ? 4 : 1, yearFirst ? 4 : 2);
    if (first < 0 || !skip(b, to, separator)) {
      return false;
    }
    int second = number(b, to, 1, 2);
    if (second < 0 || !skip(b, to, separator)) {
      return false;
    }
    int third = number(b, to, yearFirst ? 1 : 4, yearFirst ? 2 : 4);
    if (third < 0) {
      return false;
    }
    return switch (order) {
      case YEAR_MONTH_DAY -> set(first, second, third);
      case DAY_MONTH_YEAR -> set(third, second, first);
      case MONTH_DAY_YEAR -> set(third, first, second);
    };
  }

  private boolean set(int year, int month, int dayOfMonth) {
    day = epochDay(year, month, dayOfMonth);
    return isDay(year, month, dayOfMonth);
  }

  static boolean isDay(int year, int month, int dayOfMonth) {
    return year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1
        && (dayOfMonth <= 28 || dayOfMonth <= daysIn(year, month));
  }

  private static int daysIn(int year, int month) {
    if (month == 2) {
      return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** Days from 1970-01-01, in the proleptic Gregorian calendar, counting years from March. */
  static long epochDay(int year, int month, int dayOfMonth) {
    long y = month <= 2 ? year - 1 : year;
    int fromMarch = month <= 2 ? month + 9 : month - 3;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * fromMarch + 2) / 5 + dayOfMonth - 1 - 719_468;
  }

  private boolean time(byte[] b, int to) {
    if (b[position] != 'T' && b[position] != ' ') {
      return false;
    }
    position++;
    int hour = number(b, to, 1, 2);
    if (hour < 0 || hour > 24 || !skip(b, to, (byte) ':')) {
      return false;
    }
    int minute = number(b, to, 2, 2);
    int second = 0;
    int millis = 0;
    if (position < to && b[position] == ':') {
      position++;
      second = number(b, to, 2, 2);
      if (position < to && (b[position] == '.' || b[position] == ',')) {
        position++;
        millis = fraction(b, to);
      }
    }
    hour = halfDay(b, to, hour);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || millis < 0) {
      return false;
    }
    hasTime = true;
    millisOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + millis;
    return position == to || offset(b, to);
  }

  /** Milliseconds of up to nine digits; -1 where there is none. */
  private int fraction(byte[] b, int to) {
    int begin = position;
    int millis = 0;
    while (position < to && position - begin < 9 && isDigit(b[position])) {
      if (position - begin < 3) {
        millis = millis * 10 + (b[position] - '0');
      }
      position++;
    }
    int digits = position - begin;
    return digits == 0 ? -1 : digits == 1 ? millis * 100 : digits == 2 ? millis * 10 : millis;
  }

  /** The hour of 24, where AM or PM follows; -1 where the hour does not fit it. */
  private int halfDay(byte[] b, int to, int hour) {
    int p = Cells.trimStart(b, position, to);
    if (p + 2 != to || (b[p + 1] | 0x20) != 'm' || ((b[p] | 0x20) != 'a' && (b[p] | 0x20) != 'p')) {
      return hour;
    }
    position = to;
    if (hour < 1 || hour > 12) {
      return -1;
    }
    return hour % 12 + ((b[p] | 0x20) == 'p' ? 12 : 0);
  }

  private boolean offset(byte[] b, int to) {
    if (b[position] == ' ') {
      position++;
    }
    if (position == to) {
      return false;
    }
    byte sign = b[position++];
    if (sign == 'Z' || sign == 'z') {
      offset = 0;
      return position == to;
    }
    if (sign != '+' && sign != '-') {
      return false;
    }
    int hours = number(b, to, 2, 2);
    int minutes = 0;
    if (position < to) {
      if (b[position] == ':') {
        position++;
      }
      minutes = number(b, to, 2, 2);
    }
    if (position != to || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return false;
    }
    int seconds = (hours * 60 + minutes) * 60;
    offset = sign == '-' ? -seconds : seconds;
    return true;
  }

  private boolean skip(byte[] b, int to, byte sign) {
    if (position >= to || b[position] != sign) {
      return false;
    }
    position++;
    return true;
  }

  /** A number of so many digits; -1 where there is none. */
  private int number(byte[] b, int to, int least, int most) {
    int begin = position;
    int value = 0;
    while (position < to && position - begin < most && isDigit(b[position])) {
      value = value * 10 + (b[position++] - '0');
    }
    return position - begin < least ? -1 : value;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
