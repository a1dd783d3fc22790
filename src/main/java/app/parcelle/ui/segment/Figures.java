package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.message.Texts;

/** Numbers and dates as the person's language writes them. */
final class Figures {
  private final Texts texts;
  private final ZoneId zone;
  private final NumberFormat count;
  private final NumberFormat share;
  private final NumberFormat number;
  private final DateTimeFormatter day;

  Figures(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
    Locale locale = texts.locale();
    count = NumberFormat.getIntegerInstance(locale);
    share = NumberFormat.getPercentInstance(locale);
    share.setMinimumFractionDigits(1);
    share.setMaximumFractionDigits(1);
    number = NumberFormat.getInstance(locale);
    number.setMaximumFractionDigits(12);
    day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
  }

  String count(long n) {
    return count.format(n);
  }

  /** With its sign, a real minus. */
  String change(long n) {
    return n == 0 ? "0" : (n > 0 ? "+" : "−") + " " + count.format(Math.abs(n));
  }

  /** A part of a whole with one decimal; nothing where there is no whole. */
  String share(double part, double whole) {
    return whole == 0 ? "" : share.format(part / whole);
  }

  String number(BigDecimal value) {
    return number.format(value);
  }

  /** With the digits of its column, zeros at the end too, so that numbers stand under each other; four at most. */
  private String inColumn(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(texts.locale());
    int digits = Math.clamp(value.scale(), 0, 4);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }

  /** Without digits after the point from 1,000 on, where they say nothing. */
  String money(BigDecimal value) {
    boolean large = value.abs().compareTo(BigDecimal.valueOf(1000)) >= 0;
    NumberFormat format = NumberFormat.getInstance(texts.locale());
    format.setMaximumFractionDigits(large ? 0 : 2);
    format.setMinimumFractionDigits(large ? 0 : 2);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  String value(Value value) {
    return switch (value) {
      case Value.OfText(String text) -> text;
      case Value.OfNumber(BigDecimal n) -> inColumn(n);
      case Value.OfYesNo(boolean yes) -> yes ? texts.text("builder.yes") : texts.text("builder.no");
      case Value.OfDate(LocalDate date) -> day(date);
      case Value.OfInstant(var instant) -> day(instant.atZone(zone).toLocalDate());
      case Value.InWords(var words) -> texts.text(words);
    };
  }

  /** A number as a person types it, with the separators of the language or a plain point; empty when it is none. */
  Optional<BigDecimal> parse(String text) {
    String bare = text.strip().replaceAll("[\\s\u00a0\u202f']", "");
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    DecimalFormat format = (DecimalFormat) NumberFormat.getInstance(texts.locale());
    format.setParseBigDecimal(true);
    boolean comma = format.getDecimalFormatSymbols().getDecimalSeparator() == ',';
    String local = comma ? bare.replace('.', ',') : bare;
    ParsePosition position = new ParsePosition(0);
    return format.parse(local, position) instanceof BigDecimal parsed && position.getIndex() == local.length()
        ? Optional.of(parsed)
        : Optional.empty();
  }
}
