package app.parcelle.engine.intake.csv;

/**
 * Reads a time of day: {@code 14:30}, {@code 14:30:05.123}, {@code 2:30 PM}, {@code 14h30}, {@code 143005}; and the zone behind
 * it: {@code Z}, {@code +02:00}, {@code GMT+2}, {@code CET}; a name of the zone in brackets behind that is left alone.
 */
final class TimeText {
  static final int NO_OFFSET = Integer.MIN_VALUE;

  int millisOfDay;
  /** Seconds east of UTC, or {@link #NO_OFFSET}. */
  int offset;

  private byte[] b = new byte[0];
  private int position;
  private int to;

  /**
   * Reads all bytes up to {@code end}; false when they are no time.
   *
   * @param digitsOnly whether hours, minutes and seconds may stand without a sign between them
   */
  boolean read(byte[] bytes, int from, int end, boolean digitsOnly) {
    b = bytes;
    position = from;
    to = end;
    offset = NO_OFFSET;
    int digits = digitsUpTo(7);
    boolean read = (digits == 4 || digits == 6) ? digitsOnly && together(digits) : apart();
    return read && (position == to || zone());
  }

  private boolean together(int digits) {
    int hour = number(2, 2);
    int minute = number(2, 2);
    int second = digits == 6 ? number(2, 2) : 0;
    return set(hour, minute, second, digits == 6 ? fraction() : 0);
  }

  private boolean apart() {
    int hour = number(1, 2);
    int minute = 0;
    int second = 0;
    int millis = 0;
    int afterHour = Cells.trimStart(b, position, to);
    if (at(position, ':')) {
      position++;
      minute = number(2, 2);
      if (at(position, ':')) {
        position++;
        second = number(2, 2);
        millis = fraction();
      }
    } else if (at(afterHour, 'h')) {
      position = Cells.trimStart(b, afterHour + 1, to);
      minute = digitsUpTo(2) == 2 ? number(2, 2) : 0;
      second = secondsBehindMinutes();
    } else if (!halfDayFollows()) {
      return false;
    }
    return set(halfDay(hour), minute, second, millis);
  }

  /** What stands behind the minutes of {@code 14h30m05s} or {@code 14h30min}. */
  private int secondsBehindMinutes() {
    int p = position;
    if (at(p, 'm')) {
      p = at(p + 1, 'i') && at(p + 2, 'n') ? p + 3 : p + 1;
    } else if (at(p, ':')) {
      p++;
    } else {
      return 0;
    }
    position = p;
    int second = position < to && isDigit(b[position]) ? number(2, 2) : 0;
    position = at(position, 's') ? position + 1 : position;
    return second;
  }

  private boolean set(int hour, int minute, int second, int millis) {
    millisOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + millis;
    return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59
        && millis >= 0;
  }

  /** Milliseconds of up to nine digits behind a point or a comma; -1 where there are none behind it. */
  private int fraction() {
    if (!at(position, '.') && !at(position, ',')) {
      return 0;
    }
    position++;
    int digits = digitsUpTo(9);
    int millis = 0;
    for (int i = 0; i < 3; i++) {
      millis = millis * 10 + (i < digits ? b[position + i] - '0' : 0);
    }
    position += digits;
    return digits == 0 ? -1 : millis;
  }

  private boolean halfDayFollows() {
    int p = Cells.trimStart(b, position, to);
    return (at(p, 'a') || at(p, 'p')) && (at(p + 1, 'm') || (at(p + 1, '.') && at(p + 2, 'm')));
  }

  /** The hour of 24, where AM or PM follows; -1 where the hour does not fit it. */
  private int halfDay(int hour) {
    if (!halfDayFollows()) {
      return hour;
    }
    int p = Cells.trimStart(b, position, to);
    boolean afternoon = at(p, 'p');
    p = at(p + 1, '.') ? p + 3 : p + 2;
    position = at(p, '.') ? p + 1 : p;
    return hour < 1 || hour > 12 ? -1 : hour % 12 + (afternoon ? 12 : 0);
  }

  private boolean zone() {
    position = Cells.trimStart(b, position, to);
    int letters = DateNames.end(b, position, to);
    if (letters > position) {
      offset = DateNames.offset(b, position, letters);
      position = letters;
      if (offset == DateNames.NO_ZONE) {
        return false;
      }
    }
    boolean signed = at(position, '+') || at(position, '-');
    if (signed && (offset == NO_OFFSET || offset == 0)) {
      boolean west = b[position] == '-';
      position++;
      int hours = number(1, 2);
      int minutes = 0;
      if (position < to && (b[position] == ':' || isDigit(b[position]))) {
        position += b[position] == ':' ? 1 : 0;
        minutes = number(2, 2);
      }
      if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
        return false;
      }
      offset = (west ? -60 : 60) * (hours * 60 + minutes);
    }
    return offset != NO_OFFSET && (position == to || nameInBrackets());
  }

  /** Whether all the rest is a name such as {@code [Europe/Paris]} or {@code (heure d’été)}. */
  private boolean nameInBrackets() {
    int p = Cells.trimStart(b, position, to);
    return p + 1 < to && ((b[p] == '[' && b[to - 1] == ']') || (b[p] == '(' && b[to - 1] == ')'));
  }

  /** Whether a letter, whatever its case, or a sign stands at a position. */
  private boolean at(int p, char sign) {
    return p < to && (b[p] == sign || (sign >= 'a' && (b[p] | 0x20) == sign));
  }

  private int digitsUpTo(int most) {
    int p = position;
    while (p < to && p - position < most && isDigit(b[p])) {
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
