package app.parcelle.ui.segment;

import java.util.List;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.Period;

/** Days that are asked for every day, one click each. */
record DayPresets(String key, DateCriterion days) {
  static final List<DayPresets> ALL = List.of(last("builder.preset.7", 7), last("builder.preset.30", 30),
      last("builder.preset.90", 90), last("builder.preset.365", 365),
      whole("builder.preset.thisMonth", CalendarUnit.MONTH, 0),
      whole("builder.preset.lastMonth", CalendarUnit.MONTH, 1),
      whole("builder.preset.thisQuarter", CalendarUnit.QUARTER, 0),
      whole("builder.preset.lastQuarter", CalendarUnit.QUARTER, 1),
      whole("builder.preset.thisYear", CalendarUnit.YEAR, 0),
      whole("builder.preset.lastYear", CalendarUnit.YEAR, 1),
      whole("builder.preset.yesterday", CalendarUnit.DAY, 1),
      whole("builder.preset.lastWeek", CalendarUnit.WEEK, 1));

  private static DayPresets last(String key, int days) {
    return new DayPresets(key, new DateCriterion.InLast(new Period(days, Period.Unit.DAYS), false));
  }

  private static DayPresets whole(String key, CalendarUnit unit, int ago) {
    return new DayPresets(key, new DateCriterion.InWhole(unit, ago));
  }
}
