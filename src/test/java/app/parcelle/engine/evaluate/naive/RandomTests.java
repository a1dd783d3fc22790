package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.DateCriterion.KindOfDay;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.DateCriterion.Order;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.ListOperator;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.YesNoOperator;

/** Seeded tests of single values, of customers or of rows. */
record RandomTests(Draw draw) {
  Condition test(Subjects subjects) {
    return switch (draw.below(10)) {
      case 0, 1, 2 -> text(draw.field(subjects.texts()));
      case 3, 4 -> number(draw.field(subjects.numbers()));
      case 5 -> subjects.yesNos().isEmpty()
          ? new Everyone()
          : new YesNoTest(draw.field(subjects.yesNos()), draw.one(YesNoOperator.values()), draw.coin());
      case 6 -> new Known(draw.field(subjects.any()), draw.one(Knowledge.values()));
      case 7 -> subjects.lists().isEmpty() ? text(draw.field(subjects.texts())) : list(subjects);
      default -> {
        FieldRef field = draw.field(subjects.dates());
        yield new DateTest(field, criterion(field.name(), subjects.dates()), draw.once(3));
      }
    };
  }

  private Condition text(FieldRef field) {
    TextOperator operator = draw.one(TextOperator.values());
    boolean many = operator.positive() == TextOperator.IS_ONE_OF;
    List<String> values = new ArrayList<>();
    int n = many ? 1 + draw.below(3) : 1;
    for (int i = 0; i < n; i++) {
      values.add(operator.positive() == TextOperator.MATCHES
          ? draw.one(List.of("^e", "ise$", "[0-9]+", "x\\.y", "(paid|payé)", "l"))
          : value(field.name()));
    }
    return new TextTest(field, operator, values, draw.once(3), draw.once(4) != operator.negative());
  }

  /** Mostly one that the column has. */
  private String value(String column) {
    List<String> own = switch (column) {
      case "Status" -> RandomRows.STATUSES;
      case "Kind" -> RandomRows.KINDS;
      case "Shop", "Shop seen", "Shop (most frequent)" -> RandomRows.SHOPS;
      case "Order no" -> List.of("A1", "A10", "A", "a2");
      default -> RandomRows.TEXTS;
    };
    if (draw.below(3) > 0) {
      return draw.one(own);
    }
    return draw.one(draw.one(List.of(RandomRows.TEXTS, RandomRows.STATUSES, List.of("001", "A1", "lise", "s"),
        List.of("Lyon", "0003", "C1", "C1"))));
  }

  private Condition number(FieldRef field) {
    NumberOperator operator = draw.one(NumberOperator.values());
    BigDecimal first = draw.number();
    BigDecimal second = operator.needsTwo() ? first.add(draw.number().abs()) : null;
    return new NumberTest(field, operator, first, second, draw.once(4) != operator.negative());
  }

  private Condition list(Subjects subjects) {
    FieldRef field = draw.field(subjects.lists());
    if (draw.once(4)) {
      BigDecimal size = BigDecimal.valueOf(draw.below(4));
      NumberOperator operator = draw.notBelow(BigDecimal.ZERO, size);
      return new ListSize(field, operator, size, operator.needsTwo() ? size.add(BigDecimal.ONE) : null);
    }
    ListOperator operator = draw.one(ListOperator.values());
    return new ListTest(field, operator, draw.several(() -> draw.one(RandomRows.ELEMENTS)), draw.once(3),
        draw.once(4) != operator.negative());
  }

  /**
   * What a date of a column has to be.
   *
   * @param others what it may be compared with
   */
  DateCriterion criterion(String column, List<String> others) {
    LocalDate day = draw.coin() ? draw.day() : LocalDate.ofEpochDay(draw.below(16_000));
    LeapDay leapDay = draw.one(LeapDay.values());
    return switch (draw.below(20)) {
      case 0 -> new DateCriterion.On(draw.day());
      case 1 -> new DateCriterion.Before(day);
      case 2 -> new DateCriterion.After(day);
      case 3 -> new DateCriterion.Between(day, day.plusDays(draw.below(4_000)));
      case 4 -> new DateCriterion.InLast(draw.period(), draw.coin());
      case 5 -> new DateCriterion.InNext(draw.period(), draw.coin());
      case 6 -> new DateCriterion.OlderThan(draw.period());
      case 7, 12, 13 -> new DateCriterion.ComparedWith(draw.one(Order.values()), draw.field(others));
      case 8 -> new DateCriterion.Anniversary(draw.monthDay(), draw.monthDay(), leapDay);
      case 9 -> new DateCriterion.AnniversaryInNext(1 + draw.below(365), leapDay);
      case 10 -> new DateCriterion.InMonth(draw.set(Month.values()));
      case 11 -> new DateCriterion.OnWeekday(draw.set(DayOfWeek.values()));
      case 14 -> new DateCriterion.InWhole(draw.one(CalendarUnit.values()), draw.below(4) - 1);
      case 15, 16 -> daysFrom(others);
      case 17, 18 -> new DateCriterion.AtHour(draw.one(RandomRows.HOURS), draw.one(RandomRows.HOURS));
      // holidays of the days when people were born are other ones
      default -> column.equals("Born")
          ? new DateCriterion.InWhole(CalendarUnit.YEAR, 20 + draw.below(10))
          : new DateCriterion.OnKindOfDay(draw.one(KindOfDay.values()), "FR");
    };
  }

  private DateCriterion daysFrom(List<String> others) {
    NumberOperator operator = draw.one(NumberOperator.values());
    int days = draw.below(5) == 0 ? draw.below(20_000) - 10_000 : draw.below(7) - 3;
    return new DateCriterion.DaysFrom(draw.field(others), operator, days,
        operator.needsTwo() ? days + draw.below(60) : null);
  }
}
