package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Blank;
import app.parcelle.ui.segment.Card.Row;

/**
 * What can be asked about the events of a table.
 *
 * @param measure what is measured; null where nothing is, or where the question's editor asks it
 * @param property the column that is measured; null for the amount, or where no column is needed
 */
record EventQuestion(Kind kind, @Nullable Measure measure, @Nullable FieldRef property) {
  /** Kinds of questions. */
  enum Kind {
    MEASURE, NEVER, FIRST_DAY, LAST_DAY, RELATION, TREND, SHARE
  }

  private static final Period YEAR = new Period(365, Period.Unit.DAYS);

  static EventQuestion of(Condition test) {
    return switch (test) {
      case Condition.EventTest t -> new EventQuestion(Kind.MEASURE, t.measure(), t.property());
      case Condition.EventDateTest t ->
        plain(t.edge() == Condition.Edge.FIRST ? Kind.FIRST_DAY : Kind.LAST_DAY);
      case Condition.EventRelation _ -> plain(Kind.RELATION);
      case Condition.EventTrend _ -> plain(Kind.TREND);
      case Condition.EventShare _ -> plain(Kind.SHARE);
      default -> plain(Kind.NEVER);
    };
  }

  private static EventQuestion plain(Kind kind) {
    return new EventQuestion(kind, null, null);
  }

  /** All of them, in the order of the menu. */
  static List<EventQuestion> all(TableVersion table) {
    List<EventQuestion> all = new ArrayList<>(measures(table));
    for (Kind kind : Kind.values()) {
      if (kind != Kind.MEASURE) {
        all.add(plain(kind));
      }
    }
    return all;
  }

  /** What can be measured. */
  static List<EventQuestion> measures(TableVersion table) {
    List<EventQuestion> all = new ArrayList<>();
    all.add(measure(Measure.COUNT, null));
    if (table.withRole(Role.ORDER_KEY).isPresent()) {
      all.add(measure(Measure.LINES, null));
    }
    for (Measure measure : List.of(Measure.SUM, Measure.AVERAGE, Measure.MINIMUM, Measure.MAXIMUM,
        Measure.FIRST,
        Measure.LAST)) {
      if (table.withRole(Role.AMOUNT).isPresent()) {
        all.add(measure(measure, null));
      }
      for (Column column : table.columns()) {
        if (column.type().isNumber() && column.role() != Role.AMOUNT) {
          all.add(measure(measure, ref(table, column)));
        }
      }
    }
    for (Column column : table.columns()) {
      if (column.role() != Role.CUSTOMER_KEY) {
        all.add(measure(Measure.DISTINCT, ref(table, column)));
      }
    }
    for (Measure measure : List.of(Measure.DAYS_SINCE_LAST, Measure.DAYS_SINCE_FIRST, Measure.DAYS_BETWEEN)) {
      all.add(measure(measure, null));
    }
    return all;
  }

  /** The heading in the menu that it stands under. */
  String group() {
    return switch (kind) {
      case MEASURE -> measure == null ? "" : switch (measure) {
        case COUNT, LINES -> "count";
        case SUM -> "sum";
        case AVERAGE -> "average";
        case MINIMUM -> "minimum";
        case MAXIMUM -> "maximum";
        case DISTINCT -> "distinct";
        case FIRST -> "first";
        case LAST -> "last";
        case DAYS_SINCE_LAST, DAYS_SINCE_FIRST, DAYS_BETWEEN -> "when";
      };
      case FIRST_DAY, LAST_DAY -> "when";
      case NEVER -> "count";
      case RELATION, TREND, SHARE -> "compare";
    };
  }

  /** The same criterion asking this, with the window and the where that it had. */
  Row ask(Row before, TableVersion table) {
    Window window = EventShape.window(before.test());
    Condition where = EventShape.where(before.test());
    String name = table.name();
    return switch (kind) {
      case NEVER -> row(before, new Condition.Never(name, window, where), false);
      case FIRST_DAY -> row(before,
          new Condition.EventDateTest(name, Condition.Edge.FIRST, lately(), new Window.Ever(), where), false);
      case LAST_DAY -> row(before,
          new Condition.EventDateTest(name, Condition.Edge.LAST, lately(), new Window.Ever(), where), false);
      case RELATION -> {
        Condition.Measured counted = new Condition.Measured(name, Measure.COUNT, null, window, where);
        yield row(before, new Condition.EventRelation(counted, NumberOperator.GREATER, BigDecimal.ONE,
            new Condition.Measured(name, Measure.COUNT, null,
                new Window.Ago(new Period(730, Period.Unit.DAYS), YEAR), null)),
            false);
      }
      case TREND -> row(before,
          new Condition.EventTrend(name, Measure.COUNT, null, new Period(90, Period.Unit.DAYS),
              Condition.Against.PERIOD_BEFORE, NumberOperator.AT_MOST, BigDecimal.valueOf(-20), null, where),
          false);
      case SHARE -> row(before, new Condition.EventShare(name, window, where, new Condition.AllOf(List.of()),
          NumberOperator.AT_LEAST, BigDecimal.valueOf(50), null), false);
      case MEASURE -> measured(before, name, window, where);
    };
  }

  private Row measured(Row before, String name, Window window, @Nullable Condition where) {
    Measure asked = measure == null ? Measure.COUNT : measure;
    boolean counts = asked == Measure.COUNT || asked == Measure.LINES || asked == Measure.DISTINCT;
    if (counts && before.test() instanceof Condition.EventTest test && of(test).counts()) {
      return new Row(before.id(),
          new Condition.EventTest(name, asked, property, test.operator(), test.value(),
              test.second(), window, where),
          before.blanks());
    }
    return row(before,
        new Condition.EventTest(name, asked, property, NumberOperator.AT_LEAST, BigDecimal.ONE, null,
            asked.ofColumn() || counts ? window : new Window.Ever(), where),
        !counts);
  }

  private boolean counts() {
    return measure == Measure.COUNT || measure == Measure.LINES || measure == Measure.DISTINCT;
  }

  private static Row row(Row before, Condition test, boolean blank) {
    return new Row(before.id(), test, blank ? Set.of(Blank.FIRST) : Set.of());
  }

  private static DateCriterion lately() {
    return new DateCriterion.InLast(new Period(30, Period.Unit.DAYS), false);
  }

  private static EventQuestion measure(Measure measure, @Nullable FieldRef property) {
    return new EventQuestion(Kind.MEASURE, measure, property);
  }

  private static FieldRef ref(TableVersion table, Column column) {
    return new FieldRef(column.name(), table.tableId() + "." + column.id());
  }

  /** In the words of the menu. */
  String words(Desk desk) {
    if (kind != Kind.MEASURE || measure == null) {
      return desk.text("builder.event.kind." + Operators.id(kind)); // keys: builder.event.kind.*
    }
    // keys: builder.measure.*
    return property == null
        ? desk.text("builder.measure." + Operators.id(measure))
        : desk.text("builder.measure.of." + Operators.id(measure), property.name());
  }
}
