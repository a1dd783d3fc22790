package app.parcelle.engine.split;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.split.SplitBy.Unit;
import app.parcelle.engine.table.ColumnType;

/** A part a stretch of the calendar that somebody's date lies in. */
record CalendarParts(FieldColumn column, long[] known, ZoneId zone) {

  List<Part> of(Unit unit) {
    TreeSet<LocalDate> begins = new TreeSet<>();
    for (int word = 0; word < known.length; word++) {
      for (long left = known[word]; left != 0; left &= left - 1) {
        begins.add(begin(day(column.values()[(word << 6) + Long.numberOfTrailingZeros(left)]), unit));
      }
    }
    return begins.stream().map(begin -> part(begin, unit)).toList();
  }

  private LocalDate day(long value) {
    return column.field().type() == ColumnType.DATE
        ? LocalDate.ofEpochDay(value)
        : Instant.ofEpochMilli(value).atZone(zone).toLocalDate();
  }

  private static LocalDate begin(LocalDate day, Unit unit) {
    return switch (unit) {
      case YEAR -> day.withDayOfYear(1);
      case MONTH -> day.withDayOfMonth(1);
      case MONTH_OF_YEAR -> LocalDate.EPOCH.withMonth(day.getMonthValue());
    };
  }

  private Part part(LocalDate begin, Unit unit) {
    return switch (unit) {
      case YEAR -> new Part(Message.of("split.part.year", String.valueOf(begin.getYear())),
          test(new DateCriterion.Between(begin, begin.plusYears(1).minusDays(1))));
      case MONTH ->
        new Part(Message.of("split.part.month", begin.getMonthValue(), String.valueOf(begin.getYear())),
            test(new DateCriterion.Between(begin, begin.plusMonths(1).minusDays(1))));
      case MONTH_OF_YEAR -> new Part(Message.of("split.part.monthOfYear", begin.getMonthValue()),
          test(new DateCriterion.InMonth(Set.<Month>of(begin.getMonth()))));
    };
  }

  private Condition test(DateCriterion criterion) {
    return new Condition.DateTest(PartFinder.ref(column.field()), criterion, false);
  }
}
