package app.parcelle.engine.store;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/**
 * What the rows of one chunk are worth, and what is earned with them, in exact decimals. Where a value is beyond 64 bits there is
 * no exact one, and the row says so: it is invalid.
 */
final class AmountChunks {
  /** How many digits the net amount has beyond those of the amount with tax. */
  static final int DIGITS_OF_TAX = 2;

  private final Dataset data;
  private final TableVersion table;
  private final TableVersion.Run run;
  private final int index;

  private final long[] values;
  private final long[] missing;
  private final long[] invalid;
  private int scale;

  private AmountChunks(Dataset data, TableVersion table, TableVersion.Run run, int index) {
    this.data = data;
    this.table = table;
    this.run = run;
    this.index = index;
    int rows = Math.min(Chunk.ROWS, run.rows() - index * Chunk.ROWS);
    this.values = new long[rows];
    this.missing = Bits.of(rows);
    this.invalid = Bits.of(rows);
  }

  /** The amounts of a chunk; quantity times unit price where nobody has said what counts as a sale. */
  static Chunk amounts(Dataset data, TableVersion table, TableVersion.Run run, int index) {
    AmountChunks rows = new AmountChunks(data, table, run, index);
    Sale sale = table.sale();
    Sale.Amount amount = sale == null ? Sale.Amount.FOUND : sale.amount();
    if (amount.column() != null) {
      rows.take(column(table, amount.column()));
    } else {
      rows.take(role(table, Role.QUANTITY));
      rows.times(role(table, Role.UNIT_PRICE));
    }
    if (amount.discount() != null) {
      Column discount = column(table, amount.discount());
      if (SaleColumns.isPart(amount, discount)) {
        rows.lessPart(discount);
      } else {
        rows.less(discount, null);
      }
    }
    if (amount.tax() != null) {
      rows.less(column(table, amount.tax()), null);
    }
    if (amount.taxRate() != null) {
      rows.withoutTax(amount.taxRate());
    }
    return rows.chunk();
  }

  /** Amount less cost. Without a cost nobody knows the margin. */
  static Chunk margins(Dataset data, TableVersion table, Sale.Cost cost, TableVersion.Run run, int index) {
    AmountChunks rows = new AmountChunks(data, table, run, index);
    Column column = column(table, cost.column());
    rows.take(role(table, Role.AMOUNT));
    Chunk known = data.chunk(table, column, run, index);
    rows.mark(known);
    rows.less(column, cost.perUnit() ? role(table, Role.QUANTITY) : null);
    return rows.chunk();
  }

  private static Column column(TableVersion table, String name) {
    return table.named(name).orElseThrow();
  }

  private static Column role(TableVersion table, Role role) {
    return table.withRole(role).orElseThrow();
  }

  private Chunk read(Column column) {
    return data.chunk(table, column, run, index);
  }

  /** Begins with a column. */
  private void take(Column column) {
    Chunk chunk = read(column);
    chunk.copyTo(values, 0);
    mark(chunk);
    scale = column.scale();
  }

  /** Where a value is missing, so is the result. */
  private void mark(Chunk chunk) {
    or(missing, chunk.missing());
    or(invalid, chunk.invalid());
  }

  private static void or(long[] marks, long @Nullable [] more) {
    if (more != null) {
      Bits.or(marks, more);
    }
  }

  private interface Step {
    /** @throws ArithmeticException when the result is beyond 64 bits */
    long of(int row, long value);
  }

  private void each(Step step) {
    for (int row = 0; row < values.length; row++) {
      if (!Bits.get(missing, row)) {
        try {
          values[row] = step.of(row, values[row]);
        } catch (ArithmeticException beyond) {
          Bits.set(missing, row);
          Bits.set(invalid, row);
        }
      }
    }
  }

  private void times(Column column) {
    Chunk factor = read(column);
    mark(factor);
    each((row, value) -> Math.multiplyExact(value, factor.at(row)));
    scale += column.scale();
  }

  /**
   * Takes a column off; what is missing in it is 0.
   *
   * @param times another column that it is multiplied by first; null for none
   */
  private void less(Column column, @Nullable Column times) {
    Chunk off = read(column);
    Chunk factor = times == null ? null : read(times);
    or(invalid, off.invalid());
    or(missing, off.invalid());
    if (factor != null) {
      mark(factor);
    }
    int digits = column.scale() + (times == null ? 0 : times.scale());
    int common = Math.max(scale, digits);
    long ours = ValueSource.powerOfTen(common - scale);
    long theirs = ValueSource.powerOfTen(common - digits);
    each((row, value) -> {
      long one = off.isMissing(row) ? 0 : off.at(row);
      long all = factor == null ? one : Math.multiplyExact(one, factor.at(row));
      return Math.subtractExact(Math.multiplyExact(value, ours), Math.multiplyExact(all, theirs));
    });
    scale = common;
  }

  /** Takes off the part that a column says. */
  private void lessPart(Column column) {
    Chunk off = read(column);
    or(invalid, off.invalid());
    or(missing, off.invalid());
    int digits = SaleColumns.partScale(column);
    long whole = ValueSource.powerOfTen(digits);
    each((row, value) -> Math.multiplyExact(value,
        off.isMissing(row) ? whole : Math.subtractExact(whole, off.at(row))));
    scale += digits;
  }

  /** Divides by 1 + rate. */
  private void withoutTax(BigDecimal rate) {
    BigDecimal factor = BigDecimal.ONE.add(rate);
    int from = scale;
    scale += DIGITS_OF_TAX;
    each((row, value) -> BigDecimal.valueOf(value, from)
        .divide(factor, scale, RoundingMode.HALF_UP)
        .unscaledValue()
        .longValueExact());
  }

  private Chunk chunk() {
    return Chunk.pack(values, values.length, Bits.count(missing) == 0 ? null : missing,
        Bits.count(invalid) == 0 ? null : invalid, null);
  }
}
