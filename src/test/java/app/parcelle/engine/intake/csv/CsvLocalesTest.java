package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.table.ColumnType;

/** Columns of random values, written as locales and programs write them, are found to be what they are and read back equal. */
class CsvLocalesTest {
  private static final ImportOptions TABS = ImportOptions.FOUND
      .withText(TextOptions.FOUND.withDelimiter("\t"));
  private static final LocalDateTime FIRST = LocalDateTime.of(1995, 1, 1, 0, 0);

  private static final Map<String, Function<BigDecimal, String>> NUMBERS = Map.of("fr", plain(Locale.FRANCE),
      "en",
      plain(Locale.US), "de", plain(Locale.GERMANY), "in", plain(Locale.of("en", "IN")), "ch",
      n -> plain(Locale.US).apply(n).replace(',', '\''), "fr €", money(Locale.FRANCE, "EUR"), "us $",
      money(Locale.US, "USD"), "accounting",
      n -> n.signum() < 0 ? "(" + plain(Locale.US).apply(n.negate()) + ")" : plain(Locale.US).apply(n));

  private static final Map<String, DateTimeFormatter> DATES = Map.ofEntries(day("dd/MM/yyyy", Locale.FRANCE),
      day("d/M/yyyy", Locale.FRANCE), day("MM/dd/yyyy", Locale.US), day("yyyy-MM-dd", Locale.ROOT),
      day("yyyyMMdd", Locale.ROOT), day("dd.MM.yy", Locale.GERMANY), day("M/d/yy", Locale.US),
      day("d MMM yyyy", Locale.FRANCE), day("EEEE d MMMM yyyy", Locale.FRANCE), day("MMM d, yyyy", Locale.US),
      day("EEEE, MMMM d, yyyy", Locale.US), day("dd-MMM-yy", Locale.US), day("yyyy/MM/dd", Locale.ROOT));

  private static final Map<String, DateTimeFormatter> TIMES = Map.ofEntries(
      day("dd/MM/yyyy HH:mm", Locale.FRANCE),
      day("dd/MM/yyyy HH'h'mm", Locale.FRANCE), day("MM/dd/yyyy h:mm a", Locale.US),
      day("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT), day("yyyyMMdd'T'HHmmss", Locale.ROOT),
      day("d MMMM yyyy 'à' HH:mm", Locale.FRANCE), day("MMM d, yyyy, h:mm:ss a", Locale.US),
      day("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.US));

  private static Function<BigDecimal, String> plain(Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(2);
    return format::format;
  }

  private static Function<BigDecimal, String> money(Locale locale, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency));
    return format::format;
  }

  private static Map.Entry<String, DateTimeFormatter> day(String pattern, Locale locale) {
    return Map.entry(pattern, DateTimeFormatter.ofPattern(pattern, locale));
  }

  @Property(tries = 200)
  void numbersOfAnyLocale(@ForAll("numberWriters") String writer, @ForAll long seed) {
    Random random = new Random(seed);
    List<BigDecimal> values = Stream.concat(Stream.of(new BigDecimal("1234567.89")),
        Stream.generate(() -> BigDecimal.valueOf(random.nextLong(-99_999_999, 100_000_000), 2)).limit(30))
        .toList();
    ReadBack read = read("value", values.stream().map(NUMBERS.get(writer)).toList());
    assertEquals(ColumnType.DECIMAL, read.column("value").type());
    assertEquals(values.stream().map(BigDecimal::toPlainString).toList(), read.values("value"));
  }

  @Property(tries = 200)
  void daysInAnyPattern(@ForAll("dateWriters") String pattern, @ForAll long seed) {
    List<LocalDateTime> days = moments(seed).map(time -> time.truncatedTo(ChronoUnit.DAYS)).toList();
    ReadBack read = read("date", days.stream().map(DATES.get(pattern)::format).toList());
    assertEquals(ColumnType.DATE, read.column("date").type());
    assertEquals(days.stream().map(day -> day.toLocalDate().toString()).toList(), read.values("date"));
  }

  @Property(tries = 200)
  void timesInAnyPattern(@ForAll("timeWriters") String pattern, @ForAll long seed) {
    List<LocalDateTime> times = moments(seed).toList();
    ReadBack read = read("date", times.stream().map(TIMES.get(pattern)::format).toList());
    boolean utc = pattern.contains("UTC");
    assertEquals(ColumnType.DATE_TIME, read.column("date").type());
    assertEquals(times.stream()
        .map(time -> time.atZone(utc ? java.time.ZoneOffset.UTC : ReadBack.PARIS).toInstant().toString())
        .toList(), read.values("date"));
  }

  /** At noon or later, where no clock changes; the first one says which number is the day. */
  private static Stream<LocalDateTime> moments(long seed) {
    Random random = new Random(seed);
    return Stream.concat(Stream.of(LocalDateTime.of(2021, 3, 25, 14, 30)),
        Stream.generate(() -> FIRST.plusDays(random.nextInt(11_000)).plusMinutes(720 + random.nextInt(720)))
            .limit(30));
  }

  private static ReadBack read(String name, List<String> cells) {
    return ReadBack.of(name + "\tother\n" + String.join("\tx\n", cells) + "\tx\n", TABS);
  }

  @Provide
  Arbitrary<String> numberWriters() {
    return Arbitraries.of(NUMBERS.keySet());
  }

  @Provide
  Arbitrary<String> dateWriters() {
    return Arbitraries.of(DATES.keySet());
  }

  @Provide
  Arbitrary<String> timeWriters() {
    return Arbitraries.of(TIMES.keySet());
  }
}
