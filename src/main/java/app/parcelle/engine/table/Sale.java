package app.parcelle.engine.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What counts as a sale in a table of events, over and above the rule that says which rows count. Columns go by their names.
 *
 * @param returns what rows with a negative quantity are, or with a negative amount where there is no quantity
 * @param cancelled rows of orders that came to nothing; they are left out
 * @param tests rows of orders that were never meant; they are left out
 * @param amount what a row is worth
 * @param cost what a row costs; null where there is no margin to know
 */
public record Sale(Returns returns, List<Rows> cancelled, List<Rows> tests, Amount amount,
    @Nullable Cost cost) {

  /** What becomes of returns. */
  public enum Returns {
    /** They are rows like any other. */
    KEEP,
    /** They are taken off sums of amounts, margins and quantities, and are no purchases: no order, no line, no last time. */
    SUBTRACT,
    /** They are left out. */
    LEAVE_OUT;

    /** The name in the command line, recipes and answers, such as {@code leave-out}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Rows by the value of a column, compared trimmed and without case and accents.
   *
   * @param values for a column of yes and no {@code yes} or {@code no}
   * @param startsWith whether the column's text need only begin with one of the values
   */
  public record Rows(String column, List<String> values, boolean startsWith) {
    public Rows {
      values = List.copyOf(values);
    }
  }

  /**
   * What a row is worth: a column, less a discount, less tax.
   *
   * @param column null for the column that has the role of the amount, or quantity times unit price where none has
   * @param discount a column of amounts or percentages to be taken off; what is missing there is 0
   * @param discountIsPart whether the discount is told as a part of the price: 0.15 for 15 %; percentages always are
   * @param tax a column of amounts to be taken off; what is missing there is 0
   * @param taxRate of prices that include tax: 0.2 for 20 %. The net amount is rounded half up, two digits beyond those of the amount
   */
  public record Amount(@Nullable String column, @Nullable String discount, boolean discountIsPart,
      @Nullable String tax, @Nullable BigDecimal taxRate) {
    public static final Amount FOUND = new Amount(null, null, false, null, null);

    /** The same of another column. */
    public Amount of(@Nullable String other) {
      return new Amount(other, discount, discountIsPart, tax, taxRate);
    }

    /** Whether a row is worth just what the column says. */
    public boolean isPlain() {
      return discount == null && tax == null && taxRate == null;
    }
  }

  /** @param perUnit whether the column holds the cost of a piece rather than that of the row */
  public record Cost(String column, boolean perUnit) {}

  /** Every row is a sale and worth its amount. */
  public static final Sale ALL = new Sale(Returns.KEEP, List.of(), List.of(), Amount.FOUND, null);

  public Sale {
    returns = Objects.requireNonNullElse(returns, Returns.KEEP);
    cancelled = List.copyOf(Objects.requireNonNullElse(cancelled, List.<Rows>of()));
    tests = List.copyOf(Objects.requireNonNullElse(tests, List.<Rows>of()));
    amount = Objects.requireNonNullElse(amount, Amount.FOUND);
  }

  public Sale withAmount(Amount other) {
    return new Sale(returns, cancelled, tests, other, cost);
  }
}
