package app.parcelle.engine.sql;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

import app.parcelle.engine.table.ColumnType;

/** What a segment is seen from: a day, and the zone in which days begin. */
record View(Statement statement, LocalDate today, ZoneId zone) {
  Dialect dialect() {
    return statement.dialect();
  }

  /** The same statement seen from another day, or elsewhere. */
  View from(LocalDate day, ZoneId elsewhere) {
    return new View(statement, day, elsewhere);
  }

  /** Whether a date or an instant lies in some days; null where it is missing. */
  Condition within(Days days, Field<?> value, ColumnType type) {
    Condition in = DSL.noCondition();
    LocalDate first = days.first();
    LocalDate end = days.end();
    if (type == ColumnType.DATE) {
      Field<LocalDate> day = value.coerce(LocalDate.class);
      if (first != null && end != null && end.equals(first.plusDays(1))) {
        return day.eq(Dialect.day(first));
      }
      in = first == null ? in : in.and(day.ge(Dialect.day(first)));
      return end == null ? in : in.and(day.lt(Dialect.day(end)));
    }
    Field<OffsetDateTime> at = value.coerce(OffsetDateTime.class);
    in = first == null ? in : in.and(at.ge(dialect().start(first, zone)));
    return end == null ? in : in.and(at.lt(dialect().start(end, zone)));
  }

  /** The local day of a date or an instant. */
  Field<LocalDate> day(Field<?> value, ColumnType type) {
    return type == ColumnType.DATE ? value.coerce(LocalDate.class) : dialect().localDay(value, zone);
  }

  /** A date or an instant, of which the parts may be asked for by local clocks. */
  Field<?> local(Field<?> value, ColumnType type) {
    return type == ColumnType.DATE ? value : dialect().local(value, zone);
  }
}
