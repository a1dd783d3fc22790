package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.TableKind;

/** A query over the customers who are there as of a day, one row each, with what is known of them joined to it. */
final class CustomerQuery {
  private final View view;
  private final Map<String, Condition> joined = new LinkedHashMap<>();

  CustomerQuery(View view) {
    this.view = view;
  }

  View view() {
    return view;
  }

  Field<Long> number() {
    return field(name(view.statement().customers(), Published.NUMBER), Long.class);
  }

  Field<String> key() {
    return field(name(view.statement().customers(), Published.KEY), String.class);
  }

  Field<String> foldedKey() {
    return field(name(view.statement().customers(), Published.KEY_FOLDED), String.class);
  }

  /** Joins a part of the statement with at most one row a customer. */
  void join(String part) {
    join(part, Published.NUMBER);
  }

  /** Joins a published table with at most one row a customer. */
  void join(PublishedTable table) {
    join(table.name(), table.customer());
  }

  private void join(String table, String customer) {
    joined.putIfAbsent(table, field(name(table, customer), Long.class).eq(number()));
  }

  /** What is selected of those who meet a condition. */
  Select<?> select(List<? extends SelectFieldOrAsterisk> fields, Condition condition) {
    String base = view.statement().with("base", base());
    Name baseNumber = name(base, Published.NUMBER);
    SelectJoinStep<?> from = DSL.select(fields)
        .from(table(name(view.statement().published().customers())).as(name(view.statement().customers())))
        .join(table(name(base)))
        .on(field(baseNumber, Long.class).eq(number()));
    for (Map.Entry<String, Condition> join : joined.entrySet()) {
      from = from.leftJoin(table(name(join.getKey()))).on(join.getValue());
    }
    return from.where(condition);
  }

  /** Who there is: customers of a customer table, and those with at least one purchase that is seen. */
  private Select<Record1<Long>> base() {
    List<Select<Record1<Long>>> sources = new ArrayList<>();
    for (PublishedTable source : view.statement().published().tables().values()) {
      Field<Long> number = field(name(source.customer()), Long.class);
      if (source.table().kind() == TableKind.CUSTOMERS) {
        sources.add(DSL.select(number.as(Published.NUMBER))
            .from(table(name(source.name())))
            .where(number.isNotNull()));
      } else if (source.ofEvents()) {
        sources.add(selectDistinct(number.as(Published.NUMBER)).from(table(name(source.name())))
            .where(new EventRows(view, source, source.name()).chosen(new Window.Ever(), null)));
      }
    }
    Select<Record1<Long>> base = sources.isEmpty()
        ? DSL.select(field(name(Published.NUMBER), Long.class))
            .from(table(name(view.statement().published().customers())))
            .where(DSL.falseCondition())
        : sources.getFirst();
    for (Select<Record1<Long>> source : sources.stream().skip(1).toList()) {
      base = base.union(source);
    }
    return base;
  }
}
