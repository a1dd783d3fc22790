package app.parcelle.engine.intake.csv;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.csv.Format.Dates;
import app.parcelle.engine.intake.csv.Format.Dates.Writing;
import app.parcelle.engine.table.ColumnType;

/** Dates as day numbers, and date-times as UTC milliseconds of the local time in the project's zone. */
final class DateReader extends ColumnReader {
  private static final int DATE = 10;
  private static final int MINUTES = 16;
  private static final int SECONDS = 19;

  private final Dates dates;
  private final DateText text;
  private final @Nullable DateText otherwise;
  private final LocalClock clock;
  private final DateWords words;
  /** Whether no cell is of the usual ten characters. */
  private final boolean rare;

  DateReader(ColumnPlan plan, Dates dates, ZoneId zone) {
    super(plan);
    this.dates = dates;
    this.text = new DateText(dates);
    this.otherwise = plan.other() instanceof Dates other
        ? new DateText(other)
        : null;
    this.clock = new LocalClock(zone);
    this.rare = dates.writing() != Writing.NUMERIC;
    this.words = new DateWords(dates.order(), dates.separator());
  }

  /** Reads day and month of two digits and a year of four; in a column of times, with hours and minutes or seconds. */
  @Override
  boolean plainly(byte[] b, int from, int to, int row) {
    int length = to - from;
    if (rare || (otherwise != null && !tally.supported)) {
      return false;
    }
    if (!dates.time()) {
      values[row] = length == DATE ? words.day(b, from) : DateWords.NONE;
      return values[row] != DateWords.NONE;
    }
    if ((length != SECONDS && length != MINUTES) || (b[from + DATE] != ' ' && b[from + DATE] != 'T')) {
      return false;
    }
    long day = words.day(b, from);
    int millis = DateWords.millisOfDay(b, from + DATE + 1, length == SECONDS);
    if (day == DateWords.NONE || millis < 0) {
      return false;
    }
    values[row] = clock.utcMillis(day, millis);
    return true;
  }

  @Override
  boolean closely(byte[] b, int from, int to, int row) {
    boolean fits = text.read(b, from, to);
    if (fits && text.hasTime && !dates.time()) {
      if (!plan.stated()) {
        tally.urgent = plan.as(ColumnType.DATE_TIME,
            dates.with(true, dates.pattern() + " HH:mm"));
      }
      fits = false;
    }
    compare(b, from, to, fits);
    if (fits) {
      values[row] = dates.time() ? instant() : text.day;
    }
    return fits;
  }

  private long instant() {
    return text.offset == DateText.NO_OFFSET
        ? clock.utcMillis(text.day, text.millisOfDay)
        : text.day * 86_400_000 + text.millisOfDay - text.offset * 1000L;
  }

  /** Which of two readings a cell speaks for. */
  private void compare(byte[] b, int from, int to, boolean fits) {
    if (otherwise != null && !tally.supported) {
      boolean fitsOther = otherwise.read(b, from, to);
      tally.supported |= fits && !fitsOther;
      tally.contradicted |= !fits && fitsOther;
    }
  }
}
