package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.List;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.RowColumns;
import app.parcelle.engine.segment.Window;

/**
 * A condition on the rows of a table; null, which is not true, where it asks for what is missing.
 *
 * @param earlier the rows of the steps before, where the condition is of a step of a sequence
 */
record RowSql(EventRows rows, List<EventRows> earlier) {
  static RowSql of(EventRows rows) {
    return new RowSql(rows, List.of());
  }

  Condition condition(app.parcelle.engine.segment.Condition condition) {
    return switch (condition) {
      case Everyone() -> DSL.trueCondition();
      case AllOf(var children) -> and(children.stream().map(this::condition).toList());
      case AnyOf(var children) -> or(children.stream().map(this::condition).toList());
      case Not(var child) -> no(condition(child));
      case StepTest test -> step(test);
      case Occurrence(boolean first) -> inFirstEvent(first);
      default -> new ValueSql(rows.view(), ref -> operand(rows, ref)).of(condition)
          .orElseThrow(() -> new Problem(Message.of("evaluate.not-of-rows")));
    };
  }

  /** The opposite of what may be null. */
  static Condition no(Condition condition) {
    return not(DSL.condition(coalesce(field(condition), inline(false))));
  }

  static Operand operand(EventRows rows, FieldRef ref) {
    return RowColumns.find(rows.table().table(), ref)
        .map(column -> Operand.of(rows.table(), rows.table().column(column), rows.as()))
        .orElseThrow(() -> new Problem(
            Message.of("evaluate.no-column", ref.name(), rows.table().table().name())));
  }

  private Condition step(StepTest test) {
    EventRows before = earlier.get(test.step() - 1);
    Operand left = operand(rows, test.column());
    Operand right = operand(before, test.other());
    if (left.type().isText()) {
      Condition same = left.foldedText().eq(right.foldedText());
      return test.operator().negative() ? not(same) : same;
    }
    if (left.type().isDate()) {
      Moments moments = Moments.of(rows.view(), left, right);
      return NumberSql.passes(moments.first().coerce(BigDecimal.class), test.operator(),
          moments.second().coerce(BigDecimal.class), moments.second().coerce(BigDecimal.class));
    }
    return NumberSql.passes(left.number(), test.operator(), right.number(), right.number());
  }

  /** Whether the row is part of the customer's first event, of the same order where there are orders; or of a later one. */
  private Condition inFirstEvent(boolean first) {
    EventRows all = new EventRows(rows.view(), rows.table(), rows.table().name());
    Operand time = all.time().orElse(null);
    if (time == null) {
      return DSL.falseCondition();
    }
    Field<String> order = all.orderKey().map(Operand::text).orElse(inline((String) null));
    String placed = rows.view()
        .statement()
        .with("order of " + rows.table().name(),
            select(all.customer().as("customer_number"), all.row().as("row_number"), order.as("order_key"),
                rowNumber().over(DSL.partitionBy(all.customer()).orderBy(all.fromEarliest())).as("place"))
                .from(table(name(rows.table().name())))
                .where(all.chosen(new Window.Ever(), null).and(time.value().isNotNull())));
    Condition same = field(name(placed, "row_number"), Long.class).eq(rows.row());
    Operand own = rows.orderKey().orElse(null);
    if (own != null) {
      same = same.or(field(name(placed, "order_key"), String.class).eq(own.text()));
    }
    Condition timed = rows.time().map(t -> t.value().isNotNull()).orElse(DSL.falseCondition());
    Condition firstOne = exists(selectOne().from(table(name(placed)))
        .where(field(name(placed, "customer_number"), Long.class).eq(rows.customer()))
        .and(field(name(placed, "place"), Integer.class).eq(inline(1)))
        .and(same));
    return timed.and(first ? firstOne : not(firstOne));
  }
}
