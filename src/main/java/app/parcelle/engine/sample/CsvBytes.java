package app.parcelle.engine.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Writes a shop's file field by field, as UTF-8, without making an object of each field. */
final class CsvBytes implements AutoCloseable {
  private static final int FLUSH = 1 << 16;
  /** The earliest sign-up lies less than four years before day 0. */
  private static final int EARLIEST = 1_461;

  private final OutputStream out;
  private final byte delimiter;
  private final byte decimal;
  private final byte[][] days = new byte[EARLIEST + Calendar.LAST + 1][];
  private final DateTimeFormatter dayFormat;
  private final byte[] buffer = new byte[FLUSH + 4_096];
  private int length;
  private boolean lineBegun;
  private long lines;

  CsvBytes(Path file, ShopWords words) throws IOException {
    this.out = Files.newOutputStream(file);
    this.delimiter = (byte) words.delimiter();
    this.decimal = (byte) words.decimal();
    this.dayFormat = DateTimeFormatter.ofPattern(words.dayPattern(), Locale.ROOT);
  }

  /** How many lines have been ended, the header's included. */
  long lines() {
    return lines;
  }

  /** A text, quoted where it has to be; null for an empty field. */
  CsvBytes text(@Nullable String text) {
    separate();
    if (text == null) {
      return this;
    }
    boolean quoted = text.indexOf(delimiter) >= 0 || text.indexOf('"') >= 0;
    if (quoted) {
      buffer[length++] = '"';
    }
    append(quoted ? text.replace("\"", "\"\"") : text);
    if (quoted) {
      buffer[length++] = '"';
    }
    return this;
  }

  /** {@code C} and seven digits: the key of a customer. */
  CsvBytes customer(int number) {
    separate();
    buffer[length++] = 'C';
    digits(number + 1, 7);
    return this;
  }

  CsvBytes whole(long number) {
    separate();
    if (number < 0) {
      buffer[length++] = '-';
    }
    digits(Math.abs(number), 1);
    return this;
  }

  CsvBytes money(int cents) {
    separate();
    digits(cents / 100, 1);
    buffer[length++] = decimal;
    digits(cents % 100, 2);
    return this;
  }

  /** Decimal degrees, with a point and four digits behind it in every language: some ten metres. */
  CsvBytes degrees(double degrees) {
    separate();
    long tenThousandths = Math.round(degrees * 10_000);
    if (tenThousandths < 0) {
      buffer[length++] = '-';
    }
    digits(Math.abs(tenThousandths) / 10_000, 1);
    buffer[length++] = '.';
    digits(Math.abs(tenThousandths) % 10_000, 4);
    return this;
  }

  CsvBytes day(int day) {
    separate();
    appendDay(day);
    return this;
  }

  CsvBytes day(LocalDate day) {
    separate();
    append(dayFormat.format(day));
    return this;
  }

  /** A day and a time. */
  CsvBytes minute(int minute) {
    separate();
    appendDay(minute / Calendar.MINUTES);
    clock(minute % Calendar.MINUTES);
    return this;
  }

  /** A time on a day that does not exist. */
  CsvBytes badMinute(String badDay, int minute) {
    separate();
    append(badDay);
    clock(minute % Calendar.MINUTES);
    return this;
  }

  void end() throws IOException {
    buffer[length++] = '\n';
    lineBegun = false;
    lines++;
    if (length >= FLUSH) {
      out.write(buffer, 0, length);
      length = 0;
    }
  }

  private void clock(int minuteOfDay) {
    buffer[length++] = ' ';
    digits(minuteOfDay / 60, 2);
    buffer[length++] = ':';
    digits(minuteOfDay % 60, 2);
  }

  private void separate() {
    if (lineBegun) {
      buffer[length++] = delimiter;
    }
    lineBegun = true;
  }

  private void appendDay(int day) {
    int i = day + EARLIEST;
    if (days[i] == null) {
      days[i] = dayFormat.format(Calendar.date(day)).getBytes(StandardCharsets.US_ASCII);
    }
    System.arraycopy(days[i], 0, buffer, length, days[i].length);
    length += days[i].length;
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        buffer[length++] = (byte) c;
      } else {
        // every letter of the word lists lies below U+0800
        buffer[length++] = (byte) (0xC0 | (c >> 6));
        buffer[length++] = (byte) (0x80 | (c & 0x3F));
      }
    }
  }

  private void digits(long number, int least) {
    int n = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      n++;
    }
    n = Math.max(n, least);
    long rest = number;
    for (int i = length + n - 1; i >= length; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += n;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.write(buffer, 0, length);
      length = 0;
    }
  }
}
