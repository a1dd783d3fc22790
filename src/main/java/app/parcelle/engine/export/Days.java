package app.parcelle.engine.export;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import app.parcelle.engine.message.Texts;

/** Days in words. */
final class Days {
  private Days() {}

  /** Such as {@code 9 décembre 2011}. */
  static String of(LocalDate day, Texts texts) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.locale()).format(day);
  }
}
