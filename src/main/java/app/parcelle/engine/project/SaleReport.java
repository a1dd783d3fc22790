package app.parcelle.engine.project;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/**
 * What counts as a sale in a table, in figures. A row may be of several parts: a cancelled order may be a test.
 *
 * @param sale null where nobody has said
 * @param rule which rows count, in the language of {@code engine.segment.RowRule}; null where all do
 * @param all rows of the table
 * @param ruledOut rows that the rule of the table leaves out
 * @param counted rows that are left: purchases and what is taken off them
 * @param returns rows of them that came back, where they are taken off
 * @param guests rows of them that have no customer: they are in these figures, and never in those of customers
 */
public record SaleReport(TableVersion table, @Nullable Sale sale, @Nullable String rule, Part all,
    Part ruledOut, Part cancelled, Part tests, Part returns, Part guests, Part counted) {

  /**
   * Rows and what they are worth together.
   *
   * @param amount exact; null where the table has no amount
   */
  public record Part(long rows, @Nullable BigDecimal amount) {}
}
