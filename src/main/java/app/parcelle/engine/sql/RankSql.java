package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.WindowOverStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.End;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.FieldRef;

/** Places of customers among those of the base who have a value, ties at one place: a part of the statement each. */
record RankSql(CustomerQuery query) {
  private static final String PLACE = "place";
  private static final String AMONG = "among";

  Condition of(Ranked ranked) {
    String part = places(ranked.field(), ranked.within(), ranked.end() == End.TOP);
    Field<BigDecimal> before = field(name(part, PLACE), BigDecimal.class).minus(inline(1));
    Field<BigDecimal> n = NumberSql.exact(ranked.n());
    return ranked.percent()
        ? before.times(inline(100)).lt(n.times(field(name(part, AMONG), BigDecimal.class)))
        : before.lt(n);
  }

  Condition of(InBand band) {
    String part = places(band.field(), band.within(), false);
    Field<Long> before = field(name(part, PLACE), Long.class).minus(inline(1L));
    Field<Long> number = inline(1L)
        .plus(inline((long) band.count()).times(before).div(field(name(part, AMONG), Long.class)));
    return number.in(band.bands().stream().sorted().map(b -> inline((long) b)).toList());
  }

  private String places(FieldRef ref, @Nullable FieldRef within, boolean fromGreatest) {
    CustomerQuery inner = new CustomerQuery(query.view());
    FieldSql fields = new FieldSql(inner);
    Operand ranked = fields.of(ref);
    Operand group = within == null ? null : fields.of(within);
    Condition present = group == null
        ? ranked.value().isNotNull()
        : ranked.value().isNotNull().and(group.value().isNotNull());
    List<Field<?>> groups = new ArrayList<>();
    if (group != null) {
      groups.add(group.folded());
    }
    Field<?> place = over(rank(), groups, fromGreatest ? ranked.value().desc() : ranked.value().asc());
    Field<?> among = groups.isEmpty() ? count().over() : count().over(DSL.partitionBy(groups));
    String part = query.view()
        .statement()
        .with("places by " + ref.name(),
            inner.select(List.of(inner.number(), place.as(PLACE), among.as(AMONG)), present));
    query.join(part);
    return part;
  }

  private static Field<Integer> over(WindowOverStep<Integer> function, List<Field<?>> groups,
      org.jooq.SortField<?> order) {
    return groups.isEmpty()
        ? function.over(DSL.orderBy(order))
        : function.over(DSL.partitionBy(groups).orderBy(order));
  }
}
