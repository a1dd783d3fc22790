package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/**
 * What a table's {@link Sale} and its rule say of rows, as conditions over its columns. A row without a value in the column that tells
 * of cancellations is not cancelled.
 */
public final class SaleRule {
  private SaleRule() {}

  /** The rows that count: sales, and the returns that are taken off them. */
  public static Condition counting(TableVersion table) {
    List<Condition> parts = new ArrayList<>();
    String rule = table.countsWhen();
    if (rule != null) {
      parts.add(RowRule.parse(rule, table));
    }
    parts.addAll(leftOut(table).stream().map(Not::new).toList());
    return parts.isEmpty() ? new Everyone() : parts.size() == 1 ? parts.getFirst() : new AllOf(parts);
  }

  /** The same in the language of {@link RowRule}; null where all rows count. */
  public static @Nullable String text(TableVersion table) {
    List<String> parts = new ArrayList<>();
    String rule = table.countsWhen();
    if (rule != null) {
      parts.add(leftOut(table).isEmpty() ? rule : "(" + rule + ")");
    }
    leftOut(table).forEach(out -> parts.add(RowRule.text(new Not(out))));
    return parts.isEmpty() ? null : String.join(" and ", parts);
  }

  /** What the definition of a sale leaves out, one condition each. */
  private static List<Condition> leftOut(TableVersion table) {
    Sale sale = table.sale();
    List<Condition> out = new ArrayList<>();
    if (sale != null) {
      sale.cancelled().forEach(rows -> out.add(rows(rows, table)));
      sale.tests().forEach(rows -> out.add(rows(rows, table)));
      if (sale.returns() == Sale.Returns.LEAVE_OUT) {
        negative(table).ifPresent(out::add);
      }
    }
    return out;
  }

  /** The rows that count and are no purchases; empty where all are. */
  public static Optional<Condition> returns(TableVersion table) {
    Sale sale = table.sale();
    return sale == null || sale.returns() != Sale.Returns.SUBTRACT ? Optional.empty() : negative(table);
  }

  /** Whether sums of a column are less what came back. */
  public static boolean subtractsReturns(Column column) {
    return column.role() == Role.AMOUNT || column.role() == Role.QUANTITY
        || column.origin() == Column.Origin.MARGIN;
  }

  /** Rows by the value of a column. */
  public static Condition rows(Sale.Rows rows, TableVersion table) {
    Column column = column(rows.column(), table);
    FieldRef field = FieldRef.named(column.name());
    if (column.type().isText()) {
      return rows.startsWith()
          ? any(rows.values()
              .stream()
              .<Condition>map(
                  v -> new TextTest(field, TextOperator.STARTS_WITH, List.of(v), false, false))
              .toList())
          : new TextTest(field, TextOperator.IS_ONE_OF, rows.values(), false, false);
    }
    if (column.type() == ColumnType.YES_NO) {
      boolean yes = rows.values().stream().anyMatch(v -> Folding.fold(v).equals("yes"));
      return new YesNoTest(field, yes ? YesNoOperator.IS_YES : YesNoOperator.IS_NO, false);
    }
    throw new Problem(Message.of("segment.sale.no-words", column.name()));
  }

  private static Condition any(List<Condition> parts) {
    return parts.size() == 1 ? parts.getFirst() : new AnyOf(parts);
  }

  private static Optional<Condition> negative(TableVersion table) {
    return sign(table).map(column -> new NumberTest(FieldRef.named(column.name()), NumberOperator.LESS,
        BigDecimal.ZERO, null, false));
  }

  /** The column whose negative values are returns. */
  public static Optional<Column> sign(TableVersion table) {
    Sale sale = table.sale();
    String amount = sale == null ? null : sale.amount().column();
    return table.withRole(Role.QUANTITY).or(() -> amount == null ? Optional.empty() : table.named(amount));
  }

  private static Column column(String name, TableVersion table) {
    return table.named(name)
        .orElseThrow(() -> new Problem(Message.of("segment.sale.no-column", name, table.name())));
  }

  /**
   * Looks whether a definition fits its table.
   *
   * @param table with the definition
   * @throws Problem that names what does not fit
   */
  public static void check(TableVersion table) {
    Sale sale = table.sale();
    if (sale == null) {
      return;
    }
    for (List<Sale.Rows> all : List.of(sale.cancelled(), sale.tests())) {
      for (Sale.Rows rows : all) {
        if (rows.values().isEmpty()) {
          throw new Problem(Message.of("segment.sale.no-values", rows.column()));
        }
        rows(rows, table);
      }
    }
    Sale.Amount amount = sale.amount();
    boolean product = table.withRole(Role.QUANTITY).isPresent()
        && table.withRole(Role.UNIT_PRICE).isPresent();
    boolean needed = !amount.isPlain() || sale.cost() != null;
    if (amount.column() == null && !product && needed) {
      throw new Problem(Message.of("segment.sale.no-amount", table.name()));
    }
    requireNumber(amount.column(), table);
    requireNumber(amount.discount(), table);
    requireNumber(amount.tax(), table);
    requireNumber(sale.cost() == null ? null : sale.cost().column(), table);
    BigDecimal rate = amount.taxRate();
    if (rate != null && (rate.signum() < 0 || rate.compareTo(BigDecimal.TEN) > 0 || rate.scale() > 6)) {
      throw new Problem(Message.of("segment.sale.bad-rate", rate));
    }
    if (sale.cost() != null && sale.cost().perUnit() && table.withRole(Role.QUANTITY).isEmpty()) {
      throw new Problem(Message.of("segment.sale.no-quantity", table.name()));
    }
    if (sale.returns() != Sale.Returns.KEEP && sign(table).isEmpty()) {
      throw new Problem(Message.of("segment.sale.no-sign", table.name()));
    }
  }

  private static void requireNumber(@Nullable String name, TableVersion table) {
    if (name != null && !column(name, table).type().isNumber()) {
      throw new Problem(Message.of("segment.sale.no-number", name));
    }
  }
}
