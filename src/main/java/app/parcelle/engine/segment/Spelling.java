package app.parcelle.engine.segment;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.DateCriterion.Order;

/** The one spelling that each value of an enum has in a segment's document. */
final class Spelling<E extends Enum<E>> {
  static final Spelling<Condition.Knowledge> KNOWLEDGE = new Spelling<>(Condition.Knowledge.class,
      "is known", "is unknown", "is invalid");
  static final Spelling<TextOperator> TEXT = new Spelling<>(TextOperator.class, "equals", "is one of",
      "contains", "starts with", "ends with", "matches", "not equals", "is none of", "does not contain",
      "does not match");
  static final Spelling<NumberOperator> NUMBER = new Spelling<>(NumberOperator.class, "=", "<", "<=", ">=",
      ">", "between", "!=", "not between");
  static final Spelling<YesNoOperator> YES_NO = new Spelling<>(YesNoOperator.class, "is yes", "is no",
      "is not yes", "is not no");
  static final Spelling<Order> ORDER = new Spelling<>(Order.class, "before", "on", "after");
  static final Spelling<Measure> MEASURE = new Spelling<>(Measure.class, "count", "lines", "sum",
      "average", "minimum", "maximum", "distinct", "first", "last", "daysSinceLast", "daysSinceFirst",
      "daysBetween");
  static final Spelling<Period.Unit> UNIT = new Spelling<>(Period.Unit.class, "days", "weeks", "months",
      "years");
  static final Spelling<LeapDay> LEAP_DAY = new Spelling<>(LeapDay.class, "02-28", "03-01");
  static final Spelling<DayOfWeek> WEEKDAY = new Spelling<>(DayOfWeek.class,
      java.util.Arrays.stream(DayOfWeek.values())
          .map(d -> d.name().toLowerCase(Locale.ROOT))
          .toArray(String[]::new));

  static final Spelling<CalendarUnit> CALENDAR_UNIT = new Spelling<>(CalendarUnit.class, "day", "week",
      "month", "quarter", "year");
  static final Spelling<Gap.Unit> GAP_UNIT = new Spelling<>(Gap.Unit.class, "minutes", "hours", "days",
      "weeks");
  static final Spelling<Condition.Edge> EDGE = new Spelling<>(Condition.Edge.class, "first", "last");
  static final Spelling<Condition.End> END = new Spelling<>(Condition.End.class, "top", "bottom");
  static final Spelling<Condition.Against> AGAINST = new Spelling<>(Condition.Against.class, "before",
      "last year");
  static final Spelling<ListOperator> LIST = new Spelling<>(ListOperator.class, "any of", "all of",
      "none of", "not all of");
  static final Spelling<Condition.ConsentState> CONSENT = new Spelling<>(Condition.ConsentState.class,
      "granted", "refused", "unknown");
  static final Spelling<DateCriterion.KindOfDay> KIND_OF_DAY = new Spelling<>(DateCriterion.KindOfDay.class,
      "working day", "weekend", "public holiday");

  static final String IN = "in";
  static final String NOT_IN = "not in";
  static final String BETWEEN = "between";
  static final String IN_THE_LAST = "in the last";
  static final String IN_THE_NEXT = "in the next";
  static final String OLDER_THAN = "older than";
  static final String ANNIVERSARY_BETWEEN = "anniversary between";
  static final String ANNIVERSARY_IN_THE_NEXT = "anniversary in the next";
  static final String MONTH_IS = "month is";
  static final String WEEKDAY_IS = "weekday is";
  static final String IN_THE_WHOLE = "in the whole";
  static final String DAYS_FROM = "days from";
  static final String HOUR_IS = "hour is";
  static final String KIND_OF_DAY_IS = "kind of day is";

  /** The operators of dates. */
  static final List<String> DATES = List.of("before", "on", "after", BETWEEN, IN_THE_LAST, IN_THE_NEXT,
      OLDER_THAN, IN_THE_WHOLE, DAYS_FROM, ANNIVERSARY_BETWEEN, ANNIVERSARY_IN_THE_NEXT, MONTH_IS, WEEKDAY_IS,
      HOUR_IS, KIND_OF_DAY_IS);

  private final Map<E, String> words;

  private Spelling(Class<E> type, String... inOrder) {
    words = new EnumMap<>(type);
    Iterator<String> next = List.of(inOrder).iterator();
    for (E constant : type.getEnumConstants()) {
      words.put(constant, next.next());
    }
  }

  String of(E constant) {
    String word = words.get(constant);
    if (word == null) {
      throw new IllegalStateException(constant.name());
    }
    return word;
  }

  /** The operator of a date criterion. */
  static String of(DateCriterion criterion) {
    return switch (criterion) {
      case DateCriterion.On _ -> ORDER.of(Order.ON);
      case DateCriterion.Before _ -> ORDER.of(Order.BEFORE);
      case DateCriterion.After _ -> ORDER.of(Order.AFTER);
      case DateCriterion.Between _ -> BETWEEN;
      case DateCriterion.InLast _ -> IN_THE_LAST;
      case DateCriterion.InNext _ -> IN_THE_NEXT;
      case DateCriterion.OlderThan _ -> OLDER_THAN;
      case DateCriterion.ComparedWith(Order order, _) -> ORDER.of(order);
      case DateCriterion.Anniversary _ -> ANNIVERSARY_BETWEEN;
      case DateCriterion.AnniversaryInNext _ -> ANNIVERSARY_IN_THE_NEXT;
      case DateCriterion.InMonth _ -> MONTH_IS;
      case DateCriterion.OnWeekday _ -> WEEKDAY_IS;
      case DateCriterion.InWhole _ -> IN_THE_WHOLE;
      case DateCriterion.DaysFrom _ -> DAYS_FROM;
      case DateCriterion.AtHour _ -> HOUR_IS;
      case DateCriterion.OnKindOfDay _ -> KIND_OF_DAY_IS;
    };
  }

  Optional<E> read(String word) {
    return words.entrySet()
        .stream()
        .filter(e -> e.getValue().equals(word))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  List<String> all() {
    return List.copyOf(words.values());
  }
}
