package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.DateCriterion.ComparedWith;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.ui.segment.Card.Blank;
import app.parcelle.ui.segment.Card.Row;

/** What a field can be asked, by its type, and how a criterion changes from one question to another. */
final class Operators {
  private static final Period MONTH = new Period(30, Period.Unit.DAYS);

  private Operators() {}

  /**
   * One entry of the operator menu.
   *
   * @param key of its text
   * @param chosen whether a criterion asks this now
   * @param choose the criterion asking this, with what was given before where it still means something
   */
  record Choice(String key, Predicate<Condition> chosen, UnaryOperator<Row> choose) {}

  static List<Choice> of(Subject subject, LocalDate today) {
    FieldRef field = subject.ref();
    List<Choice> choices = new ArrayList<>(switch (subject.type()) {
      case TEXT, IDENTIFIER -> texts(field);
      case WHOLE, DECIMAL -> numbers(field);
      case YES_NO -> yesNo(field);
      case DATE, DATE_TIME -> dates(field, today);
    });
    subject.dates()
        .stream()
        .findFirst()
        .filter(_ -> subject.type().isDate())
        .ifPresent(other -> choices.addAll(comparisons(field, other.ref())));
    for (Knowledge knowledge : Knowledge.values()) {
      choices.add(new Choice("builder.known." + id(knowledge), // keys: builder.known.*
          test -> test instanceof Known known && known.knowledge() == knowledge,
          row -> new Row(row.id(), new Known(field, knowledge), Set.of())));
    }
    return choices;
  }

  /** The field that a criterion asks about; null for events, clusters and everyone. */
  static @org.jspecify.annotations.Nullable FieldRef field(Condition test) {
    return switch (test) {
      case TextTest text -> text.field();
      case NumberTest number -> number.field();
      case YesNoTest yesNo -> yesNo.field();
      case DateTest date -> date.field();
      case Known known -> known.field();
      default -> null;
    };
  }

  /** The same criterion with missing values let in or kept out. */
  static Condition includeMissing(Condition test, boolean include) {
    return switch (test) {
      case TextTest t -> new TextTest(t.field(), t.operator(), t.values(), t.exact(), include);
      case NumberTest t -> new NumberTest(t.field(), t.operator(), t.value(), t.second(), include);
      case YesNoTest t -> new YesNoTest(t.field(), t.operator(), include);
      case DateTest t -> new DateTest(t.field(), t.criterion(), include);
      default -> test;
    };
  }

  /** Whether a criterion lets in those without a value. */
  static boolean includesMissing(Condition test) {
    return switch (test) {
      case TextTest t -> t.includeMissing();
      case NumberTest t -> t.includeMissing();
      case YesNoTest t -> t.includeMissing();
      case DateTest t -> t.includeMissing();
      default -> false;
    };
  }

  static String id(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static List<Choice> texts(FieldRef field) {
    List<Choice> choices = new ArrayList<>();
    for (TextOperator operator : List.of(TextOperator.IS_ONE_OF, TextOperator.IS_NONE_OF,
        TextOperator.CONTAINS,
        TextOperator.NOT_CONTAINS, TextOperator.STARTS_WITH, TextOperator.ENDS_WITH, TextOperator.EQUALS,
        TextOperator.NOT_EQUALS, TextOperator.MATCHES, TextOperator.NOT_MATCHES)) {
      choices.add(new Choice("builder.text." + id(operator), // keys: builder.text.*
          test -> test instanceof TextTest text && text.operator() == operator,
          row -> new Row(row.id(), text(row.test(), field, operator), Set.of())));
    }
    return choices;
  }

  private static Condition text(Condition before, FieldRef field, TextOperator operator) {
    boolean many = operator.positive() == TextOperator.IS_ONE_OF;
    return before instanceof TextTest text
        ? new TextTest(field, operator, many || text.values().size() < 2 ? text.values() : List.of(),
            text.exact(),
            text.operator().negative() == operator.negative() ? text.includeMissing() : operator.negative())
        : new TextTest(field, operator, List.of(), false, operator.negative());
  }

  private static List<Choice> numbers(FieldRef field) {
    List<Choice> choices = new ArrayList<>();
    for (NumberOperator operator : List.of(NumberOperator.BETWEEN, NumberOperator.AT_LEAST,
        NumberOperator.AT_MOST,
        NumberOperator.GREATER, NumberOperator.LESS, NumberOperator.EQUAL, NumberOperator.NOT_EQUAL,
        NumberOperator.NOT_BETWEEN)) {
      choices.add(new Choice("builder.number." + id(operator), // keys: builder.number.*
          test -> test instanceof NumberTest number && number.operator() == operator,
          row -> number(row, field, operator)));
    }
    return choices;
  }

  private static Row number(Row row, FieldRef field, NumberOperator operator) {
    if (!(row.test() instanceof NumberTest before)) {
      return new Row(row.id(), new NumberTest(field, operator, BigDecimal.ZERO,
          operator.needsTwo() ? BigDecimal.ZERO : null, operator.negative()), bothBlank(operator));
    }
    boolean include = before.operator().negative() == operator.negative()
        ? before.includeMissing()
        : operator.negative();
    BigDecimal second = !operator.needsTwo()
        ? null
        : before.second() == null ? BigDecimal.ZERO : before.second();
    return new Row(row.id(), new NumberTest(field, operator, before.value(), second, include),
        blanks(row.blanks().contains(Blank.FIRST),
            operator.needsTwo() && (before.second() == null || row.blanks().contains(Blank.SECOND))));
  }

  private static Set<Blank> bothBlank(NumberOperator operator) {
    return blanks(true, operator.needsTwo());
  }

  static Set<Blank> blanks(boolean first, boolean second) {
    return first
        ? second ? Set.of(Blank.FIRST, Blank.SECOND) : Set.of(Blank.FIRST)
        : second ? Set.of(Blank.SECOND) : Set.of();
  }

  private static List<Choice> yesNo(FieldRef field) {
    List<Choice> choices = new ArrayList<>();
    for (YesNoOperator operator : YesNoOperator.values()) {
      choices.add(new Choice("builder.yesno." + id(operator), // keys: builder.yesno.*
          test -> test instanceof YesNoTest yesNo && yesNo.operator() == operator,
          row -> new Row(row.id(), new YesNoTest(field, operator, operator.negative()), Set.of())));
    }
    return choices;
  }

  private static List<Choice> dates(FieldRef field, LocalDate today) {
    return List.of(
        date("builder.date.inLast", field, DateCriterion.InLast.class,
            new DateCriterion.InLast(MONTH, false)),
        date("builder.date.olderThan", field, DateCriterion.OlderThan.class,
            new DateCriterion.OlderThan(MONTH)),
        date("builder.date.inNext", field, DateCriterion.InNext.class,
            new DateCriterion.InNext(MONTH, false)),
        date("builder.date.before", field, DateCriterion.Before.class, new DateCriterion.Before(today)),
        date("builder.date.after", field, DateCriterion.After.class,
            new DateCriterion.After(today.minusYears(1))),
        date("builder.date.between", field, DateCriterion.Between.class,
            new DateCriterion.Between(today.minusYears(1), today)),
        date("builder.date.on", field, DateCriterion.On.class, new DateCriterion.On(today)),
        date("builder.date.anniversaryNext", field, DateCriterion.AnniversaryInNext.class,
            new DateCriterion.AnniversaryInNext(30, DateCriterion.LeapDay.FEBRUARY_28)),
        date("builder.date.anniversary", field, DateCriterion.Anniversary.class,
            new DateCriterion.Anniversary(MonthDay.from(today), MonthDay.from(today.plusDays(30)),
                DateCriterion.LeapDay.FEBRUARY_28)),
        date("builder.date.month", field, DateCriterion.InMonth.class, new DateCriterion.InMonth(Set.of())),
        date("builder.date.weekday", field, DateCriterion.OnWeekday.class,
            new DateCriterion.OnWeekday(Set.of())));
  }

  /** @param first the other date to begin with */
  private static List<Choice> comparisons(FieldRef field, FieldRef first) {
    List<Choice> choices = new ArrayList<>();
    for (DateCriterion.Order order : DateCriterion.Order.values()) {
      choices.add(new Choice("builder.date.compared." + id(order), // keys: builder.date.compared.*
          test -> compared(test).filter(c -> c.order() == order).isPresent(),
          row -> new Row(row.id(),
              new DateTest(field,
                  new ComparedWith(order, compared(row.test()).map(ComparedWith::other).orElse(first)),
                  includesMissing(row.test())),
              Set.of())));
    }
    return choices;
  }

  private static Optional<ComparedWith> compared(Condition test) {
    return test instanceof DateTest(_, ComparedWith compared, _) ? Optional.of(compared) : Optional.empty();
  }

  private static Choice date(String key, FieldRef field, Class<? extends DateCriterion> kind,
      DateCriterion start) {
    return new Choice(key, test -> test instanceof DateTest date && kind.isInstance(date.criterion()),
        row -> new Row(row.id(), new DateTest(field, start, Operators.includesMissing(row.test())),
            Set.of()));
  }
}
