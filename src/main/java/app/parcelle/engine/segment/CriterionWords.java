package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.DateCriterion.KindOfDay;
import app.parcelle.engine.segment.DateCriterion.LeapDay;

/**
 * What a date has to be: "falls in the last 30 days".
 *
 * @param subject what another date field is called
 */
record CriterionWords(Texts texts, Function<FieldRef, String> subject) {
  String criterion(DateCriterion criterion) {
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
      case DateCriterion.InWhole(var unit, var ago) ->
        texts.text("sentence.date.whole", WindowWords.whole(texts, unit, ago));
      case DateCriterion.ComparedWith(var order, var other) ->
        // keys: sentence.compared.*
        texts.text("sentence.compared." + id(order), subject.apply(other));
      case DateCriterion.DaysFrom test -> daysFrom(test);
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
      case DateCriterion.AtHour(var from, var to) when from == to -> texts.text("sentence.date.anyHour");
      case DateCriterion.AtHour(var from, var to) ->
        texts.text("sentence.date.hours", words.hour(from), words.hour(to));
      case DateCriterion.OnKindOfDay(var kind, var country) ->
        // keys: sentence.day.*
        texts.text("sentence.day." + id(kind)) + (kind == KindOfDay.WEEKEND
            ? ""
            : texts.text("sentence.day.in", words.country(country)));
    };
  }

  private String daysFrom(DateCriterion.DaysFrom test) {
    if (test.operator() == NumberOperator.EQUAL && test.days() == 0) {
      return texts.text("sentence.compared.on", subject.apply(test.other()));
    }
    String first = daysFrom(test.days(), test.other());
    String second = test.operator().needsTwo()
        ? daysFrom(Objects.requireNonNullElse(test.second(), test.days()), test.other())
        : "";
    // keys: sentence.distant.*
    return texts.text("sentence.distant." + id(test.operator()), first, second);
  }

  private String daysFrom(int days, FieldRef other) {
    String said = new Words(texts).days(BigDecimal.valueOf(Math.abs((long) days)));
    return days == 0
        ? texts.text("sentence.from.same", subject.apply(other))
        : texts.text(days > 0 ? "sentence.from.after" : "sentence.from.before", said, subject.apply(other));
  }

  private String today(boolean including) {
    return including ? texts.text("sentence.includingToday") : "";
  }

  private String leapDay(LeapDay leapDay) {
    // keys: sentence.leap.*
    return texts.text("sentence.leap." + id(leapDay));
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
