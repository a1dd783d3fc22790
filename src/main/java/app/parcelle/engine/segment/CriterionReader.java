package app.parcelle.engine.segment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.DateCriterion.Order;

/**
 * Reads what a date has to be.
 *
 * @param part the condition, which holds the parts of the criterion
 * @param frame names of the parts it has beside those
 */
record CriterionReader(JsonPart part, List<String> frame) {
  DateCriterion read(String word) {
    return switch (word) {
      case "before", "on", "after" -> comparison(Spelling.ORDER.read(word).orElseThrow());
      case Spelling.BETWEEN -> {
        only("from", "to");
        yield new DateCriterion.Between(part.part("from").day(), part.part("to").day());
      }
      case Spelling.IN_THE_LAST -> {
        only("n", "unit", "includingToday");
        yield new DateCriterion.InLast(PartReader.period(part, "n"), PartReader.includingToday(part));
      }
      case Spelling.IN_THE_NEXT -> {
        only("n", "unit", "includingToday");
        yield new DateCriterion.InNext(PartReader.period(part, "n"), PartReader.includingToday(part));
      }
      case Spelling.OLDER_THAN -> {
        only("n", "unit");
        yield new DateCriterion.OlderThan(PartReader.period(part, "n"));
      }
      case Spelling.IN_THE_WHOLE -> {
        only("unit", "ago");
        yield new DateCriterion.InWhole(part.part("unit").oneOf(Spelling.CALENDAR_UNIT),
            part.part("ago").whole(-100_000, 100_000));
      }
      case Spelling.ANNIVERSARY_BETWEEN -> {
        only("from", "to", "leapDay");
        yield new DateCriterion.Anniversary(monthDay("from"), monthDay("to"), leapDay());
      }
      case Spelling.ANNIVERSARY_IN_THE_NEXT -> {
        only("days", "leapDay");
        yield new DateCriterion.AnniversaryInNext(part.part("days").whole(1, 365), leapDay());
      }
      case Spelling.MONTH_IS -> {
        only("values");
        yield new DateCriterion.InMonth(
            PartReader.distinct(part.part("values"), m -> Month.of(m.whole(1, 12))));
      }
      case Spelling.WEEKDAY_IS -> {
        only("values");
        yield new DateCriterion.OnWeekday(
            PartReader.distinct(part.part("values"), d -> d.oneOf(Spelling.WEEKDAY)));
      }
      case Spelling.DAYS_FROM -> daysFrom();
      case Spelling.HOUR_IS -> {
        only("from", "to");
        yield new DateCriterion.AtHour(part.part("from").whole(0, 23), part.part("to").whole(0, 24));
      }
      case Spelling.KIND_OF_DAY_IS -> {
        only("kind", "country");
        yield new DateCriterion.OnKindOfDay(part.part("kind").oneOf(Spelling.KIND_OF_DAY),
            part.part("country").text());
      }
      default -> throw part.part("op").expectedOneOf(Spelling.DATES);
    };
  }

  private DateCriterion comparison(Order order) {
    if (part.has("other")) {
      only("other");
      return new DateCriterion.ComparedWith(order, PartReader.field(part.part("other")));
    }
    only("value");
    LocalDate day = part.part("value").day();
    return switch (order) {
      case BEFORE -> new DateCriterion.Before(day);
      case ON -> new DateCriterion.On(day);
      case AFTER -> new DateCriterion.After(day);
    };
  }

  private DateCriterion daysFrom() {
    NumberOperator operator = part.part("compare").oneOf(Spelling.NUMBER);
    only("other", "compare", PartReader.first(operator), PartReader.second(operator));
    return new DateCriterion.DaysFrom(PartReader.field(part.part("other")), operator,
        days(PartReader.first(operator)), operator.needsTwo() ? days("to") : null);
  }

  private int days(String name) {
    return part.part(name).whole(-1_000_000, 1_000_000);
  }

  private void only(String... names) {
    List<String> all = new ArrayList<>(frame);
    all.addAll(List.of(names));
    part.only(all.toArray(String[]::new));
  }

  private LeapDay leapDay() {
    JsonPart leapDay = part.optional("leapDay");
    return leapDay == null ? LeapDay.FEBRUARY_28 : leapDay.oneOf(Spelling.LEAP_DAY);
  }

  private MonthDay monthDay(String name) {
    JsonPart day = part.part(name);
    try {
      return MonthDay.parse("--" + day.text());
    } catch (DateTimeException e) {
      throw day.expected(Message.of("segment.expected.monthDay"), e);
    }
  }
}
