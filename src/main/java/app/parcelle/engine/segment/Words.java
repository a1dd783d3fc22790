package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

import app.parcelle.engine.message.Texts;

/** Values, days and lists in the words of one language. */
record Words(Texts texts) {
  String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  String percent(BigDecimal percent) {
    return texts.text("sentence.percent", number(percent));
  }

  /** With its sign, but for 0. */
  String signedPercent(BigDecimal percent) {
    return (percent.signum() > 0 ? "+" : "") + percent(percent);
  }

  String hour(int hour) {
    return texts.text("sentence.hour", hour);
  }

  /** A country by its code; the code itself where there is none. */
  String country(String code) {
    return code.matches("[A-Z]{2}")
        ? Locale.of("", code).getDisplayCountry(texts.locale())
        : Marks.value(code);
  }

  String quoted(String value) {
    return texts.text("sentence.quoted", Marks.value(value));
  }

  String day(LocalDate day) {
    String said = day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.locale()));
    return first(day.getDayOfMonth(), said);
  }

  String monthDay(MonthDay day) {
    return first(day.getDayOfMonth(),
        day.format(DateTimeFormatter.ofLocalizedPattern("MMMMd").withLocale(texts.locale())));
  }

  String month(Month month) {
    return month.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
  }

  String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
  }

  /** A, B or C. */
  String or(List<String> items) {
    return list(items, texts.text("sentence.or"));
  }

  /** A, B and C. */
  String and(List<String> items) {
    return list(items, texts.text("sentence.and"));
  }

  String days(BigDecimal days) {
    return texts.text("sentence.days", days, number(days));
  }

  String period(String prefix, Period period) {
    // keys: sentence.period.*, sentence.last.*, sentence.next.*
    return texts.text(prefix + period.unit().name().toLowerCase(Locale.ROOT), period.n(),
        number(BigDecimal.valueOf(period.n())));
  }

  private static String list(List<String> items, String last) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + last + items.getLast();
  }

  /** French says "1er" for the first of a month, which its locale data leaves out. */
  private String first(int dayOfMonth, String said) {
    return texts.french() && dayOfMonth == 1 ? said.replaceFirst("^1 ", "1er ") : said;
  }
}
