package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.denseRank;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Role;

/**
 * The rows of an event table under a name: which are looked at, and in what order.
 *
 * @param as the name that the table has in the query
 */
record EventRows(View view, PublishedTable table, String as) {
  Field<Long> customer() {
    return field(name(as, table.customer()), Long.class);
  }

  Field<Long> row() {
    return field(name(as, table.row()), Long.class);
  }

  Optional<Operand> time() {
    return table.withRole(Role.EVENT_TIME).map(c -> Operand.of(table, c, as));
  }

  Optional<Operand> orderKey() {
    return table.withRole(Role.ORDER_KEY).map(c -> Operand.of(table, c, as));
  }

  /** The purchases of customers that are seen, in a window and with a where. */
  Condition chosen(Window window, app.parcelle.engine.segment.@Nullable Condition where) {
    return chosen(window, where, false);
  }

  /** @param returns whether the returns that are taken off sums are among them */
  Condition chosen(Window window, app.parcelle.engine.segment.@Nullable Condition where, boolean returns) {
    Condition rows = customer().isNotNull()
        .and(condition(field(name(as, returns ? table.counts() : table.purchase()), Boolean.class)))
        .and(seen(window));
    if (window instanceof Window.Latest latest) {
      rows = rows.and(row().in(latest(latest)));
    }
    return where == null ? rows : rows.and(RowSql.of(this).condition(where));
  }

  /** A row without time is always seen, but lies in no window of days. */
  private Condition seen(Window window) {
    boolean ever = window instanceof Window.Ever || window instanceof Window.Latest;
    Operand time = time().orElse(null);
    if (time == null) {
      return ever ? noCondition() : falseCondition();
    }
    Condition within = view.within(Days.of(window, view.today()), time.value(), time.type());
    return ever ? time.value().isNull().or(within) : within;
  }

  /** From the earliest: rows without time come first, of equal times the first in the source. */
  List<OrderField<?>> fromEarliest() {
    List<OrderField<?>> order = new ArrayList<>();
    time().ifPresent(time -> order.add(time.value().asc().nullsFirst()));
    order.add(row().asc());
    return order;
  }

  List<OrderField<?>> fromLatest() {
    List<OrderField<?>> order = new ArrayList<>();
    time().ifPresent(time -> order.add(time.value().desc().nullsLast()));
    order.add(row().desc());
    return order;
  }

  /** The rows of each customer's last events: an event is an order, or a row where there is no order key. */
  private Select<Record1<Long>> latest(Window.Latest latest) {
    EventRows all = new EventRows(view, table, table.name());
    Field<String> order = all.orderKey().map(Operand::text).orElse(inline((String) null));
    Field<Long> alone = DSL.when(order.isNull(), all.row());
    Field<Integer> place = rowNumber().over(
        DSL.partitionBy(all.customer()).orderBy(all.fromEarliest()));
    String placed = view.statement()
        .with("places of " + table.name(),
            select(all.row().as("row_number"), all.customer().as("customer_number"), order.as("order_key"),
                alone.as("alone"), place.as("place"))
                .from(DSL.table(name(table.name())))
                .where(all.chosen(new Window.Ever(), latest.among())));
    Field<Integer> end = max(field(name("place"), Integer.class)).over(
        DSL.partitionBy(field(name("customer_number")), field(name("order_key")),
            field(name("alone"))));
    String ended = view.statement()
        .with("ends of " + table.name(),
            select(field(name("row_number")), field(name("customer_number")), end.as("last_place"))
                .from(DSL.table(name(placed))));
    Field<Integer> back = denseRank().over(DSL.partitionBy(field(name("customer_number")))
        .orderBy(field(name("last_place")).desc()));
    String ranked = view.statement()
        .with("latest of " + table.name(),
            select(field(name("row_number")), back.as("events_back")).from(DSL.table(name(ended))));
    return select(field(name("row_number"), Long.class)).from(DSL.table(name(ranked)))
        .where(field(name("events_back"), Integer.class).le(inline(latest.n())));
  }

  /** How many different orders; a row without order key is an order by itself. */
  Field<Integer> orders() {
    return orderKey().<Field<Integer>>map(key -> DSL.countDistinct(key.text())
        .plus(DSL.count())
        .minus(DSL.count(key.text()))).orElse(DSL.count());
  }
}
