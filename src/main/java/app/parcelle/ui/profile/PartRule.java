package app.parcelle.ui.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.profile.ColumnProfile.Range;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.RowColumns;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * What a segment has to ask so that it holds the customers of a bar: of a table of customers those whose own value lies in it,
 * of a table of events those with at least one such event.
 */
record PartRule(TableVersion table, FieldCatalog fields, ZoneId zone) {

  /** The condition; empty where no condition can say it: the table has no customers, or a bar is shorter than a day. */
  Optional<Condition> of(ColumnProfile profile, Part part) {
    Column column = profile.column();
    if (table.kind() == TableKind.RAW || table.withRole(Role.CUSTOMER_KEY).isEmpty()) {
      return Optional.empty();
    }
    if (column.role() == Role.CUSTOMER_KEY) {
      // a row without its customer is nobody's
      return part instanceof Part.Value
          ? fields.fields()
              .stream()
              .filter(Field.Key.class::isInstance)
              .findFirst()
              .flatMap(key -> test(new FieldRef(key.name(), key.id()), profile, part))
          : Optional.empty();
    }
    return table.kind() == TableKind.EVENTS
        ? test(RowColumns.ref(table, column), profile, part).map(this::anEvent)
        : ofCustomers(column).flatMap(ref -> test(ref, profile, part));
  }

  private Optional<FieldRef> ofCustomers(Column column) {
    return fields.fields()
        .stream()
        .filter(field -> field instanceof Field.OfCustomer own && own.tableId().equals(table.tableId())
            && own.columnId().equals(column.id()))
        .findFirst()
        .map(field -> new FieldRef(field.name(), field.id()));
  }

  private Condition anEvent(Condition where) {
    return new Condition.EventTest(table.name(), Measure.COUNT, null, NumberOperator.AT_LEAST, BigDecimal.ONE,
        null, new Window.Ever(), where);
  }

  private Optional<Condition> test(FieldRef ref, ColumnProfile profile, Part part) {
    Column column = profile.column();
    return switch (part) {
      case Part.Missing() -> Optional.of(missing(ref, column));
      case Part.Invalid() -> Optional.of(new Condition.Known(ref, Knowledge.INVALID));
      case Part.FarOut() -> farOut(ref, profile);
      case Part.Value(String text) -> value(ref, profile, text);
      case Part.Between(long from, long to) -> column.type().isDate()
          ? days(ref, profile, from, to)
          : Optional.of(numbers(ref, column, from, to));
    };
  }

  /** What is not known, less what was not understood. */
  private static Condition missing(FieldRef ref, Column column) {
    Condition unknown = new Condition.Known(ref, Knowledge.UNKNOWN);
    return column.invalid() == 0
        ? unknown
        : new Condition.AllOf(
            List.of(unknown, new Condition.Not(new Condition.Known(ref, Knowledge.INVALID))));
  }

  private static Condition numbers(FieldRef ref, Column column, long from, long to) {
    if (column.type() == ColumnType.YES_NO) {
      return yesNo(ref, from != 0);
    }
    BigDecimal low = BigDecimal.valueOf(from, column.scale());
    return from == to
        ? new Condition.NumberTest(ref, NumberOperator.EQUAL, low, null, false)
        : new Condition.NumberTest(ref, NumberOperator.BETWEEN, low, BigDecimal.valueOf(to, column.scale()),
            false);
  }

  private static Condition yesNo(FieldRef ref, boolean yes) {
    return new Condition.YesNoTest(ref, yes ? YesNoOperator.IS_YES : YesNoOperator.IS_NO, false);
  }

  /** Whole days only: conditions on times ask for days. */
  private Optional<Condition> days(FieldRef ref, ColumnProfile profile, long from, long to) {
    Range range = profile.range();
    if (profile.column().type() == ColumnType.DATE_TIME && range != null
        && !((from == range.min() || midnight(from)) && (to == range.max() || midnight(to + 1)))) {
      return Optional.empty();
    }
    LocalDate first = day(profile.column(), from);
    LocalDate last = day(profile.column(), to);
    return Optional.of(new Condition.DateTest(ref, first.equals(last)
        ? new DateCriterion.On(first)
        : new DateCriterion.Between(first, last), false));
  }

  private boolean midnight(long millis) {
    ZonedDateTime at = Instant.ofEpochMilli(millis).atZone(zone);
    return at.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private LocalDate day(Column column, long stored) {
    return column.type() == ColumnType.DATE
        ? LocalDate.ofEpochDay(stored)
        : Instant.ofEpochMilli(stored).atZone(zone).toLocalDate();
  }

  private Optional<Condition> farOut(FieldRef ref, ColumnProfile profile) {
    Range range = profile.range();
    Column column = profile.column();
    if (range == null || range.farOut() == 0 || column.type() == ColumnType.DATE_TIME) {
      return Optional.empty();
    }
    List<Condition> sides = new ArrayList<>();
    if (range.nearLow() > range.min()) {
      sides.add(column.type() == ColumnType.DATE
          ? new Condition.DateTest(ref, new DateCriterion.Before(LocalDate.ofEpochDay(range.nearLow())),
              false)
          : new Condition.NumberTest(ref, NumberOperator.LESS,
              BigDecimal.valueOf(range.nearLow(), column.scale()), null, false));
    }
    if (range.nearHigh() < range.max()) {
      sides.add(column.type() == ColumnType.DATE
          ? new Condition.DateTest(ref, new DateCriterion.After(LocalDate.ofEpochDay(range.nearHigh())),
              false)
          : new Condition.NumberTest(ref, NumberOperator.GREATER,
              BigDecimal.valueOf(range.nearHigh(), column.scale()), null, false));
    }
    return Optional.of(sides.size() == 1 ? sides.getFirst() : new Condition.AnyOf(sides));
  }

  private static Optional<Condition> value(FieldRef ref, ColumnProfile profile, String text) {
    return switch (profile.column().type()) {
      case TEXT, IDENTIFIER -> Optional.of(new Condition.TextTest(ref, TextOperator.IS_ONE_OF, List.of(text),
          !standsAlone(profile, text), false));
      case WHOLE, DECIMAL -> Optional
          .of(new Condition.NumberTest(ref, NumberOperator.EQUAL, new BigDecimal(text), null, false));
      case YES_NO -> Optional.of(yesNo(ref, text.equals("yes")));
      case DATE ->
        Optional.of(new Condition.DateTest(ref, new DateCriterion.On(LocalDate.parse(text)), false));
      case DATE_TIME -> Optional.empty();
    };
  }

  /** Whether no other spelling of the same is in the column, so that the rule need not insist on case and accents. */
  private static boolean standsAlone(ColumnProfile profile, String text) {
    String folded = Folding.fold(text);
    return profile.distinct() == profile.top().size()
        && profile.top().stream().filter(share -> Folding.fold(share.text()).equals(folded)).count() == 1;
  }
}
