package app.parcelle.engine.intake.csv;

import app.parcelle.engine.intake.csv.Format.Dates;
import app.parcelle.engine.intake.csv.Format.Dates.Order;

/**
 * Reads a date in one way of writing, with or without a time of day and a zone behind it, and with or without a day of the week
 * before it. After {@link #read} the local date is {@link #day} days since 1970-01-01.
 */
final class DateText {
  static final int NO_OFFSET = TimeText.NO_OFFSET;

  private static final long SECONDS_A_DAY = 86_400;

  private final Dates dates;
  private final TimeText time = new TimeText();
  private final DateInWords words;

  long day;
  boolean hasTime;
  int millisOfDay;
  /** Seconds east of UTC, or {@link #NO_OFFSET}. */
  int offset;

  private byte[] b = new byte[0];
  private int position;
  private int to;

  DateText(Dates dates) {
    this.dates = dates;
    this.words = new DateInWords(dates);
  }

  /** Reads trimmed bytes; false when they are no such date. */
  boolean read(byte[] bytes, int from, int end) {
    b = bytes;
    position = from;
    to = end;
    hasTime = false;
    millisOfDay = 0;
    offset = NO_OFFSET;
    return switch (dates.writing()) {
      case NUMERIC, SHORT -> skipWeekday() && numeric() && timeBehind();
      case COMPACT -> compact() && timeBehind();
      case WORDS -> inWords();
      case SECONDS -> instant(1);
      case MILLISECONDS -> instant(1000);
    };
  }

  private boolean skipWeekday() {
    int end = DateNames.end(b, position, to);
    if (end == position) {
      return true;
    }
    int name = DateNames.of(b, position, end);
    position = DateInWords.afterSeparators(b, end, to);
    // mar. is Tuesday here
    return position > end && (name == DateNames.WEEKDAY || name == 3);
  }

  private boolean numeric() {
    boolean yearFirst = dates.order() == Order.YEAR_MONTH_DAY;
    int first = yearFirst ? year() : number(1, 2);
    if (first < 0 || !skip(dates.separator())) {
      return false;
    }
    int second = number(1, 2);
    if (second < 0 || !skip(dates.separator())) {
      return false;
    }
    int third = yearFirst ? number(1, 2) : year();
    return third >= 0 && switch (dates.order()) {
      case YEAR_MONTH_DAY -> set(first, second, third);
      case DAY_MONTH_YEAR -> set(third, second, first);
      case MONTH_DAY_YEAR -> set(third, first, second);
    };
  }

  /** A year of four digits, or of two where that is the way of writing; -1 where there is none. */
  private int year() {
    int begin = position;
    int year = number(2, 4);
    int digits = position - begin;
    boolean mayBeShort = dates.writing() != Dates.Writing.NUMERIC;
    return digits == 4 ? year : digits == 2 && mayBeShort ? dates.fullYear(year) : -1;
  }

  private boolean compact() {
    int begin = position;
    if (dates.order() == Order.YEAR_MONTH_DAY) {
      return set(number(4, 4), number(2, 2), number(2, 2)) && position - begin == 8;
    }
    int first = number(2, 2);
    int second = number(2, 2);
    boolean dayFirst = dates.order() == Order.DAY_MONTH_YEAR;
    return set(number(4, 4), dayFirst ? second : first, dayFirst ? first : second) && position - begin == 8;
  }

  private boolean inWords() {
    if (!words.read(b, position, to) || !set(words.year, words.month, words.dayOfMonth)) {
      return false;
    }
    position = words.timeFrom;
    boolean yearLast = words.timeTo < to;
    to = words.timeTo;
    return yearLast ? timeOfDay() : timeBehind();
  }

  /** So many units of time since 1970. */
  private boolean instant(int unitsASecond) {
    int digits = digits();
    int usual = unitsASecond == 1 ? 10 : 13;
    if (digits != usual && digits != usual - 1) {
      return false;
    }
    long units = 0;
    for (int i = 0; i < digits; i++) {
      units = units * 10 + (b[position++] - '0');
    }
    day = units / (SECONDS_A_DAY * unitsASecond);
    millisOfDay = (int) (units % (SECONDS_A_DAY * unitsASecond) * (1000 / unitsASecond));
    hasTime = true;
    offset = 0;
    return position == to;
  }

  private boolean set(int year, int month, int dayOfMonth) {
    if (!isDay(year, month, dayOfMonth)) {
      return false;
    }
    day = epochDay(year, month, dayOfMonth);
    return true;
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

  /** Whether nothing follows, or a time of day behind T, blanks, a comma, a dash, {@code à} or {@code at}. */
  private boolean timeBehind() {
    if (position == to) {
      return true;
    }
    int p = position;
    boolean digits = dates.writing() == Dates.Writing.COMPACT;
    if (b[p] == 'T') {
      p++;
    } else if (!digits || !isDigit(b[p])) {
      p = Cells.trimStart(b, b[p] == ',' ? p + 1 : p, to);
      if (p == position) {
        return false;
      }
      int word = wordBeforeTime(p);
      p = word == 0 ? p : Cells.trimStart(b, p + word, to);
    }
    position = p;
    return timeOfDay();
  }

  private int wordBeforeTime(int p) {
    if (p + 2 >= to) {
      return 0;
    }
    boolean grave = b[p] == (byte) 0xC3 && b[p + 1] == (byte) 0xA0;
    return grave || (b[p] == 'a' && b[p + 1] == 't') ? 2 : b[p] == '-' ? 1 : 0;
  }

  private boolean timeOfDay() {
    hasTime = time.read(b, position, to, dates.writing() == Dates.Writing.COMPACT);
    millisOfDay = time.millisOfDay;
    offset = time.offset;
    return hasTime;
  }

  private boolean skip(char sign) {
    if (position >= to || b[position] != sign) {
      return false;
    }
    position++;
    return true;
  }

  /** How many digits stand here. */
  private int digits() {
    int p = position;
    while (p < to && isDigit(b[p])) {
      p++;
    }
    return p - position;
  }

  /** A number of so many digits; -1 where there is none. */
  private int number(int least, int most) {
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
