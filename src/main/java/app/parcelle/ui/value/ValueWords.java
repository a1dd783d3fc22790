package app.parcelle.ui.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.value.RfmReport.Figures;

/** What the screen says of scores, in the person's language. */
record ValueWords(Texts texts) {
  private static final int COLOURS = 11;

  String text(String key, Object... args) {
    return texts.text(key, args);
  }

  String text(Message message) {
    return texts.text(message);
  }

  String count(long number) {
    return NumberFormat.getIntegerInstance(texts.locale()).format(number);
  }

  /** With a sign in front. */
  String change(double number, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(digits);
    String said = format.format(Math.abs(number));
    return (number < 0 ? "−\u202f" : "+\u202f") + said;
  }

  String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(texts.locale());
    format.setMaximumFractionDigits(share < 0.1 ? 1 : 0);
    return format.format(share);
  }

  /** An amount: whole from 100 on, since cents tell nothing there. */
  String amount(@Nullable BigDecimal amount) {
    if (amount == null) {
      return text("value.none");
    }
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    int digits = amount.abs().compareTo(BigDecimal.valueOf(100)) < 0 ? 2 : 0;
    format.setMaximumFractionDigits(digits);
    format.setMinimumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(amount);
  }

  /** With the digits it needs, two at most. */
  String number(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /** An amount in as few characters as can be: 5,1 M. */
  String shortAmount(BigDecimal amount) {
    NumberFormat format = NumberFormat.getCompactNumberInstance(texts.locale(), NumberFormat.Style.SHORT);
    format.setMaximumFractionDigits(1);
    return format.format(amount);
  }

  String decimal(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }

  String day(LocalDate day) {
    return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale()));
  }

  /** Customers, orders, revenue and average basket in a line. */
  String figures(Figures figures) {
    return text("value.figures", figures.customers(), figures.orders(), amount(figures.revenue()),
        amount(figures.averageBasket()));
  }

  String choice(String prefix, Enum<?> choice) {
    // keys: value.shade.*, value.since.*, value.recency.*, value.monetary.*
    return text(prefix + choice.name().toLowerCase(Locale.ROOT));
  }

  /** The colour of a segment by its place in the model. */
  static String style(int segment) {
    return "tone-" + (segment % COLOURS + 1);
  }
}
