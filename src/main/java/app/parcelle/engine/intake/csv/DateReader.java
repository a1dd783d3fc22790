package app.parcelle.engine.intake.csv;

import java.time.ZoneId;

import app.parcelle.engine.intake.csv.Format.Dates;
import app.parcelle.engine.table.ColumnType;

/** Dates as day numbers, and date-times as UTC milliseconds of the local time in the project's zone. */
final class DateReader extends ColumnReader {
  private static final int ISO_DATE = 10;
  private static final int ISO_SECONDS = 19;

  private final Dates dates;
  private final DateText text;
  private final LocalClock clock;
  private final boolean isoDashes;

  DateReader(ColumnPlan plan, Dates dates, ZoneId zone) {
    super(plan);
    this.dates = dates;
    this.text = new DateText(dates.order(), dates.separator());
    this.clock = new LocalClock(zone);
    this.isoDashes = dates.order() == Dates.Order.YEAR_MONTH_DAY && dates.separator() == '-';
  }

  @Override
  void readCells(FieldBatch batch, int column, int row) {
    byte[] b = batch.bytes();
    int[] starts = batch.starts();
    int[] ends = batch.ends();
    int width = batch.columns();
    int field = column;
    int plainLength = dates.time() ? ISO_SECONDS : ISO_DATE;
    for (int r = row; r < row + batch.rows(); r++, field += width) {
      int from = starts[field];
      if (!isoDashes || ends[field] - from != plainLength || !plainly(b, from, r)) {
        rarely(batch, r, from, ends[field]);
      }
    }
  }

  /** Reads yyyy-MM-dd, and HH:mm:ss where the column has times. */
  private boolean plainly(byte[] b, int p, int row) {
    int year = two(b, p) * 100 + two(b, p + 2);
    int month = two(b, p + 5);
    int dayOfMonth = two(b, p + 8);
    if (b[p + 4] != '-' || b[p + 7] != '-' || year < 1 || month < 1 || month > 12 || dayOfMonth < 1
        || (dayOfMonth > 28 && dayOfMonth > DateText.daysIn(year, month))) {
      return false;
    }
    long day = DateText.epochDay(year, month, dayOfMonth);
    if (!dates.time()) {
      values[row] = day;
    } else {
      int hour = two(b, p + 11);
      int minute = two(b, p + 14);
      int second = two(b, p + 17);
      if ((b[p + 10] != ' ' && b[p + 10] != 'T') || b[p + 13] != ':' || b[p + 16] != ':'
          || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return false;
      }
      values[row] = clock.utcMillis(day, ((hour * 60 + minute) * 60 + second) * 1000);
    }
    tally.valid++;
    return true;
  }

  /** A number of two digits; far below zero where they are none. */
  private static int two(byte[] b, int p) {
    int tens = b[p] - '0';
    int ones = b[p + 1] - '0';
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
  }

  private void rarely(FieldBatch batch, int row, int start, int end) {
    byte[] b = batch.bytes();
    int from = Cells.trimStart(b, start, end);
    int to = Cells.trimEnd(b, from, end);
    boolean quoted = batch.quoted(start);
    if (Cells.isNothing(b, from, to, quoted)) {
      none(batch, row, from, to, quoted);
      return;
    }
    boolean fits = text.read(b, from, to);
    if (fits && text.hasTime && !dates.time()) {
      if (!plan.stated()) {
        tally.urgent = plan.as(ColumnType.DATE_TIME,
            new Dates(dates.order(), dates.separator(), true, dates.pattern() + " HH:mm"));
      }
      fits = false;
    }
    weigh(b, from, to, fits);
    if (fits) {
      values[row] = dates.time() ? instant() : text.day;
      tally.valid++;
    } else {
      none(batch, row, from, to, quoted);
    }
  }

  private long instant() {
    return text.offset == DateText.NO_OFFSET
        ? clock.utcMillis(text.day, text.millisOfDay)
        : text.day * 86_400_000 + text.millisOfDay - text.offset * 1000L;
  }

  /** Which of two readings a cell speaks for. */
  private void weigh(byte[] b, int from, int to, boolean fits) {
    if (plan.other() instanceof Dates other && !tally.supported) {
      boolean fitsOther = new DateText(other.order(), other.separator()).read(b, from, to);
      tally.supported |= fits && !fitsOther;
      tally.contradicted |= !fits && fitsOther;
    }
  }
}
