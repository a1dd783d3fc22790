package app.parcelle.engine.segment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Objects;
import java.util.Set;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.segment.DateCriterion.After;
import app.parcelle.engine.segment.DateCriterion.Anniversary;
import app.parcelle.engine.segment.DateCriterion.AnniversaryInNext;
import app.parcelle.engine.segment.DateCriterion.AtHour;
import app.parcelle.engine.segment.DateCriterion.Before;
import app.parcelle.engine.segment.DateCriterion.Between;
import app.parcelle.engine.segment.DateCriterion.ComparedWith;
import app.parcelle.engine.segment.DateCriterion.DaysFrom;
import app.parcelle.engine.segment.DateCriterion.InLast;
import app.parcelle.engine.segment.DateCriterion.InMonth;
import app.parcelle.engine.segment.DateCriterion.InNext;
import app.parcelle.engine.segment.DateCriterion.InWhole;
import app.parcelle.engine.segment.DateCriterion.KindOfDay;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.DateCriterion.OlderThan;
import app.parcelle.engine.segment.DateCriterion.On;
import app.parcelle.engine.segment.DateCriterion.OnKindOfDay;
import app.parcelle.engine.segment.DateCriterion.OnWeekday;

/** Writes what a date has to be, but for the operator, as {@link CriterionReader} reads it. */
final class CriterionWriter {
  private CriterionWriter() {}

  static void write(ObjectNode node, DateCriterion criterion) {
    switch (criterion) {
      case On(LocalDate day) -> node.put("value", day.toString());
      case Before(LocalDate day) -> node.put("value", day.toString());
      case After(LocalDate day) -> node.put("value", day.toString());
      case Between(LocalDate first, LocalDate last) -> PartWriter.between(node, first, last);
      case InLast(Period period, boolean today) ->
        PartWriter.period(node, "n", period).put("includingToday", today);
      case InNext(Period period, boolean today) ->
        PartWriter.period(node, "n", period).put("includingToday", today);
      case OlderThan(Period period) -> PartWriter.period(node, "n", period);
      case InWhole(CalendarUnit unit, int ago) ->
        node.put("unit", Spelling.CALENDAR_UNIT.of(unit)).put("ago", ago);
      case ComparedWith(_, FieldRef other) -> node.set("other", PartWriter.field(other));
      case DaysFrom test -> daysFrom(node, test);
      case Anniversary(MonthDay first, MonthDay last, LeapDay leapDay) ->
        node.put("from", monthDay(first))
            .put("to", monthDay(last))
            .put("leapDay", Spelling.LEAP_DAY.of(leapDay));
      case AnniversaryInNext(int days, LeapDay leapDay) ->
        node.put("days", days).put("leapDay", Spelling.LEAP_DAY.of(leapDay));
      case InMonth(Set<Month> months) -> {
        ArrayNode values = node.putArray("values");
        months.stream().sorted().forEach(month -> values.add(month.getValue()));
      }
      case OnWeekday(Set<DayOfWeek> days) -> {
        ArrayNode values = node.putArray("values");
        days.stream().sorted().forEach(day -> values.add(Spelling.WEEKDAY.of(day)));
      }
      case AtHour(int from, int to) -> node.put("from", from).put("to", to);
      case OnKindOfDay(KindOfDay kind, String country) ->
        node.put("kind", Spelling.KIND_OF_DAY.of(kind)).put("country", country);
    }
  }

  private static void daysFrom(ObjectNode node, DaysFrom test) {
    node.set("other", PartWriter.field(test.other()));
    node.put("compare", Spelling.NUMBER.of(test.operator()));
    node.put(PartReader.first(test.operator()), test.days());
    if (test.operator().needsTwo()) {
      node.put("to", Objects.requireNonNull(test.second()));
    }
  }

  /** Month and day as {@code MM-dd}: the ISO form without its dashes in front. */
  private static String monthDay(MonthDay day) {
    return day.toString().substring(2);
  }
}
