package app.parcelle.engine.intake.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Reads a number as people write it: sign before or behind, negative ones in brackets, currency or percent sign, thousands in
 * groups of three (blank, no-break and thin spaces, apostrophe, and whichever of point and comma is not the decimal sign) or as
 * in India (1,23,456), decimals, exponent. After {@link #read} the number is {@link #unscaled} / 10^{@link #scale}; 12.5 for
 * {@code 12,5 %}.
 */
final class NumberText {
  static final long[] POWERS = powers();
  private static final int LONGEST = 64;
  /** Signs, a currency and the blanks between them are no longer than this. */
  private static final int LONGEST_AFFIX = 20;

  private final char point;
  private final int mostScale;
  private final byte[] digits = new byte[LONGEST];

  long unscaled;
  int scale;
  /** Whether it was written with decimals, an exponent, a currency or a percent sign. */
  boolean fractional;
  boolean percent;
  /** Whether it is negative as accountants write: in brackets, or with the minus behind. */
  boolean accounting;
  /** As {@link CurrencySigns} number them. */
  int currency;

  private boolean signed;
  private boolean open;
  private boolean negative;

  NumberText(char point, int mostScale) {
    this.point = point;
    this.mostScale = mostScale;
  }

  /** Reads trimmed bytes; false when they are no number, or one beyond 64 bits. */
  boolean read(byte[] b, int from, int to) {
    int first = from;
    while (first < to && !isDigit(b[first])) {
      first++;
    }
    int last = to;
    while (last > first && !isDigit(b[last - 1])) {
      last--;
    }
    // 65+ is 65 or more
    if (first == last || b[to - 1] == '+') {
      return false;
    }
    // .5, but Rs.500
    boolean bare = first > from && b[first - 1] == point && (first - 1 == from || !isLetter(b[first - 2]));
    first = bare ? first - 1 : first;
    last = last < to && b[last] == point ? last + 1 : last;
    int rest = last > first && b[last - 1] == point ? behindDashes(b, last, to) : last;
    if (last - first > LONGEST || first - from > LONGEST_AFFIX || to - last > LONGEST_AFFIX) {
      return false;
    }
    fractional = false;
    percent = false;
    accounting = false;
    signed = false;
    negative = false;
    currency = CurrencySigns.NONE;
    open = false;
    if ((first > from && !affixes(b, from, first, false)) || (rest < to && !affixes(b, rest, to, true))) {
      return false;
    }
    return !open && number(b, first, last);
  }

  char point() {
    return point;
  }

  /** The position behind the dashes that stand for no cents, as in {@code 12.-} or {@code 12,--}. */
  private static int behindDashes(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      boolean wide = p + 2 < to && b[p] == (byte) 0xE2 && b[p + 1] == (byte) 0x80
          && (b[p + 2] == (byte) 0x93 || b[p + 2] == (byte) 0x94);
      if (b[p] != '-' && !wide) {
        break;
      }
      p += wide ? 3 : 1;
    }
    return p;
  }

  /** Takes signs, a currency and blanks; false where anything else stands among them. */
  private boolean affixes(byte[] b, int from, int to, boolean behind) {
    int p = Cells.trimStart(b, from, to);
    while (p < to) {
      int minus = minusAt(b, p, to);
      if (minus > 0 || b[p] == '+') {
        // 5+ is five or more, and no number
        if (signed || (behind && minus == 0)) {
          return false;
        }
        signed = true;
        negative = minus > 0;
        accounting = behind && negative;
        p += Math.max(1, minus);
      } else if (b[p] == '(' || b[p] == ')') {
        boolean opens = b[p] == '(';
        if (opens ? signed : !open) {
          return false;
        }
        open = opens;
        accounting = true;
        signed = true;
        negative = true;
        p++;
      } else if (b[p] == '%') {
        if (percent || currency != CurrencySigns.NONE) {
          return false;
        }
        percent = true;
        fractional = true;
        p++;
      } else {
        int end = p;
        while (end < to && !ends(b, end, to)) {
          end++;
        }
        // Rs. 500, Fr. 12
        int sign = CurrencySigns.at(b, p, end - p > 1 && b[end - 1] == '.' ? end - 1 : end);
        boolean letters = b[p] >= 'A' && end < to && b[end] == '-';
        if (sign == CurrencySigns.NONE || currency != CurrencySigns.NONE || percent || letters) {
          return false;
        }
        currency = sign;
        fractional = true;
        p = end;
      }
      p = Cells.trimStart(b, p, to);
    }
    return true;
  }

  /** Whether the name of a currency ends before a position. */
  private static boolean ends(byte[] b, int p, int to) {
    return switch (b[p]) {
      case ' ', '-', '+', '%', '(', ')' -> true;
      default -> Cells.wideSpace(b, p, to) > 0;
    };
  }

  /** How many bytes the minus at a position has, as a hyphen or as U+2212; 0 where there is none. */
  private static int minusAt(byte[] b, int p, int to) {
    if (b[p] == '-') {
      return 1;
    }
    return p + 2 < to && b[p] == (byte) 0xE2 && b[p + 1] == (byte) 0x88 && b[p + 2] == (byte) 0x92 ? 3 : 0;
  }

  private boolean number(byte[] b, int from, int to) {
    int p = from;
    int n = 0;
    int group = 0;
    int groups = 0;
    // digits between two signs: 3, or 2 as in India
    int between = 0;
    char grouping = 0;
    while (p < to) {
      byte c = b[p];
      if (isDigit(c)) {
        digits[n++] = c;
        group++;
        p++;
        continue;
      }
      int wide = groupingAt(b, p, to);
      if (wide == 0) {
        break;
      }
      char sign = groupingSign(b, p, wide);
      if (groups == 0 ? group < 1 || group > 3 || digits[0] == '0' : sign != grouping) {
        return false;
      }
      if (groups > 0 && ((groups > 1 && group != between) || (group != 3 && (group != 2 || sign != ',')))) {
        return false;
      }
      between = groups > 0 ? group : between;
      grouping = sign;
      groups++;
      group = 0;
      p += wide;
    }
    if (groups > 0 && (group != 3 || (between == 2 && firstGroup(n, groups) > 2))) {
      return false;
    }
    int whole = n;
    if (p < to && b[p] == point) {
      fractional = true;
      p++;
      while (p < to && isDigit(b[p])) {
        digits[n++] = b[p++];
      }
    }
    if (n == 0) {
      return false;
    }
    if (p < to) {
      return groups == 0 && exponent(b, p, to, n, n - whole);
    }
    return finish(n, n - whole);
  }

  /** The digits before the first sign of a number written as in India. */
  private static int firstGroup(int digits, int groups) {
    return digits - 3 - 2 * (groups - 1);
  }

  private boolean finish(int n, int decimals) {
    int kept = n;
    int places = decimals;
    // zeros beyond the second decimal say nothing, and would narrow the range of the column
    while (places > 2 && digits[kept - 1] == '0') {
      kept--;
      places--;
    }
    if (kept > 18 || places > mostScale) {
      return wide(n, decimals, 0);
    }
    long value = 0;
    for (int i = 0; i < kept; i++) {
      value = value * 10 + (digits[i] - '0');
    }
    unscaled = negative ? -value : value;
    scale = places;
    return true;
  }

  private boolean exponent(byte[] b, int from, int to, int n, int decimals) {
    if ((b[from] | 0x20) != 'e') {
      return false;
    }
    int p = from + 1;
    boolean below = p < to && b[p] == '-';
    if (p < to && (b[p] == '-' || b[p] == '+')) {
      p++;
    }
    if (p == to || to - p > 3) {
      return false;
    }
    int power = 0;
    for (; p < to; p++) {
      if (!isDigit(b[p])) {
        return false;
      }
      power = power * 10 + (b[p] - '0');
    }
    fractional = true;
    return wide(n, decimals, below ? -power : power);
  }

  private boolean wide(int n, int decimals, int power) {
    BigDecimal exact = new BigDecimal(new String(digits, 0, n, StandardCharsets.US_ASCII))
        .movePointLeft(decimals)
        .scaleByPowerOfTen(power);
    if (exact.precision() - exact.scale() > 19) {
      return false;
    }
    BigDecimal kept = exact.setScale(Math.min(mostScale, Math.max(0, exact.scale())), RoundingMode.HALF_UP);
    kept = kept.signum() == 0 ? BigDecimal.ZERO : kept.stripTrailingZeros();
    kept = kept.scale() < 0 ? kept.setScale(0) : kept;
    if (kept.unscaledValue().bitLength() > 63) {
      return false;
    }
    unscaled = negative ? -kept.unscaledValue().longValue() : kept.unscaledValue().longValue();
    scale = kept.scale();
    return true;
  }

  /** How many bytes a sign between thousands has here; 0 where none stands. */
  private int groupingAt(byte[] b, int p, int to) {
    byte c = b[p];
    if (c == ' ' || c == '\'' || (c == ',' && point != ',') || (c == '.' && point != '.')) {
      return 1;
    }
    boolean curly = p + 2 < to && c == (byte) 0xE2 && b[p + 1] == (byte) 0x80 && b[p + 2] == (byte) 0x99;
    return curly ? 3 : Cells.wideSpace(b, p, to);
  }

  /** The sign of so many bytes: all spaces are one, and so are both apostrophes. */
  private static char groupingSign(byte[] b, int p, int bytes) {
    if (bytes == 1) {
      return (char) b[p];
    }
    return bytes == 3 && b[p + 2] == (byte) 0x99 ? '\'' : ' ';
  }

  private static boolean isLetter(byte c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static long[] powers() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
