package app.parcelle.engine.intake.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Identifiers of a fixed prefix and a number. One that is written otherwise sends the whole column to a dictionary. */
final class NumberedReader extends ColumnReader {
  private static final int MOST_DIGITS = 18;

  private final Format.Numbered numbered;
  private final byte[] prefix;

  NumberedReader(ColumnPlan plan, Format.Numbered numbered) {
    super(plan);
    this.numbered = numbered;
    this.prefix = numbered.prefix().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  void readCells(FieldBatch batch, int column, int row) {
    byte[] b = batch.bytes();
    int[] starts = batch.starts();
    int[] ends = batch.ends();
    int width = batch.columns();
    int field = column;
    for (int r = row; r < row + batch.rows(); r++, field += width) {
      long number = number(b, starts[field], ends[field]);
      if (number >= 0) {
        values[r] = number;
      } else {
        rarely(batch, r, starts[field], ends[field]);
      }
    }
  }

  /** The number behind the prefix; -1 where the text is anything else. */
  private long number(byte[] b, int from, int to) {
    int p = from + prefix.length;
    int digits = to - p;
    if (digits < 1 || digits > MOST_DIGITS || !startsWithPrefix(b, from)) {
      return -1;
    }
    if (digits < numbered.digits() || (digits > Math.max(1, numbered.digits()) && b[p] == '0')) {
      return -1;
    }
    long value = 0;
    while (p < to) {
      int digit = b[p++] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private boolean startsWithPrefix(byte[] b, int from) {
    return prefix.length == 0
        || (b[from] == prefix[0] && Arrays.equals(b, from, from + prefix.length, prefix, 0, prefix.length));
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
    long number = number(b, from, numbered.dropsPointZero() ? TextReader.beforePointZero(b, from, to) : to);
    values[row] = number;
    if (number < 0) {
      tally.urgent = plan.as(new Format.Texts(true, numbered.dropsPointZero(), false), null);
    }
  }
}
