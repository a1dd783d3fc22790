package app.parcelle.engine.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * What customers are worth, from the first table of events that has amounts.
 *
 * @param revenue the exact sum of the members' amounts
 * @param ofEveryone the same of everyone
 * @param basket revenue divided by the orders, two digits; null without orders
 * @param basketOfEveryone the same of everyone
 * @param currency as ISO 4217 has it; null where the column does not say, or has several
 */
public record Worth(BigDecimal revenue, BigDecimal ofEveryone, @Nullable BigDecimal basket,
    @Nullable BigDecimal basketOfEveryone, @Nullable String currency) {

  /** Gives a field's values as the segment sees them. */
  public interface Columns {
    FieldColumn of(Field field);
  }

  /** Empty where no table has amounts. */
  static Optional<Worth> of(FieldCatalog catalog, Columns columns, long[] members, long[] base) {
    Optional<Field.OfTrait> monetary = trait(catalog, Trait.MONETARY);
    Optional<Field.OfTrait> frequency = monetary.flatMap(of -> catalog.fields()
        .stream()
        .filter(f -> f instanceof Field.OfTrait t && t.trait() == Trait.FREQUENCY
            && t.tableId().equals(of.tableId()))
        .map(Field.OfTrait.class::cast)
        .findFirst());
    if (monetary.isEmpty() || frequency.isEmpty()) {
      return Optional.empty();
    }
    FieldColumn amounts = columns.of(monetary.get());
    FieldColumn orders = columns.of(frequency.get());
    BigDecimal revenue = sum(amounts, members);
    BigDecimal everyone = sum(amounts, base);
    return Optional.of(new Worth(revenue, everyone, basket(revenue, sum(orders, members)),
        basket(everyone, sum(orders, base)), currency(catalog, monetary.get().tableId())));
  }

  private static Optional<Field.OfTrait> trait(FieldCatalog catalog, Trait wanted) {
    return catalog.fields()
        .stream()
        .filter(f -> f instanceof Field.OfTrait of && of.trait() == wanted)
        .map(Field.OfTrait.class::cast)
        .findFirst();
  }

  private static BigDecimal sum(FieldColumn column, long[] who) {
    ExactSum sum = new ExactSum();
    for (int word = 0; word < who.length; word++) {
      for (long left = who[word] & ~column.missing()[word]; left != 0; left &= left - 1) {
        sum.add(column.values()[(word << 6) + Long.numberOfTrailingZeros(left)]);
      }
    }
    return sum.total(column.field().scale());
  }

  private static @Nullable BigDecimal basket(BigDecimal revenue, BigDecimal orders) {
    return orders.signum() == 0 ? null : revenue.divide(orders, 2, RoundingMode.HALF_UP);
  }

  /** Of the amount, else of the unit price that it is computed from. */
  private static @Nullable String currency(FieldCatalog catalog, String tableId) {
    Optional<TableVersion> table = catalog.tables()
        .stream()
        .filter(t -> t.tableId().equals(tableId))
        .findFirst();
    for (Role role : new Role[]{Role.AMOUNT, Role.UNIT_PRICE}) {
      String detail = table.flatMap(t -> t.withRole(role))
          .map(Column::meaning)
          .filter(meaning -> meaning.is(Meaning.Kind.MONEY))
          .map(Meaning::detail)
          .orElse(null);
      if (detail != null && detail.indexOf(',') < 0) {
        return detail;
      }
    }
    return null;
  }
}
