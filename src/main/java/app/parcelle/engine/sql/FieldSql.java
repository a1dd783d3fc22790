package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Field.Cluster;
import app.parcelle.engine.segment.Field.Lifted;
import app.parcelle.engine.segment.Field.OfCustomer;
import app.parcelle.engine.segment.Field.OfTrait;
import app.parcelle.engine.segment.Field.Pick;
import app.parcelle.engine.segment.Field.Score;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/** Fields of customers, joined to a query over them: columns as they are published, traits and lifted values from the events. */
record FieldSql(CustomerQuery query) {
  private static final String VALUE = "value";
  private static final String FOLDED = "value folded";
  private static final String ROW = "row_number";

  Operand of(FieldRef ref) {
    return of(query.view()
        .statement()
        .catalog()
        .find(ref)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-field", ref.name()))));
  }

  private Operand of(app.parcelle.engine.segment.Field field) {
    return switch (field) {
      case app.parcelle.engine.segment.Field.Key _ -> Operand.text(query.key(), query.foldedKey());
      case OfCustomer of -> {
        PublishedTable table = table(of.tableId());
        query.join(table);
        yield Operand.of(table, table.column(column(table, of.columnId())), table.name());
      }
      case OfTrait of -> Operand.computed(of.type(), trait(of));
      case Lifted of -> lifted(of);
      case Cluster of -> cluster(of);
      case Score of -> throw new Problem(Message.of("sql.no-score", of.name()));
    };
  }

  private PublishedTable table(String id) {
    return query.view().statement().published().table(id);
  }

  private static Column column(PublishedTable table, String id) {
    return table.table()
        .withId(id)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-column", id, table.table().name())));
  }

  private Field<BigDecimal> trait(OfTrait field) {
    PublishedTable table = table(field.tableId());
    return switch (field.trait()) {
      case FREQUENCY -> measure(table, Measure.COUNT);
      case RECENCY -> measure(table, Measure.DAYS_SINCE_LAST);
      case TENURE -> measure(table, Measure.DAYS_SINCE_FIRST);
      case MONETARY, MARGIN -> sum(table, field.trait());
      case AVERAGE_BASKET -> {
        Field<BigDecimal> sum = sum(table, Trait.MONETARY)
            .cast(SQLDataType.NUMERIC(38, Math.max(6, field.scale())));
        Field<BigDecimal> orders = DSL.nullif(measure(table, Measure.COUNT),
            inline(0).coerce(BigDecimal.class));
        yield DSL.round(sum.div(orders), field.scale());
      }
    };
  }

  private Field<BigDecimal> measure(PublishedTable table, Measure measure) {
    return new MeasureSql(query)
        .of(new Measured(table.table().tableId(), measure, null, new Window.Ever(), null))
        .value();
  }

  private Field<BigDecimal> sum(PublishedTable table, Trait trait) {
    Column column = table.table()
        .columns()
        .stream()
        .filter(c -> trait == Trait.MARGIN ? c.origin() == Column.Origin.MARGIN : c.role() == Role.AMOUNT)
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-amount", table.table().name())));
    return new MeasureSql(query).sum(table.table(), column).value();
  }

  /** The value of one row of the customer's: of the last that has one, or of the first that has the most frequent one. */
  private Operand lifted(Lifted field) {
    PublishedTable table = table(field.tableId());
    EventRows rows = new EventRows(query.view(), table, table.name());
    Column column = column(table, field.columnId());
    Operand of = Operand.of(table, table.column(column), table.name());
    List<Field<?>> selected = new ArrayList<>(List.of(rows.customer().as(Published.NUMBER),
        rows.row().as(ROW), of.value().as(VALUE)));
    if (column.type().isText()) {
      selected.add(of.folded().as(FOLDED));
    }
    List<Field<?>> kept = new ArrayList<>(
        selected.stream().<Field<?>>map(f -> field(name(f.getName()))).toList());
    String part = query.view()
        .statement()
        .with(field.name(), field.pick() == Pick.MOST_FREQUENT
            ? mostFrequent(rows, of, selected, kept)
            : last(rows, of, selected, kept));
    query.join(part);
    Field<Object> value = field(name(part, VALUE));
    return new Operand(column.type(), value,
        column.type().isText() ? field(name(part, FOLDED)) : value, DSL.falseCondition(), of.parts(),
        new Operand.Source(part, field(name(part, Published.NUMBER), Long.class),
            field(name(part, ROW), Long.class)));
  }

  private Select<?> last(EventRows rows, Operand of, List<Field<?>> selected, List<Field<?>> kept) {
    selected.add(rowNumber().over(partitionBy(rows.customer()).orderBy(rows.fromLatest())).as("place"));
    String placed = query.view()
        .statement()
        .with("rows of " + rows.table().name(), valued(rows, of, selected));
    return chosen(placed, kept);
  }

  private Select<?> mostFrequent(EventRows rows, Operand of, List<Field<?>> selected, List<Field<?>> kept) {
    selected.add(count().over(partitionBy(rows.customer(), of.value())).as("times"));
    selected.add(rowNumber().over(partitionBy(rows.customer()).orderBy(rows.fromEarliest())).as("met"));
    String counted = query.view()
        .statement()
        .with("rows of " + rows.table().name(),
            valued(rows, of, selected));
    List<Field<?>> placed = new ArrayList<>(kept);
    placed.add(rowNumber().over(partitionBy(field(name(Published.NUMBER)))
        .orderBy(field(name("times")).desc(), field(name("met")).asc())).as("place"));
    String ranked = query.view()
        .statement()
        .with("places of " + rows.table().name(),
            select(placed).from(DSL.table(name(counted))));
    return chosen(ranked, kept);
  }

  private static Select<?> valued(EventRows rows, Operand of, List<Field<?>> selected) {
    return select(selected).from(DSL.table(name(rows.table().name())))
        .where(rows.chosen(new Window.Ever(), null).and(of.value().isNotNull()));
  }

  private static Select<?> chosen(String placed, List<Field<?>> kept) {
    return select(kept).from(DSL.table(name(placed)))
        .where(field(name("place"), Integer.class).eq(inline(1)));
  }

  private Operand cluster(Cluster field) {
    String clusters = query.view().statement().published().clusters();
    String part = query.view()
        .statement()
        .with(field.name(), select(field(name(Published.NUMBER)), field(name("cluster")).as(VALUE))
            .from(DSL.table(name(clusters)))
            .where(field(name("clustering"), String.class).eq(inline(field.id()))));
    query.join(part);
    return Operand.computed(ColumnType.WHOLE, field(name(part, VALUE)));
  }
}
