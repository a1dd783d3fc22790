package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion.LeapDay;

/** What a test says of its field: "is at least 60 days", "is none of …". */
record Predicates(Texts texts) {
  String known(Knowledge knowledge) {
    return switch (knowledge) {
      case KNOWN -> texts.text("sentence.is.known");
      case UNKNOWN -> texts.text("sentence.is.unknown");
      case INVALID -> texts.text("sentence.is.invalid");
    };
  }

  String text(TextTest test) {
    Words words = new Words(texts);
    List<String> quoted = test.values().stream().map(words::quoted).toList();
    boolean neither = test.operator() == TextOperator.IS_NONE_OF && quoted.size() > 1;
    String said = neither
        ? texts.text("sentence.neither", String.join(texts.text("sentence.nor"), quoted))
        // keys: sentence.text.*
        : texts.text("sentence.text." + id(test.operator()), words.or(quoted));
    return said + (test.exact() ? texts.text("sentence.exact") : "")
        + missing(test.includeMissing(), test.operator().negative());
  }

  String number(NumberTest test, boolean days) {
    return number(test.operator(), test.value(), test.second(), days)
        + missing(test.includeMissing(), test.operator().negative());
  }

  String number(NumberOperator operator, BigDecimal value, @Nullable BigDecimal second, boolean days) {
    Words words = new Words(texts);
    boolean two = operator.needsTwo() && second != null;
    // keys: sentence.number.*
    return texts.text("sentence.number." + id(operator),
        days && !two ? words.days(value) : words.number(value),
        second == null ? "" : days ? words.days(second) : words.number(second));
  }

  String yesNo(YesNoTest test) {
    // keys: sentence.yesNo.*
    return texts.text("sentence.yesNo." + id(test.operator()))
        + missing(test.includeMissing(), test.operator().negative());
  }

  String date(DateTest test, Function<FieldRef, String> subject) {
    return criterion(test.criterion(), subject) + missing(test.includeMissing(), false);
  }

  private String criterion(DateCriterion criterion, Function<FieldRef, String> subject) {
    Words words = new Words(texts);
    return switch (criterion) {
      case DateCriterion.On(var day) -> texts.text("sentence.date.on", words.day(day));
      case DateCriterion.Before(var day) -> texts.text("sentence.date.before", words.day(day));
      case DateCriterion.After(var day) -> texts.text("sentence.date.after", words.day(day));
      case DateCriterion.Between(var first, var last) ->
        texts.text("sentence.date.between", words.day(first), words.day(last));
      case DateCriterion.InLast(var period, var today) -> texts.text("sentence.date.falls",
          words.period("sentence.last.", period) + today(today));
      case DateCriterion.InNext(var period, var today) -> texts.text("sentence.date.falls",
          words.period("sentence.next.", period) + today(today));
      case DateCriterion.OlderThan(var period) ->
        texts.text("sentence.date.older", words.period("sentence.period.", period));
      case DateCriterion.ComparedWith(var order, var other) ->
        // keys: sentence.compared.*
        texts.text("sentence.compared." + id(order), subject.apply(other));
      case DateCriterion.Anniversary(var first, var last, var leapDay) ->
        texts.text("sentence.date.anniversary", words.monthDay(first), words.monthDay(last))
            + leapDay(leapDay);
      case DateCriterion.AnniversaryInNext(var days, var leapDay) ->
        texts.text("sentence.date.anniversaryInNext", words.days(BigDecimal.valueOf(days)))
            + leapDay(leapDay);
      case DateCriterion.InMonth(var months) -> texts.text("sentence.date.months",
          words.or(months.stream().sorted().map(words::month).toList()));
      case DateCriterion.OnWeekday(var days) -> texts.text("sentence.date.weekdays",
          words.or(days.stream().sorted().map(words::weekday).toList()));
      default -> throw new UnsupportedOperationException("later");
    };
  }

  String today(boolean including) {
    return including ? texts.text("sentence.includingToday") : "";
  }

  private String leapDay(LeapDay leapDay) {
    // keys: sentence.leap.*
    return texts.text("sentence.leap." + id(leapDay));
  }

  private String missing(boolean include, boolean negative) {
    if (include) {
      return texts.text("sentence.includingMissing");
    }
    return negative ? texts.text("sentence.excludingMissing") : "";
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
