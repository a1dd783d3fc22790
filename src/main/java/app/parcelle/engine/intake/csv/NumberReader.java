package app.parcelle.engine.intake.csv;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.csv.Format.Numbers;
import app.parcelle.engine.table.ColumnType;

/** Whole numbers and decimals. Decimals of a block all have the largest scale among them. */
final class NumberReader extends ColumnReader {
  private final Numbers numbers;
  private final byte point;
  private final NumberText text;
  private final @Nullable NumberText otherwise;

  NumberReader(ColumnPlan plan, Numbers numbers) {
    super(plan);
    this.numbers = numbers;
    this.point = numbers.whole() ? 0 : (byte) numbers.point();
    this.text = new NumberText(numbers.point(), numbers.mostScale());
    this.otherwise = plan.other() instanceof Numbers other
        ? new NumberText(other.point(), other.mostScale())
        : null;
    tally.scale = numbers.scale();
  }

  @Override
  void readCells(FieldBatch batch, int column, int row) {
    byte[] b = batch.bytes();
    int[] starts = batch.starts();
    int[] ends = batch.ends();
    int width = batch.columns();
    int field = column;
    for (int r = row; r < row + batch.rows(); r++, field += width) {
      if (!plainly(b, starts[field], ends[field], r)) {
        rarely(batch, r, starts[field], ends[field]);
      }
    }
  }

  /** Reads an optional minus, digits, and decimals behind a point, up to the column's scale. */
  private boolean plainly(byte[] b, int from, int to, int row) {
    if (to - from > Numbers.SAFE_DIGITS || (plan.other() != null && !tally.supported)) {
      return false;
    }
    int p = from;
    boolean negative = p < to && b[p] == '-';
    if (negative) {
      p++;
    }
    int begin = p;
    long value = 0;
    while (p < to) {
      int digit = b[p] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
      p++;
    }
    if (p == begin) {
      return false;
    }
    int decimals = 0;
    if (p < to) {
      if (b[p] != point) {
        return false;
      }
      p++;
      decimals = to - p;
      while (p < to) {
        int digit = b[p] - '0';
        if (digit < 0 || digit > 9) {
          return false;
        }
        value = value * 10 + digit;
        p++;
      }
    }
    if (decimals > 2 && b[to - 1] == '0') {
      return false;
    }
    return put(row, negative ? -value : value, decimals);
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
    tally.valid++;
    tally.largest = Math.max(tally.largest, Math.abs(value));
    values[row] = value;
    return true;
  }

  /** Brings the values before {@code row} to a larger scale; false where that is not possible. */
  private boolean grow(int row, int decimals) {
    if (decimals > numbers.mostScale()) {
      return false;
    }
    long factor = NumberText.POWERS[decimals - tally.scale];
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

  private void rarely(FieldBatch batch, int row, int start, int end) {
    byte[] b = batch.bytes();
    int from = Cells.trimStart(b, start, end);
    int to = Cells.trimEnd(b, from, end);
    boolean quoted = batch.quoted(start);
    if (Cells.isNothing(b, from, to, quoted)) {
      none(batch, row, from, to, quoted);
      return;
    }
    boolean fits = text.read(b, from, to);
    if (fits && numbers.whole() && text.fractional) {
      if (!plan.stated()) {
        tally.urgent = plan.as(ColumnType.DECIMAL, numbers.whole(false));
      }
      fits = false;
    }
    weigh(b, from, to, fits);
    if (!fits || !put(row, text.unscaled, text.scale)) {
      none(batch, row, from, to, quoted);
    }
  }

  /** Which of two readings a cell speaks for. */
  private void weigh(byte[] b, int from, int to, boolean fits) {
    if (otherwise != null && !tally.supported) {
      boolean fitsOther = otherwise.read(b, from, to);
      tally.supported |= fits && !fitsOther;
      tally.contradicted |= !fits && fitsOther;
    }
  }

  @Override
  void clear() {
    super.clear();
    tally.scale = numbers.scale();
  }
}
