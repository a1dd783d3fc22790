package app.parcelle.engine.intake.csv;

import app.parcelle.engine.intake.csv.Format.Dates.Order;
import app.parcelle.engine.table.Words;

/**
 * Dates of ten characters, and times of day of five or eight, all signs of a word at once. The date of the cell before is
 * remembered: rows are often in the order of time.
 */
final class DateWords {
  static final long NONE = Long.MIN_VALUE;

  private static final long COLONS = 0x0000_3A00_003A_0000L;
  private static final long COLON_PLACES = 0x0000_FF00_00FF_0000L;
  private static final long NO_SECONDS = 0x3030_3A00_0000_0000L;
  private static final long TIME_ZEROS = COLONS | 0x3030_0030_3000_3030L;

  private final Order order;
  /** The first eight signs with all digits 0, and where separators stand in them. */
  private final long zeros;
  private final long separatorPlaces;
  private long lastHead;
  private long lastTail;
  private long lastDay = NONE;

  DateWords(Order order, char separator) {
    this.order = order;
    this.separatorPlaces = order == Order.YEAR_MONTH_DAY ? 0xFF00_00FF_0000_0000L : 0x0000_FF00_00FF_0000L;
    this.zeros = (Words.repeat('0') & ~separatorPlaces) | (Words.repeat(separator) & separatorPlaces);
  }

  /** The day number of a date of ten bytes; {@link #NONE} where there is none. Eight more bytes must exist. */
  long day(byte[] b, int from) {
    long head = Words.at(b, from);
    long tail = Words.head(Words.at(b, from + 8), 2);
    if (head != lastHead || tail != lastTail) {
      lastHead = head;
      lastTail = tail;
      lastDay = day(head ^ zeros, tail ^ 0x3030);
    }
    return lastDay;
  }

  /** A date from the values of its digits. */
  private long day(long head, long tail) {
    if (!areDigits(head) || !areDigits(tail) || (head & separatorPlaces) != 0) {
      return NONE;
    }
    return switch (order) {
      case YEAR_MONTH_DAY -> day(two(head, 0) * 100 + two(head, 2), two(head, 5), two(tail, 0));
      case DAY_MONTH_YEAR -> day(two(head, 6) * 100 + two(tail, 0), two(head, 3), two(head, 0));
      case MONTH_DAY_YEAR -> day(two(head, 6) * 100 + two(tail, 0), two(head, 0), two(head, 3));
    };
  }

  private static long day(int year, int month, int dayOfMonth) {
    return DateText.isDay(year, month, dayOfMonth) ? DateText.epochDay(year, month, dayOfMonth) : NONE;
  }

  /** Reads HH:mm, or HH:mm:ss; -1 where that does not stand there. */
  static int millisOfDay(byte[] b, int from, boolean seconds) {
    long time = Words.at(b, from);
    long digits = (seconds ? time : Words.head(time, 5) | NO_SECONDS) ^ TIME_ZEROS;
    if (!areDigits(digits) || (digits & COLON_PLACES) != 0) {
      return -1;
    }
    int hour = two(digits, 0);
    int minute = two(digits, 3);
    int second = two(digits, 6);
    return hour > 23 || minute > 59 || second > 59 ? -1 : ((hour * 60 + minute) * 60 + second) * 1000;
  }

  private static boolean areDigits(long values) {
    return (((values + 0x7676_7676_7676_7676L) | values) & Words.HIGHS) == 0;
  }

  /** The number of the two digits from a byte on. */
  private static int two(long values, int at) {
    return ((int) (values >>> (8 * at)) & 0xF) * 10 + ((int) (values >>> (8 * at + 8)) & 0xF);
  }
}
