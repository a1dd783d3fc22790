package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.Fault;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentCheck;

/**
 * Segments as SQL over the tables that {@link Publication} writes: a statement that gives the numbers and keys of the members.
 * The published form stands in {@code src/docs/sql.md}.
 */
public final class SegmentSql {
  private final Statement statement;
  private final ZoneId zone;
  private final Deque<String> open = new ArrayDeque<>();

  private SegmentSql(Statement statement, ZoneId zone) {
    this.statement = statement;
    this.zone = zone;
  }

  /**
   * The statement that selects a segment's members, columns {@code customer_number} and {@code key}.
   *
   * @param zone the project's, for segments without one of their own
   * @param today the day that the segment is seen from, where its own reference is not fixed
   * @throws Problem when there is a fault in it, or it asks for what SQL does not know
   */
  public static String of(Segment segment, FieldCatalog catalog, ZoneId zone, LocalDate today,
      Dialect dialect) {
    List<Fault> faults = SegmentCheck.check(segment, catalog);
    if (!faults.isEmpty()) {
      throw new Problem(faults.getFirst().message());
    }
    SegmentSql sql = new SegmentSql(new Statement(dialect, catalog), zone);
    View view = sql.view(segment, today);
    sql.statement.note("As of " + view.today() + ", days of " + view.zone());
    return sql.statement.text(sql.members(segment, view));
  }

  private View view(Segment segment, LocalDate today) {
    ZoneId own = segment.zone() == null ? zone : segment.zone();
    return new View(statement,
        segment.reference() instanceof Segment.Reference.Fixed(LocalDate day) ? day : today,
        own);
  }

  private Select<?> members(Segment segment, View view) {
    CustomerQuery query = new CustomerQuery(view);
    app.parcelle.engine.segment.Condition rule = segment.rule();
    Condition met = rule == null
        ? DSL.falseCondition()
        : new CustomerSql(query, this::inSegment).condition(rule);
    Limit limit = segment.limit();
    return limit == null
        ? query.select(List.of(query.number(), query.key()), met)
        : limited(query, met, limit);
  }

  /** The first so many of each group. */
  private static Select<?> limited(CustomerQuery query, Condition met, Limit limit) {
    FieldSql fields = new FieldSql(query);
    List<SortField<?>> order = new ArrayList<>();
    if (limit.by() != null) {
      Field<?> by = fields.of(limit.by()).value();
      order.add(limit.greatest() ? by.desc().nullsLast() : by.asc().nullsLast());
    }
    order.add(CustomerSql.digits(query, limit.seed()).asc());
    order.add(query.number().asc());
    List<Field<?>> groups = new ArrayList<>();
    if (limit.per() != null) {
      groups.add(fields.of(limit.per()).folded());
    }
    Field<Integer> place = groups.isEmpty()
        ? DSL.rowNumber().over(DSL.orderBy(order))
        : DSL.rowNumber().over(DSL.partitionBy(groups).orderBy(order));
    Field<Integer> among = groups.isEmpty() ? count().over() : count().over(DSL.partitionBy(groups));
    String part = query.view()
        .statement()
        .with("all who meet the rule",
            query.select(List.of(query.number(), query.key(), place.as("place"), among.as("among")), met));
    Field<BigDecimal> before = field(name("place"), BigDecimal.class).minus(inline(1));
    Field<BigDecimal> n = NumberSql.exact(limit.n());
    return select(field(name(Published.NUMBER), Long.class), field(name(Published.KEY), String.class))
        .from(table(name(part)))
        .where(limit.percent()
            ? before.times(inline(100)).lt(n.times(field(name("among"), BigDecimal.class)))
            : before.lt(n));
  }

  private Condition inSegment(InSegment in, CustomerQuery query) {
    FieldCatalog.Saved saved = statement.catalog()
        .segment(in.segment())
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-field", in.segment().name())));
    Condition member = query.number().in(numbers(saved, in.membership(), query.view()));
    return in.in() ? member : query.number().notIn(numbers(saved, in.membership(), query.view()));
  }

  private Select<org.jooq.Record1<Long>> numbers(FieldCatalog.Saved saved, Membership membership, View view) {
    if (membership instanceof Membership.Frozen(String snapshot)) {
      return select(field(name(Published.NUMBER), Long.class))
          .from(table(name(statement.published().members())))
          .where(field(name("snapshot"), String.class).eq(inline(snapshot)));
    }
    if (open.contains(saved.id())) {
      throw new Problem(Message.of("sql.circle", saved.segment().name()));
    }
    open.push(saved.id());
    View own = view(saved.segment(), view.today());
    View seen = membership instanceof Membership.On(LocalDate day) ? own.from(day, own.zone()) : own;
    String part = statement.with(saved.segment().name(), members(saved.segment(), seen));
    open.pop();
    return select(field(name(Published.NUMBER), Long.class)).from(table(name(part)));
  }
}
