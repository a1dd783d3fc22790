package app.parcelle.engine.intake.csv;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.csv.Format.Dates;
import app.parcelle.engine.intake.csv.Format.Dates.Order;
import app.parcelle.engine.intake.csv.Format.Dates.Writing;

/** Ways of writing dates as patterns that people know, such as {@code dd/MM/yyyy HH:mm}, and back. */
final class DatePatterns {
  private static final String SECONDS = "epoch-seconds";
  private static final String MILLISECONDS = "epoch-milliseconds";

  private DatePatterns() {}

  /** @param example a cell written so */
  static String of(Dates dates, String example, boolean timed) {
    char s = dates.separator();
    String year = dates.writing() == Writing.SHORT ? "yy" : "yyyy";
    String date = switch (dates.writing()) {
      case NUMERIC, SHORT -> ordered(dates.order(), "dd", "MM", year, String.valueOf(s));
      case COMPACT -> ordered(dates.order(), "dd", "MM", year, "");
      case WORDS -> inWords(example);
      case SECONDS -> SECONDS;
      case MILLISECONDS -> MILLISECONDS;
    };
    boolean instant = dates.writing() == Writing.SECONDS || dates.writing() == Writing.MILLISECONDS;
    return timed && !instant ? date + time(example) : date;
  }

  private static String ordered(Order order, String day, String month, String year, String separator) {
    return switch (order) {
      case YEAR_MONTH_DAY -> year + separator + month + separator + day;
      case DAY_MONTH_YEAR -> day + separator + month + separator + year;
      case MONTH_DAY_YEAR -> month + separator + day + separator + year;
    };
  }

  private static String inWords(String example) {
    if (example.matches("\\d{4}.*")) {
      return "yyyy MMM d";
    }
    boolean dayFirst = example.matches("\\d.*|\\p{L}+[ .,]+\\d+\\p{L}*[ .-]+\\p{L}.*");
    return dayFirst ? "d MMM yyyy" : "MMM d, yyyy";
  }

  private static String time(String example) {
    String lower = example.toLowerCase(Locale.ROOT);
    int colon = lower.indexOf(':');
    if (colon < 0) {
      return lower.matches(".*\\d ?h.*") ? " HH'h'mm" : lower.endsWith("m") ? " h a" : "HHmmss";
    }
    boolean seconds = colon != lower.lastIndexOf(':')
        && lower.substring(colon + 1).matches("\\d\\d:\\d\\d.*");
    String half = lower.matches(".*[ap]\\.?m\\b.*") ? "h:mm" : "HH:mm";
    String sign = lower.matches(".*\\dt\\d.*") ? "'T'" : " ";
    return sign + half + (seconds ? ":ss" : "") + (half.startsWith("h") ? " a" : "");
  }

  /** The way of writing that a pattern shows; null where it shows none. Only the order, the signs and the length of years matter. */
  static @Nullable Dates read(String pattern, int firstYearOf1900s) {
    if (pattern.equals(SECONDS) || pattern.equals(MILLISECONDS)) {
      Writing writing = pattern.equals(SECONDS) ? Writing.SECONDS : Writing.MILLISECONDS;
      return Dates.of(Order.YEAR_MONTH_DAY, ' ', writing).with(true, pattern);
    }
    int end = 0;
    while (end < pattern.length() && "dMy .,/-".indexOf(pattern.charAt(end)) >= 0) {
      end++;
    }
    String date = pattern.substring(0, end).strip();
    int day = date.indexOf('d');
    int month = date.indexOf('M');
    int year = date.indexOf('y');
    long years = date.chars().filter(c -> c == 'y').count();
    if (day < 0 || month < 0 || year < 0 || (years != 2 && years != 4)) {
      return null;
    }
    Order order = year < day
        ? Order.YEAR_MONTH_DAY
        : day < month ? Order.DAY_MONTH_YEAR : Order.MONTH_DAY_YEAR;
    String separator = date.replaceAll("[dMy]", "");
    Writing writing = date.contains("MMM")
        ? Writing.WORDS
        : separator.isEmpty() ? Writing.COMPACT : years == 2 ? Writing.SHORT : Writing.NUMERIC;
    boolean oneSign = separator.length() == 2 && separator.charAt(0) == separator.charAt(1);
    if (writing != Writing.WORDS && writing != Writing.COMPACT && !oneSign) {
      return null;
    }
    char sign = oneSign && writing != Writing.WORDS ? separator.charAt(0) : ' ';
    return new Dates(order, sign, writing, firstYearOf1900s, end < pattern.length(), pattern);
  }
}
