package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;

import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.ColumnType;

/**
 * A value in SQL: of a customer's field, or of a column of a row.
 *
 * @param value null where it is missing
 * @param folded the text folded; the value itself where it is no text
 * @param invalid whether it could not be understood
 * @param parts the table of its elements or coordinates; null where it has none
 * @param source where it stands; null where it is computed
 */
record Operand(ColumnType type, Field<?> value, Field<?> folded, Condition invalid,
    @Nullable String parts, @Nullable Source source) {
  /** A row under the name of its table or part. */
  record Source(String from, Field<Long> customer, Field<Long> row) {}

  static Operand computed(ColumnType type, Field<?> value) {
    return new Operand(type, value, value, falseCondition(), null, null);
  }

  static Operand text(Field<?> value, Field<?> folded) {
    return new Operand(ColumnType.TEXT, value, folded, falseCondition(), null, null);
  }

  /** A column of a table that is there under a name. */
  static Operand of(PublishedTable table, PublishedTable.PublishedColumn column, String as) {
    Field<Object> value = field(name(as, column.value()));
    return new Operand(column.column().type(), value,
        column.folded() == null ? value : field(name(as, column.folded())),
        org.jooq.impl.DSL.condition(field(name(as, column.invalid()), Boolean.class)), column.parts(),
        new Source(as, field(name(as, table.customer()), Long.class),
            field(name(as, table.row()), Long.class)));
  }

  Field<BigDecimal> number() {
    return value.coerce(BigDecimal.class);
  }

  Field<String> text() {
    return value.coerce(String.class);
  }

  Field<String> foldedText() {
    return folded.coerce(String.class);
  }

  Field<Boolean> yes() {
    return value.coerce(Boolean.class);
  }
}
