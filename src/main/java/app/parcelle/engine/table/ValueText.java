package app.parcelle.engine.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Stored values as plain text that any program reads: points in decimals, days as {@code 2026-10-31}. */
public final class ValueText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]");

  private ValueText() {}

  /**
   * The text of a value of a column that holds no texts.
   *
   * @param zone in which times are told
   */
  public static String of(Column column, long value, ZoneId zone) {
    return switch (column.type()) {
      case WHOLE -> Long.toString(value);
      case DECIMAL -> BigDecimal.valueOf(value, column.scale()).toPlainString();
      case YES_NO -> value != 0 ? "yes" : "no";
      case DATE -> LocalDate.ofEpochDay(value).toString();
      case DATE_TIME -> time(value, zone);
      case TEXT, IDENTIFIER -> throw new IllegalArgumentException("a code needs its dictionary");
    };
  }

  private static String time(long millis, ZoneId zone) {
    String said = Instant.ofEpochMilli(millis).atZone(zone).format(TIME);
    return said.endsWith(".000") ? said.substring(0, said.length() - 4) : said;
  }
}
