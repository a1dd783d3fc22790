package app.parcelle.engine.intake.csv;

import app.parcelle.engine.intake.csv.Format.Dates;

/**
 * Reads a date whose month has a name: {@code 12 janv. 2021}, {@code 1er mars 2020}, {@code Mon, Jan 12th, 2021},
 * {@code 12-JAN-21}, {@code 2021-Jan-12}. After {@link #read} a time of day stands between {@link #timeFrom} and {@link #timeTo}
 * where there is one, with what separates it from the date.
 */
final class DateInWords {
  private static final int MARCH = 3;

  private final Dates dates;

  int year;
  int month;
  int dayOfMonth;
  int timeFrom;
  int timeTo;

  private byte[] b = new byte[0];
  private int position;
  private boolean nameFirst;

  DateInWords(Dates dates) {
    this.dates = dates;
  }

  /** Reads trimmed bytes; false when they begin with no such date. */
  boolean read(byte[] bytes, int from, int to) {
    b = bytes;
    position = from;
    timeTo = to;
    year = -1;
    month = 0;
    dayOfMonth = -1;
    nameFirst = false;
    while (year < 0 || month == 0 || dayOfMonth < 0) {
      int letters = DateNames.end(b, position, to);
      boolean taken = letters > position
          ? name(letters)
          : timeStandsHere() ? timeThenYear(to) : number();
      if (!taken) {
        return false;
      }
      timeFrom = year >= 0 && timeTo < to ? timeFrom : position;
      position = afterSeparators(b, position, to);
    }
    return true;
  }

  private boolean name(int end) {
    int name = DateNames.of(b, position, end);
    boolean nothingYet = year < 0 && month == 0 && dayOfMonth < 0;
    // mar. 12 janv.: what was taken for March is a Tuesday
    boolean tuesday = nameFirst && month == MARCH && dayOfMonth > 0 && year < 0;
    if (name == DateNames.NONE || (name == DateNames.WEEKDAY ? !nothingYet : month > 0 && !tuesday)) {
      return false;
    }
    nameFirst = nothingYet;
    month = name == DateNames.WEEKDAY ? 0 : name;
    position = end;
    return true;
  }

  private boolean number() {
    int digits = digits();
    int value = digits == 0 || digits > 4 ? -1 : number(digits);
    if (dayOfMonth < 0 && digits <= 2 && (year < 0 || month > 0)) {
      dayOfMonth = value;
      skipOrdinal();
    } else if (year < 0 && digits != 3 && digits > 1 && (dayOfMonth < 0 || month > 0)) {
      year = digits == 2 ? dates.fullYear(value) : value;
    } else {
      return false;
    }
    return value >= 0;
  }

  private void skipOrdinal() {
    int end = DateNames.end(b, position, timeTo);
    int letters = end - position;
    boolean ordinal = (letters == 1 && is('e')) || (letters == 2
        && (is('e', 'r') || is('s', 't') || is('n', 'd') || is('r', 'd') || is('t', 'h')));
    position = ordinal ? end : position;
  }

  private boolean is(char... letters) {
    for (int i = 0; i < letters.length; i++) {
      if ((b[position + i] | 0x20) != letters[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean timeStandsHere() {
    int digits = digits();
    return dayOfMonth > 0 && month > 0 && year < 0 && digits > 0 && digits <= 2
        && position + digits < timeTo && b[position + digits] == ':';
  }

  /** {@code Tue Mar 02 05:06:07 +0000 2021}, as some interfaces write. */
  private boolean timeThenYear(int to) {
    timeFrom = position;
    timeTo = to - 5;
    position = to - 4;
    if (timeTo <= timeFrom || b[timeTo] != ' ' || digitsUpTo(to) != 4) {
      return false;
    }
    year = number(4);
    return true;
  }

  /** The position behind the signs that may stand between the parts of a date. */
  static int afterSeparators(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      int wide = switch (b[p]) {
        case ' ', ',', '.', '-', '/' -> 1;
        default -> Cells.wideSpace(b, p, to);
      };
      if (wide == 0) {
        break;
      }
      p += wide;
    }
    return p;
  }

  private int digits() {
    return digitsUpTo(timeTo);
  }

  private int digitsUpTo(int end) {
    int p = position;
    while (p < end && b[p] >= '0' && b[p] <= '9') {
      p++;
    }
    return p - position;
  }

  private int number(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      value = value * 10 + (b[position++] - '0');
    }
    return value;
  }
}
