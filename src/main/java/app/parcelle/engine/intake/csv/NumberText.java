package app.parcelle.engine.intake.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Reads a number as people write it: sign, currency, thousands in groups of three (blank, no-break space, apostrophe, and
 * whichever of point and comma is not the decimal sign), decimals, exponent. After {@link #read} the number is
 * {@link #unscaled} / 10^{@link #scale}.
 */
final class NumberText {
  static final long[] POWERS = powers();
  private static final int LONGEST = 64;
  private static final byte[][] CURRENCIES = currencies("€", "$", "£", "¥", "EUR", "USD", "GBP", "CHF",
      "CAD");

  private final char point;
  private final int mostScale;
  private final byte[] digits = new byte[LONGEST];

  long unscaled;
  int scale;
  /** Whether it was written with decimals, an exponent or a currency. */
  boolean fractional;

  NumberText(char point, int mostScale) {
    this.point = point;
    this.mostScale = mostScale;
  }

  /** Reads trimmed bytes; false when they are no number, or one beyond 64 bits. */
  boolean read(byte[] b, int from, int to) {
    int p = from;
    int end = to;
    fractional = false;
    boolean negative = false;
    boolean signed = false;
    for (int i = 0; i < 2; i++) {
      if (!signed && p < end && (b[p] == '-' || b[p] == '+')) {
        negative = b[p] == '-';
        signed = true;
        p = Cells.trimStart(b, p + 1, end);
      }
      int currency = currencyAt(b, p, end);
      if (currency > 0) {
        fractional = true;
        p = Cells.trimStart(b, p + currency, end);
      }
    }
    int currency = currencyBefore(b, p, end);
    if (currency > 0 && !fractional) {
      fractional = true;
      end = Cells.trimEnd(b, p, end - currency);
    }
    return p < end && end - p <= LONGEST && number(b, p, end, negative);
  }

  private boolean number(byte[] b, int from, int to, boolean negative) {
    int p = from;
    int n = 0;
    int group = 0;
    char grouping = 0;
    while (p < to) {
      byte c = b[p];
      if (c >= '0' && c <= '9') {
        digits[n++] = c;
        group++;
        p++;
        continue;
      }
      int wide = groupingAt(b, p, to);
      if (wide == 0) {
        break;
      }
      char sign = wide > 1 || c == ' '
          ? (c == (byte) 0xE2 && b[p + 2] == (byte) 0x99 ? '\'' : ' ')
          : (char) c;
      boolean firstGroup = grouping == 0;
      if (firstGroup ? group < 1 || group > 3 || digits[0] == '0' : group != 3 || sign != grouping) {
        return false;
      }
      grouping = sign;
      group = 0;
      p += wide;
    }
    if (grouping != 0 && group != 3) {
      return false;
    }
    int whole = n;
    if (p < to && b[p] == point) {
      fractional = true;
      p++;
      while (p < to && b[p] >= '0' && b[p] <= '9') {
        digits[n++] = b[p++];
      }
    }
    if (n == 0) {
      return false;
    }
    if (p < to) {
      return grouping == 0 && exponent(b, p, to, n, n - whole, negative);
    }
    return finish(n, n - whole, negative);
  }

  private boolean finish(int n, int decimals, boolean negative) {
    int kept = n;
    int places = decimals;
    // zeros beyond the second decimal say nothing, and would narrow the range of the column
    while (places > 2 && digits[kept - 1] == '0') {
      kept--;
      places--;
    }
    if (kept > 18 || places > mostScale) {
      return wide(n, decimals, 0, negative);
    }
    long value = 0;
    for (int i = 0; i < kept; i++) {
      value = value * 10 + (digits[i] - '0');
    }
    unscaled = negative ? -value : value;
    scale = places;
    return true;
  }

  private boolean exponent(byte[] b, int from, int to, int n, int decimals, boolean negative) {
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
      if (b[p] < '0' || b[p] > '9') {
        return false;
      }
      power = power * 10 + (b[p] - '0');
    }
    fractional = true;
    return wide(n, decimals, below ? -power : power, negative);
  }

  private boolean wide(int n, int decimals, int power, boolean negative) {
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
    return curly ? 3 : Cells.noBreakSpace(b, p, to);
  }

  private static int currencyAt(byte[] b, int p, int to) {
    if (p < to && b[p] >= '0' && b[p] <= '9') {
      return 0;
    }
    for (byte[] sign : CURRENCIES) {
      if (p + sign.length <= to && java.util.Arrays.equals(b, p, p + sign.length, sign, 0, sign.length)) {
        return sign.length;
      }
    }
    return 0;
  }

  private static int currencyBefore(byte[] b, int from, int to) {
    if (to > from && b[to - 1] >= '0' && b[to - 1] <= '9') {
      return 0;
    }
    for (byte[] sign : CURRENCIES) {
      if (to - sign.length >= from
          && java.util.Arrays.equals(b, to - sign.length, to, sign, 0, sign.length)) {
        return sign.length;
      }
    }
    return 0;
  }

  private static byte[][] currencies(String... signs) {
    byte[][] all = new byte[signs.length][];
    for (int i = 0; i < all.length; i++) {
      all[i] = signs[i].getBytes(StandardCharsets.UTF_8);
    }
    return all;
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
