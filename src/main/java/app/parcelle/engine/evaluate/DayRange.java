package app.parcelle.engine.evaluate;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.DateCriterion;

/**
 * The days that a criterion lets in, where they are one stretch of the calendar.
 *
 * @param first null where it has no beginning
 * @param last included; null where it has no end
 */
record DayRange(@Nullable LocalDate first, @Nullable LocalDate last) {
  /** Null for criteria of the year, the week or another field. */
  static @Nullable DayRange of(DateCriterion criterion, AsOf asOf) {
    LocalDate today = asOf.today();
    return switch (criterion) {
      case DateCriterion.On(LocalDate day) -> new DayRange(day, day);
      case DateCriterion.Before(LocalDate day) -> new DayRange(null, day.minusDays(1));
      case DateCriterion.After(LocalDate day) -> new DayRange(day.plusDays(1), null);
      case DateCriterion.Between(LocalDate first, LocalDate last) -> new DayRange(first, last);
      case DateCriterion.InLast(var period, boolean includingToday) ->
        new DayRange(DateTests.before(today, period), includingToday ? today : today.minusDays(1));
      case DateCriterion.InNext(var period, boolean includingToday) ->
        new DayRange(includingToday ? today : today.plusDays(1), DateTests.after(today, period));
      case DateCriterion.OlderThan(var period) ->
        new DayRange(null, DateTests.before(today, period).minusDays(1));
      case DateCriterion.InWhole(var unit, int ago) ->
        new DayRange(unit.first(today, ago), unit.first(today, ago - 1).minusDays(1));
      default -> null;
    };
  }

  /** What a day has to be to lie in it, or not to. */
  Need need(boolean inside) {
    if (inside) {
      return new Need.Within(value(first), value(last));
    }
    if (first == null || last == null) {
      return new Need.Within(last == null ? null : new Value.OfDate(last.plusDays(1)),
          first == null ? null : new Value.OfDate(first.minusDays(1)));
    }
    return new Need.Outside(new Value.OfDate(first), new Value.OfDate(last));
  }

  private static @Nullable Value value(@Nullable LocalDate day) {
    return day == null ? null : new Value.OfDate(day);
  }
}
