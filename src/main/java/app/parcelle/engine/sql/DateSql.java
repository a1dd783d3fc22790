package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.or;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

import org.jooq.Condition;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.impl.DSL;

import app.parcelle.engine.evaluate.PublicHolidays;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.ColumnType;

/** What a date has to be; null where it is missing. */
record DateSql(View view, Function<FieldRef, Operand> fields) {
  static final int YEARS_BACK = 60;
  static final int YEARS_AHEAD = 5;
  private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

  Condition passes(DateCriterion criterion, Field<?> value, ColumnType type) {
    LocalDate today = view.today();
    LocalDate tomorrow = today.plusDays(1);
    return switch (criterion) {
      case DateCriterion.On(LocalDate day) -> view.within(Days.of(day), value, type);
      case DateCriterion.Before(LocalDate day) -> view.within(new Days(null, day), value, type);
      case DateCriterion.After(LocalDate day) -> view.within(new Days(day.plusDays(1), null), value, type);
      case DateCriterion.Between(LocalDate first, LocalDate last) ->
        view.within(new Days(first, last.plusDays(1)), value, type);
      case DateCriterion.InLast(var period, boolean includingToday) -> view.within(
          new Days(Days.before(today, period), includingToday ? tomorrow : today), value, type);
      case DateCriterion.InNext(var period, boolean includingToday) -> view.within(
          new Days(includingToday ? today : tomorrow, Days.after(today, period).plusDays(1)), value, type);
      case DateCriterion.OlderThan(var period) ->
        view.within(new Days(null, Days.before(today, period)), value, type);
      case DateCriterion.InWhole(var unit, int ago) ->
        view.within(new Days(unit.first(today, ago), unit.first(today, ago - 1)), value, type);
      case DateCriterion.ComparedWith(var order, FieldRef ref) -> {
        Operand other = fields.apply(ref);
        Field<LocalDate> left = view.day(value, type);
        Field<LocalDate> right = view.day(other.value(), other.type());
        yield switch (order) {
          case BEFORE -> left.lt(right);
          case ON -> left.eq(right);
          case AFTER -> left.gt(right);
        };
      }
      case DateCriterion.DaysFrom(FieldRef ref, var operator, int days, var second) -> {
        Operand other = fields.apply(ref);
        Field<Integer> between = localDateDiff(view.day(value, type), view.day(other.value(), other.type()));
        yield NumberSql.passes(between.coerce(BigDecimal.class), operator, BigDecimal.valueOf(days),
            second == null ? null : BigDecimal.valueOf(second));
      }
      case DateCriterion.Anniversary anniversary -> inWindow(monthDay(value, type), anniversary);
      case DateCriterion.AnniversaryInNext(int days, LeapDay leapDay) ->
        comesWithin(monthDay(value, type), days, leapDay);
      case DateCriterion.InMonth(var months) -> DSL.extract(view.local(value, type), DatePart.MONTH)
          .in(months.stream().sorted().map(Month::getValue).map(DSL::inline).toList());
      case DateCriterion.OnWeekday(var weekdays) -> view.dialect()
          .weekday(view.local(value, type))
          .in(weekdays.stream().sorted().map(DayOfWeek::getValue).map(DSL::inline).toList());
      case DateCriterion.AtHour(int from, int to) -> atHour(value, type, from, to);
      case DateCriterion.OnKindOfDay(var kind, String country) -> ofKind(value, type, kind, country);
    };
  }

  private Condition atHour(Field<?> value, ColumnType type, int from, int to) {
    Field<Integer> hour = type == ColumnType.DATE
        ? DSL.when(value.isNotNull(), inline(0))
        : DSL.extract(view.local(value, type), DatePart.HOUR);
    return from == to
        ? value.isNotNull()
        : from < to
            ? hour.ge(inline(from)).and(hour.lt(inline(to)))
            : hour.ge(inline(from)).or(hour.lt(inline(to)));
  }

  private Condition ofKind(Field<?> value, ColumnType type, DateCriterion.KindOfDay kind, String country) {
    Field<Integer> weekday = view.dialect().weekday(view.local(value, type));
    Condition holiday = view.day(value, type).in(holidays(country));
    return switch (kind) {
      case WEEKEND -> weekday.ge(inline(6));
      case PUBLIC_HOLIDAY -> holiday;
      case WORKING_DAY -> weekday.lt(inline(6)).and(DSL.not(holiday));
    };
  }

  /** Those of the years that days are likely to lie in: a statement does not know the data. */
  private Select<Record1<LocalDate>> holidays(String country) {
    int year = view.today().getYear();
    RowN[] days = new PublicHolidays(country).between(year - YEARS_BACK, year + YEARS_AHEAD)
        .stream()
        .map(day -> DSL.row(List.of(Dialect.day(day))))
        .toArray(RowN[]::new);
    String part = view.statement()
        .with("public holidays of " + country,
            DSL.select(DSL.field(DSL.name("day"), LocalDate.class))
                .from(DSL.values(days).as("holiday", "day")));
    return DSL.select(DSL.field(DSL.name("day"), LocalDate.class)).from(DSL.table(DSL.name(part)));
  }

  /** Month times 100 plus day. */
  private Field<Integer> monthDay(Field<?> value, ColumnType type) {
    Field<?> local = view.local(value, type);
    return DSL.extract(local, DatePart.MONTH).times(inline(100)).plus(DSL.extract(local, DatePart.DAY));
  }

  private static int number(MonthDay day) {
    return day.getMonthValue() * 100 + day.getDayOfMonth();
  }

  private static Condition inWindow(Field<Integer> monthDay, DateCriterion.Anniversary window) {
    Field<Integer> first = inline(number(window.first()));
    Field<Integer> last = inline(number(window.last()));
    boolean wraps = window.first().isAfter(window.last());
    Condition inside = wraps ? monthDay.ge(first).or(monthDay.le(last)) : monthDay.between(first, last);
    int stand = number(standIn(window.leapDay()));
    boolean leapDayToo = wraps
        ? stand >= number(window.first()) || stand <= number(window.last())
        : stand >= number(window.first()) && stand <= number(window.last());
    return leapDayToo ? inside.or(monthDay.eq(inline(number(LEAP_DAY)))) : inside;
  }

  private static MonthDay standIn(LeapDay leapDay) {
    return switch (leapDay) {
      case FEBRUARY_28 -> MonthDay.of(2, 28);
      case MARCH_1 -> MonthDay.of(3, 1);
    };
  }

  /** The days of the year that come, as stretches. */
  private Condition comesWithin(Field<Integer> monthDay, int days, LeapDay leapDay) {
    SortedSet<Integer> coming = new TreeSet<>();
    for (int i = 0; i < Math.min(days, 4 * 366); i++) {
      LocalDate day = view.today().plusDays(i);
      MonthDay of = MonthDay.from(day);
      coming.add(number(of));
      if (!Year.isLeap(day.getYear()) && of.equals(standIn(leapDay))) {
        coming.add(number(LEAP_DAY));
      }
    }
    List<Condition> stretches = new ArrayList<>();
    Integer first = null;
    int last = 0;
    for (int day : coming) {
      if (first == null) {
        first = day;
      } else if (!follows(last, day)) {
        stretches.add(monthDay.between(inline(first), inline(last)));
        first = day;
      }
      last = day;
    }
    if (first != null) {
      stretches.add(monthDay.between(inline(first), inline(last)));
    }
    return stretches.isEmpty() ? falseCondition() : or(stretches);
  }

  /** Whether no day of a leap year lies between two. */
  private static boolean follows(int day, int next) {
    LocalDate after = LocalDate.of(2000, day / 100, day % 100).plusDays(1);
    return number(MonthDay.from(after)) == next;
  }
}
