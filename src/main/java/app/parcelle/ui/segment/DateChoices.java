package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.DateCriterion.ComparedWith;
import app.parcelle.engine.segment.DateCriterion.DaysFrom;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.segment.Operators.Choice;
import app.parcelle.ui.segment.Operators.Group;

/** What a date can be asked. */
final class DateChoices {
  private static final Period MONTH = new Period(30, Period.Unit.DAYS);

  private DateChoices() {}

  static List<Choice> of(FieldRef field, LocalDate today) {
    return List.of(
        date("builder.date.inLast", Group.DAYS, field, DateCriterion.InLast.class,
            new DateCriterion.InLast(MONTH, false)),
        date("builder.date.olderThan", Group.DAYS, field, DateCriterion.OlderThan.class,
            new DateCriterion.OlderThan(MONTH)),
        date("builder.date.inNext", Group.DAYS, field, DateCriterion.InNext.class,
            new DateCriterion.InNext(MONTH, false)),
        date("builder.date.whole", Group.DAYS, field, DateCriterion.InWhole.class,
            new DateCriterion.InWhole(CalendarUnit.MONTH, 1)),
        date("builder.date.before", Group.DAYS, field, DateCriterion.Before.class,
            new DateCriterion.Before(today)),
        date("builder.date.after", Group.DAYS, field, DateCriterion.After.class,
            new DateCriterion.After(today.minusYears(1))),
        date("builder.date.between", Group.DAYS, field, DateCriterion.Between.class,
            new DateCriterion.Between(today.minusYears(1), today)),
        date("builder.date.on", Group.DAYS, field, DateCriterion.On.class, new DateCriterion.On(today)),
        date("builder.date.anniversaryNext", Group.ANNIVERSARY, field, DateCriterion.AnniversaryInNext.class,
            new DateCriterion.AnniversaryInNext(30, DateCriterion.LeapDay.FEBRUARY_28)),
        date("builder.date.anniversary", Group.ANNIVERSARY, field, DateCriterion.Anniversary.class,
            new DateCriterion.Anniversary(MonthDay.from(today), MonthDay.from(today.plusDays(30)),
                DateCriterion.LeapDay.FEBRUARY_28)),
        date("builder.date.month", Group.CALENDAR, field, DateCriterion.InMonth.class,
            new DateCriterion.InMonth(Set.of())),
        date("builder.date.weekday", Group.CALENDAR, field, DateCriterion.OnWeekday.class,
            new DateCriterion.OnWeekday(Set.of())),
        date("builder.date.hour", Group.CALENDAR, field, DateCriterion.AtHour.class,
            new DateCriterion.AtHour(18, 22)),
        date("builder.date.kindOfDay", Group.CALENDAR, field, DateCriterion.OnKindOfDay.class,
            new DateCriterion.OnKindOfDay(DateCriterion.KindOfDay.WEEKEND, "FR")));
  }

  /** @param first the other date to begin with */
  static List<Choice> compared(FieldRef field, FieldRef first) {
    List<Choice> choices = new ArrayList<>();
    for (DateCriterion.Order order : DateCriterion.Order.values()) {
      choices.add(new Choice("builder.date.compared." + Operators.id(order), Group.COMPARED, // keys: builder.date.compared.*
          test -> test instanceof DateTest(_, ComparedWith asked, _) && asked.order() == order,
          row -> test(row, field, new ComparedWith(order, other(row.test()).orElse(first)))));
    }
    choices.add(new Choice("builder.date.daysFrom", Group.COMPARED,
        test -> test instanceof DateTest(_, DaysFrom _, _),
        row -> test(row, field,
            new DaysFrom(other(row.test()).orElse(first), NumberOperator.AT_MOST, 30, null))));
    return choices;
  }

  private static Optional<FieldRef> other(Condition test) {
    return switch (test) {
      case DateTest(_, ComparedWith compared, _) -> Optional.of(compared.other());
      case DateTest(_, DaysFrom days, _) -> Optional.of(days.other());
      default -> Optional.empty();
    };
  }

  private static Choice date(String key, Group group, FieldRef field, Class<? extends DateCriterion> kind,
      DateCriterion start) {
    return new Choice(key, group, test -> test instanceof DateTest date && kind.isInstance(date.criterion()),
        row -> test(row, field, start));
  }

  private static Row test(Row row, FieldRef field, DateCriterion criterion) {
    return new Row(row.id(), new DateTest(field, criterion, Operators.includesMissing(row.test())), Set.of());
  }
}
