package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.List;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.ListOperator;
import app.parcelle.engine.table.Folding;

/** Tests of lists: their elements stand in a table of their own, one row each. */
final class ListSql {
  static final String ROW = "row_number";
  static final String ELEMENT = "element";
  static final String FOLDED = "element folded";

  private ListSql() {}

  static Condition passes(ListTest test, Operand list) {
    Field<String> element = field(name(test.exact() ? ELEMENT : FOLDED), String.class);
    List<String> values = test.values()
        .stream()
        .map(v -> test.exact() ? v : Folding.fold(v))
        .distinct()
        .sorted()
        .toList();
    String elements = elements(list, test.field().name());
    Field<Long> row = row(list, test.field().name());
    Condition positive = switch (test.operator()) {
      case ANY_OF, NONE_OF -> row.in(rows(elements, element.in(values.stream().map(DSL::inline).toList())));
      case ALL_OF, NOT_ALL_OF -> DSL.and(values.stream()
          .map(value -> row.in(rows(elements, element.eq(inline(value)))))
          .toList());
    };
    boolean negative = test.operator() == ListOperator.NONE_OF || test.operator() == ListOperator.NOT_ALL_OF;
    Condition known = list.value().isNotNull().and(row.in(rows(elements, DSL.noCondition())));
    Condition passes = negative ? known.and(not(positive)) : positive;
    return test.includeMissing()
        ? passes.or(not(DSL.condition(coalesce(field(known), inline(false)))))
        : passes;
  }

  static Condition passes(ListSize test, Operand list) {
    String elements = elements(list, test.field().name());
    Field<BigDecimal> size = field(select(countDistinct(field(name(FOLDED))))
        .from(table(name(elements)))
        .where(field(name(elements, ROW), Long.class).eq(row(list, test.field().name()))))
        .coerce(BigDecimal.class);
    return NumberSql.passes(size, test.operator(), test.value(), test.second());
  }

  private static Select<Record1<Long>> rows(String elements, Condition of) {
    return select(field(name(ROW), Long.class)).from(table(name(elements))).where(of);
  }

  private static Field<Long> row(Operand list, String name) {
    if (list.source() == null) {
      throw notAList(name);
    }
    return list.source().row();
  }

  private static String elements(Operand list, String name) {
    if (list.parts() == null) {
      throw notAList(name);
    }
    return list.parts();
  }

  private static Problem notAList(String name) {
    return new Problem(Message.of("evaluate.wrong-type", name));
  }
}
