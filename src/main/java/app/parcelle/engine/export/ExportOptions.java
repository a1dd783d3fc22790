package app.parcelle.engine.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How a workbook is to be written.
 *
 * @param columns ids of the fields that the list shows, in order; empty for {@link Columns#usual the usual ones}
 * @param locale the language of headings, and the order of day, month and year
 * @param at when it is written, as the workbook says
 */
public record ExportOptions(List<String> columns, Locale locale, Instant at) {
  public ExportOptions {
    columns = List.copyOf(columns);
  }

  /** The usual columns, written now. */
  public static ExportOptions usual(Locale locale) {
    return new ExportOptions(List.of(), locale, Instant.now());
  }
}
