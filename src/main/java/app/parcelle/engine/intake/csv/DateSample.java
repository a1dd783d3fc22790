package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.csv.Format.Dates;
import app.parcelle.engine.intake.csv.Format.Dates.Order;
import app.parcelle.engine.intake.csv.Format.Dates.Writing;

/** How the cells of a sample read as dates, in every way of writing at once. */
final class DateSample {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 80;
  /** The first and the last year that bare digits are taken for. */
  private static final long FIRST_DAY = DateText.epochDay(1900, 1, 1);
  private static final long LAST_DAY = DateText.epochDay(2100, 12, 31);
  private static final long FIRST_INSTANT = DateText.epochDay(1990, 1, 1);
  /** So many cells of bare digits that are all days are no coincidence. */
  private static final int ENOUGH = 12;

  /** One way of writing and what fits it. */
  private static final class Way {
    private final Dates dates;
    private final DateText text;
    private int fits;
    private int timed;
    private int padded;
    private @Nullable String example;

    Way(Dates dates) {
      this.dates = dates;
      this.text = new DateText(dates);
    }

    boolean count(byte[] b, int from, int to) {
      if (!text.read(b, from, to)) {
        return false;
      }
      fits++;
      padded += b[from] == '0' ? 1 : 0;
      if (text.hasTime) {
        timed++;
      }
      if (example == null || (text.hasTime && timed == 1)) {
        example = new String(b, from, to - from, UTF_8);
      }
      return true;
    }

    boolean within(long first, long last) {
      return text.day >= first && text.day <= last;
    }

    Dates found() {
      return dates.with(timed > 0, DatePatterns.of(dates, example == null ? "" : example, timed > 0));
    }
  }

  private final int firstYearOf1900s;
  /** Empty until a cell may be a date. */
  private final List<Way> written = new ArrayList<>();
  private final List<Way> digits = new ArrayList<>();

  /** @param firstYearOf1900s of years of two digits */
  DateSample(int firstYearOf1900s) {
    this.firstYearOf1900s = firstYearOf1900s;
  }

  private void addWaysOfDigits() {
    for (Order order : Order.values()) {
      digits.add(new Way(Dates.of(order, ' ', Writing.COMPACT)));
    }
    digits.add(new Way(Dates.of(Order.YEAR_MONTH_DAY, ' ', Writing.SECONDS)));
    digits.add(new Way(Dates.of(Order.YEAR_MONTH_DAY, ' ', Writing.MILLISECONDS)));
  }

  private void addWays() {
    for (Order order : Order.values()) {
      for (char separator : order == Order.MONTH_DAY_YEAR ? "/-".toCharArray() : "-/.".toCharArray()) {
        written.add(new Way(Dates.numeric(order, separator)));
      }
    }
    written.add(new Way(Dates.numeric(Order.DAY_MONTH_YEAR, ' ')));
    for (Order order : List.of(Order.DAY_MONTH_YEAR, Order.MONTH_DAY_YEAR, Order.YEAR_MONTH_DAY)) {
      for (char separator : order == Order.MONTH_DAY_YEAR ? "/-".toCharArray() : "/-.".toCharArray()) {
        written.add(new Way(new Dates(order, separator, Writing.SHORT, firstYearOf1900s, false, "")));
      }
    }
    written.add(new Way(new Dates(Order.DAY_MONTH_YEAR, ' ', Writing.WORDS, firstYearOf1900s, false, "")));
  }

  /** Counts trimmed bytes that hold a digit and are no number. */
  void count(byte[] b, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST) {
      return;
    }
    if (written.isEmpty()) {
      addWays();
    }
    char separator = separator(b, from, to);
    if (separator == 'T') {
      countDigits(b, from, to);
      return;
    }
    for (Way way : written) {
      if (separator == 0 || way.dates.writing() == Writing.WORDS || way.dates.separator() == separator) {
        way.count(b, from, to);
      }
    }
  }

  /** Counts bytes that are all digits, or digits up to a T. */
  void countDigits(byte[] b, int from, int to) {
    if (to - from < 8 || to - from > LONGEST) {
      return;
    }
    if (digits.isEmpty()) {
      addWaysOfDigits();
    }
    for (Way way : digits) {
      boolean instant = way.dates.writing() != Writing.COMPACT;
      if (way.count(b, from, to) && !way.within(instant ? FIRST_INSTANT : FIRST_DAY, LAST_DAY)) {
        way.fits--;
      }
    }
  }

  /** The sign behind the first digits; 0 where the cell begins with something else. */
  private static char separator(byte[] b, int from, int to) {
    int p = from;
    while (p < to && b[p] >= '0' && b[p] <= '9') {
      p++;
    }
    return p == from || p == to || b[p] < 0 ? 0 : (char) b[p];
  }

  /** The readings that fit the most cells; of two that fit equally, day first before month first. */
  List<Dates> best() {
    return bestWays().stream().map(Way::found).limit(2).toList();
  }

  /** Years of two digits are read only where there are some. */
  private List<Way> bestWays() {
    int most = most();
    List<Way> all = written.stream().filter(w -> most > 0 && w.fits == most).toList();
    return all.stream().filter(w -> w.dates.writing() == all.getFirst().dates.writing()).toList();
  }

  /** Cells that fit the best reading. */
  int most() {
    return written.stream().mapToInt(w -> w.fits).max().orElse(0);
  }

  /**
   * Whether the best reading needs no more evidence than that it fits. Years of two digits between dashes or points look like
   * numbers of versions and articles: all cells have to fit, some with a zero first, and the name must not
   * speak of identifiers; or it has to speak of dates.
   */
  boolean surely(int present, boolean named, boolean identifies) {
    return bestWays().stream()
        .anyMatch(w -> w.dates.writing() != Writing.SHORT || w.dates.separator() == '/' || named
            || (!identifies && w.fits == present && (w.padded > 0 || w.timed > 0)));
  }

  /**
   * The readings of a column of digits; none where they are numbers. Where the name does not speak of time, all cells have to
   * be different enough days, year first.
   *
   * @param least cells that have to fit where the name speaks of time
   */
  List<Dates> ofDigits(double least, int present, int distinct, boolean named) {
    List<Way> possible = digits.stream()
        .filter(w -> named
            ? w.fits > 0 && w.fits >= least
            : w == digits.getFirst() && w.fits == present && (distinct >= ENOUGH || w.timed == present))
        .toList();
    int most = possible.stream().mapToInt(w -> w.fits).max().orElse(0);
    return possible.stream().filter(w -> w.fits == most).map(Way::found).limit(2).toList();
  }
}
