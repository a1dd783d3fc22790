package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.SaleRule;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** Measures of each customer's events: a part of the statement each, joined to the customers. */
record MeasureSql(CustomerQuery query) {
  private static final String VALUE = "value";
  private static final String ROWS = "rows_with_value";

  /**
   * A measure of a customer; null where it is missing.
   *
   * @param divisor by which the value is to be divided for what is meant; null for nothing. It is above 0
   */
  record Result(Field<BigDecimal> value, @Nullable Field<BigDecimal> divisor) {
    /** Compared without a division, so that it is exact. */
    Condition passes(NumberOperator operator, BigDecimal first, @Nullable BigDecimal second) {
      Field<BigDecimal> low = NumberSql.exact(first);
      Field<BigDecimal> high = NumberSql.exact(second == null ? first : second);
      return divisor == null
          ? NumberSql.passes(value, operator, low, high)
          : NumberSql.passes(value, operator, low.times(divisor), high.times(divisor));
    }
  }

  Result of(Measured measured) {
    View view = query.view();
    TableVersion version = view.statement()
        .catalog()
        .events(measured.table())
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-table", measured.table())));
    EventRows rows = rows(version);
    Optional<Column> column = measured.measure().ofColumn()
        ? Optional.of(column(version, measured.property()))
        : Optional.empty();
    boolean returns = column.filter(
        c -> measured.measure() == Measure.SUM && SaleRule.subtractsReturns(c)).isPresent();
    Condition chosen = rows.chosen(measured.window(), measured.where(), returns);
    String wish = measured.measure().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of "
        + column.map(c -> c.name() + " of ").orElse("") + version.name();
    Operand of = column.map(c -> Operand.of(rows.table(), rows.table().column(c), rows.as())).orElse(null);
    String part = view.statement().with(wish, measure(measured.measure(), rows, of, chosen));
    query.join(part);
    return result(measured.measure(), part);
  }

  /** The sum of a column over all that is seen, less what came back. */
  Result sum(TableVersion version, Column column) {
    EventRows rows = rows(version);
    Operand of = Operand.of(rows.table(), rows.table().column(column), rows.as());
    String part = query.view()
        .statement()
        .with("sum of " + column.name() + " of " + version.name(),
            measure(Measure.SUM, rows, of, rows.chosen(new app.parcelle.engine.segment.Window.Ever(), null,
                SaleRule.subtractsReturns(column))));
    query.join(part);
    return result(Measure.SUM, part);
  }

  private EventRows rows(TableVersion version) {
    PublishedTable table = query.view().statement().published().table(version);
    return new EventRows(query.view(), table, table.name());
  }

  private static Column column(TableVersion version, @Nullable FieldRef property) {
    return property == null
        ? version.withRole(Role.AMOUNT)
            .orElseThrow(() -> new Problem(Message.of("evaluate.no-amount", version.name())))
        : app.parcelle.engine.segment.RowColumns.find(version, property)
            .orElseThrow(
                () -> new Problem(Message.of("evaluate.no-column", property.name(), version.name())));
  }

  private Select<?> measure(Measure measure, EventRows rows, @Nullable Operand of, Condition chosen) {
    Field<Long> customer = rows.customer().as(Published.NUMBER);
    if (measure == Measure.FIRST || measure == Measure.LAST) {
      return edge(measure, rows, needed(of), chosen);
    }
    return switch (measure) {
      case COUNT -> grouped(rows, chosen, customer, rows.orders().as(VALUE));
      case LINES -> grouped(rows, chosen, customer, count().as(VALUE));
      case SUM -> grouped(rows, chosen, customer, DSL.sum(needed(of).number()).as(VALUE));
      case AVERAGE -> grouped(rows, chosen.and(needed(of).value().isNotNull()), customer,
          DSL.sum(needed(of).number()).as(VALUE), count().as(ROWS));
      case MINIMUM -> grouped(rows, chosen, customer, min(needed(of).number()).as(VALUE));
      case MAXIMUM -> grouped(rows, chosen, customer, max(needed(of).number()).as(VALUE));
      case DISTINCT -> grouped(rows, chosen, customer, countDistinct(needed(of).folded()).as(VALUE));
      case DAYS_SINCE_LAST, DAYS_SINCE_FIRST, DAYS_BETWEEN -> grouped(rows, chosen, customer,
          days(measure, rows).as(VALUE));
      case FIRST, LAST -> throw new IllegalStateException();
    };
  }

  private static Operand needed(@Nullable Operand operand) {
    if (operand == null) {
      throw new IllegalStateException();
    }
    return operand;
  }

  private static Select<?> grouped(EventRows rows, Condition chosen, Field<?>... fields) {
    return select(fields).from(table(name(rows.table().name()))).where(chosen).groupBy(rows.customer());
  }

  private Field<?> days(Measure measure, EventRows rows) {
    Operand time = rows.time().orElse(null);
    if (time == null) {
      return inline((Integer) null);
    }
    View view = query.view();
    Field<?> value = time.value();
    return switch (measure) {
      case DAYS_SINCE_LAST ->
        localDateDiff(Dialect.day(view.today()), view.day(max(value), time.type()));
      case DAYS_SINCE_FIRST ->
        localDateDiff(Dialect.day(view.today()), view.day(min(value), time.type()));
      default -> localDateDiff(view.day(max(value), time.type()), view.day(min(value), time.type()));
    };
  }

  /** The value of the first or last row that has one. */
  private Select<?> edge(Measure measure, EventRows rows, Operand of, Condition chosen) {
    String placed = query.view()
        .statement()
        .with("places of " + rows.table().name(),
            select(rows.customer().as(Published.NUMBER), of.value().as(VALUE),
                rowNumber().over(partitionBy(rows.customer())
                    .orderBy(measure == Measure.FIRST ? rows.fromEarliest() : rows.fromLatest()))
                    .as("place"))
                .from(table(name(rows.table().name())))
                .where(chosen.and(of.value().isNotNull())));
    return select(field(name(Published.NUMBER)), field(name(VALUE))).from(table(name(placed)))
        .where(field(name("place"), Integer.class).eq(inline(1)));
  }

  private static Result result(Measure measure, String part) {
    Field<BigDecimal> value = field(name(part, VALUE), BigDecimal.class);
    return switch (measure) {
      case COUNT, LINES, SUM, DISTINCT ->
        new Result(coalesce(value, inline(0).coerce(BigDecimal.class)), null);
      case AVERAGE -> new Result(value, field(name(part, ROWS), BigDecimal.class));
      default -> new Result(value, null);
    };
  }
}
