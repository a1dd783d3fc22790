package app.parcelle.engine.segment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Folding;

/**
 * A day, month, quarter or year as a person writes it, in French or English: "1er janvier 2024", "March 3, 2024", "03/04/2024",
 * "mars 2024", "2e trimestre 2024", "2024".
 *
 * @param today what words such as "hier" are seen from; a day without year is the latest one that is not after it
 * @param monthFirst whether 03/04/2024 is in March, as Americans write it
 */
record SpokenDate(LocalDate today, boolean monthFirst) {
  /** From the first day meant to the last, both included. */
  record Span(LocalDate first, LocalDate last) {
    static Span of(LocalDate day) {
      return new Span(day, day);
    }
  }

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
  private static final Pattern DAY_MONTH = Pattern
      .compile("(\\d{1,2})(?:er|st|nd|rd|th)?(?: of)? ([a-z]+)\\.?,?(?: (\\d{4}))?");
  private static final Pattern MONTH_DAY = Pattern
      .compile("([a-z]+)\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");
  private static final Pattern MONTH = Pattern.compile("([a-z]+)\\.?(?: (?:of )?(\\d{4}))?");
  private static final Pattern QUARTER = Pattern
      .compile(
          "(?:[qt]([1-4])|([1-4])(?:er|e|eme|st|nd|rd|th)? (?:trimestre|quarter))(?:,? (?:de |of )?(\\d{4}))?");
  private static final Pattern YEAR = Pattern.compile("(?:l annee |en |in )?(\\d{4})");

  /**
   * Reads folded text.
   *
   * @param year of a day that has none; null for the latest one
   */
  Optional<Span> read(String text, @Nullable Integer year) {
    try {
      return named(text).or(() -> figures(text)).or(() -> day(text, year)).or(() -> longer(text, year));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The year that a text names; empty where it names none. */
  static OptionalInt year(String text) {
    Matcher found = Pattern.compile("(?:^|\\D)(\\d{4})(?:$|\\D)").matcher(text);
    return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
  }

  private Optional<Span> named(String text) {
    return Optional.ofNullable(switch (text) {
      case "aujourd hui", "today" -> Span.of(today);
      case "hier", "yesterday" -> Span.of(today.minusDays(1));
      case "avant hier" -> Span.of(today.minusDays(2));
      case "demain", "tomorrow" -> Span.of(today.plusDays(1));
      default -> null;
    });
  }

  private Optional<Span> figures(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(Span.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3))));
    }
    Matcher slashes = SLASHES.matcher(text);
    return slashes.matches()
        ? Optional.of(Span.of(LocalDate.of(number(slashes, 3), number(slashes, monthFirst ? 1 : 2),
            number(slashes, monthFirst ? 2 : 1))))
        : Optional.empty();
  }

  private Optional<Span> day(String text, @Nullable Integer year) {
    Matcher dayMonth = DAY_MONTH.matcher(text);
    if (dayMonth.matches()) {
      return month(dayMonth.group(2))
          .map(month -> Span.of(day(month, number(dayMonth, 1), optional(dayMonth.group(3), year))));
    }
    Matcher monthDay = MONTH_DAY.matcher(text);
    return monthDay.matches()
        ? month(monthDay.group(1))
            .map(month -> Span.of(day(month, number(monthDay, 2), optional(monthDay.group(3), year))))
        : Optional.empty();
  }

  private LocalDate day(Month month, int dayOfMonth, @Nullable Integer year) {
    if (year != null) {
      return LocalDate.of(year, month, dayOfMonth);
    }
    int latest = today.getYear();
    while (!(YearMonth.of(latest, month).isValidDay(dayOfMonth)
        && !LocalDate.of(latest, month, dayOfMonth).isAfter(today))) {
      latest--;
      if (latest < today.getYear() - 8) {
        throw new DateTimeException(month + " " + dayOfMonth);
      }
    }
    return LocalDate.of(latest, month, dayOfMonth);
  }

  private Optional<Span> longer(String text, @Nullable Integer year) {
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      int n = number(quarter, quarter.group(1) == null ? 2 : 1);
      LocalDate first = first(3 * n - 2, optional(quarter.group(3), year));
      return Optional.of(new Span(first, first.plusMonths(3).minusDays(1)));
    }
    Matcher whole = YEAR.matcher(text);
    if (whole.matches()) {
      return Optional
          .of(new Span(LocalDate.of(number(whole, 1), 1, 1), LocalDate.of(number(whole, 1), 12, 31)));
    }
    Matcher month = MONTH.matcher(text);
    return month.matches()
        ? month(month.group(1)).map(m -> first(m.getValue(), optional(month.group(2), year)))
            .map(first -> new Span(first, first.plusMonths(1).minusDays(1)))
        : Optional.empty();
  }

  private LocalDate first(int month, @Nullable Integer year) {
    LocalDate first = LocalDate.of(year == null ? today.getYear() : year, month, 1);
    return year == null && first.isAfter(today) ? first.minusYears(1) : first;
  }

  /** In full or shortened to at least three letters, as long as it is clear which is meant. */
  private static Optional<Month> month(String word) {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      List<Month> meant = List.of(Month.values())
          .stream()
          .filter(month -> {
            String name = Folding.fold(month.getDisplayName(TextStyle.FULL_STANDALONE, locale));
            return name.equals(word) || (word.length() >= 3 && name.startsWith(word));
          })
          .toList();
      if (meant.size() == 1) {
        return Optional.of(meant.getFirst());
      }
    }
    return Optional.empty();
  }

  private static @Nullable Integer optional(@Nullable String year, @Nullable Integer other) {
    return year == null ? other : Integer.valueOf(year);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
