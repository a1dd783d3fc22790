package app.parcelle.engine.intake.csv;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.csv.Format.Numbers;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.Words;

/** Whole numbers and decimals. Decimals of a block all have the largest scale among them. */
final class NumberReader extends ColumnReader {
  private final Numbers numbers;
  private final long points;
  private final NumberText text;
  private final @Nullable NumberText otherwise;
  /** Reads with the other decimal sign, where the sample had none; null where it had. */
  private final @Nullable NumberText undecided;
  /** Whether numbers need a sign beside them, or are understood by it. */
  private final boolean percents;
  /** The currencies that are taken, one bit each. */
  private final long currencies;
  /** So many rows are counted in the tally's largest number. */
  private int weighed;

  NumberReader(ColumnPlan plan, Numbers numbers) {
    super(plan);
    this.numbers = numbers;
    this.points = Words.repeat(numbers.point());
    this.text = new NumberText(numbers.point(), numbers.mostScale());
    this.otherwise = plan.other() instanceof Numbers other
        ? new NumberText(other.point(), other.mostScale())
        : null;
    this.undecided = numbers.pointFound() || (plan.stated() && numbers.whole())
        ? null
        : new NumberText(numbers.point() == '.' ? ',' : '.', numbers.mostScale());
    this.percents = numbers.unit().is(Kind.PERCENT);
    this.currencies = CurrencySigns.set(numbers.unit().detail());
    tally.scale = numbers.scale();
  }

  /** Reads an optional minus, digits, and decimals behind a point, up to the column's scale. */
  @Override
  boolean plainly(byte[] b, int from, int to, int row) {
    int length = to - from;
    if (length < 1 || percents || (otherwise != null && !tally.supported)) {
      return false;
    }
    if (length > 8) {
      return length <= Numbers.SAFE_DIGITS && digitByDigit(b, from, to, row);
    }
    long word = Words.at(b, from);
    boolean negative = (byte) word == '-';
    if (negative) {
      word >>>= 8;
      length--;
    }
    int whole = numbers.whole() ? length : Math.min(length, Words.first(Words.match(word, points)));
    int decimals = 0;
    if (whole < length) {
      // the digits behind the point move up to those before it
      word = Words.head(word, whole) | ((word >>> 8) ^ Words.head(word >>> 8, whole));
      length--;
      decimals = length - whole;
    }
    long value = whole == 0 ? -1 : Words.upToEight(word, length);
    if (value < 0 || (decimals > 2 && b[to - 1] == '0')) {
      return false;
    }
    return put(row, negative ? -value : value, decimals);
  }

  private boolean digitByDigit(byte[] b, int from, int to, int row) {
    int begin = b[from] == '-' ? from + 1 : from;
    int behindPoint = to;
    long value = 0;
    for (int p = begin; p < to; p++) {
      int digit = b[p] - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
      } else if (b[p] == numbers.point() && !numbers.whole() && p > begin && behindPoint == to) {
        behindPoint = p + 1;
      } else {
        return false;
      }
    }
    int decimals = to - behindPoint;
    if (decimals > 2 && b[to - 1] == '0') {
      return false;
    }
    return put(row, begin > from ? -value : value, decimals);
  }

  /** Stores unscaled / 10^decimals; false when 64 bits cannot hold it. */
  private boolean put(int row, long unscaled, int decimals) {
    if (decimals > tally.scale && !grow(row, decimals)) {
      return false;
    }
    long value = unscaled;
    if (decimals < tally.scale) {
      long factor = NumberText.POWERS[tally.scale - decimals];
      value = unscaled * factor;
      if (Math.multiplyHigh(unscaled, factor) != value >> 63) {
        narrow(unscaled, decimals);
        return false;
      }
    }
    values[row] = value;
    return true;
  }

  /** Brings the values before {@code row} to a larger scale; false where that is not possible. */
  private boolean grow(int row, int decimals) {
    if (decimals > numbers.mostScale()) {
      return false;
    }
    long factor = NumberText.POWERS[decimals - tally.scale];
    weigh(row);
    if (tally.largest > Long.MAX_VALUE / factor) {
      narrow(tally.largest, tally.scale);
      return false;
    }
    for (int r = 0; r < row; r++) {
      values[r] *= factor;
    }
    tally.largest *= factor;
    tally.scale = decimals;
    return true;
  }

  /** Fewer decimals have to be kept, so that a number this large has room. */
  private void narrow(long unscaled, int decimals) {
    tally.urgent = plan.as(numbers.narrowedFor(unscaled, decimals), null);
  }

  /** Looks for the largest number before {@code row}. */
  private void weigh(int row) {
    long largest = tally.largest;
    for (int r = weighed; r < row; r++) {
      largest = Math.max(largest, Math.abs(values[r]));
    }
    tally.largest = largest;
    weighed = row;
  }

  @Override
  boolean closely(byte[] b, int from, int to, int row) {
    boolean read = text.read(b, from, to);
    if (!read && undecided != null && undecided.read(b, from, to)) {
      tally.urgent = plan.as(numbers.withPoint(undecided.point()), null);
      return false;
    }
    boolean fits = read && suits();
    if (fits && numbers.whole() && text.fractional) {
      if (!plan.stated()) {
        tally.urgent = plan.as(ColumnType.DECIMAL, numbers.whole(false));
      }
      fits = false;
    }
    compare(b, from, to, fits);
    return fits && put(row, text.unscaled, text.scale);
  }

  /** Whether the number just read has the signs that the column takes. */
  private boolean suits() {
    if (text.percent != percents) {
      // nothing is nothing, with or without a sign
      return !text.percent && (plan.stated() || plan.meaningStated() || text.unscaled == 0);
    }
    if (text.currency == CurrencySigns.NONE) {
      return true;
    }
    if (numbers.unit().is(Kind.NONE) && !plan.stated()) {
      Meaning money = new Meaning(Kind.MONEY, CurrencySigns.code(text.currency));
      tally.urgent = plan.as(ColumnType.DECIMAL, numbers.whole(false).of(money));
      return false;
    }
    long seen = 1L << text.currency;
    boolean taken = !percents && (currencies & seen) != 0;
    tally.currencies |= taken ? seen : 0;
    return taken;
  }

  /** Which of two readings a cell speaks for. */
  private void compare(byte[] b, int from, int to, boolean fits) {
    if (otherwise != null && !tally.supported) {
      boolean fitsOther = otherwise.read(b, from, to);
      tally.supported |= fits && !fitsOther;
      tally.contradicted |= !fits && fitsOther;
    }
  }

  @Override
  void finish() {
    weigh(rows());
  }

  @Override
  void clear() {
    super.clear();
    tally.scale = numbers.scale();
    weighed = 0;
  }
}
