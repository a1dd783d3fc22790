package app.parcelle.engine.intake.dialect;

import java.nio.charset.Charset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.TextOptions;

/**
 * How a table is written as text: everything that decides where its records and cells begin and end.
 *
 * @param delimiter between cells; one or more characters
 * @param quote around cells; null where there is none
 * @param escape before a quote or a delimiter that is meant as such; null where quotes are doubled
 * @param comment what a line begins with that is no record; null where there are none
 * @param widths of the columns in characters; empty where cells are delimited
 * @param skipLines lines above the table
 * @param headerRows records that hold the names of the columns
 * @param loose whether blanks stand before quotes, or quotes inside quotes that are neither doubled nor escaped
 * @param allText whether every record is kept, whatever its number of cells
 * @param records whether every record is one line, whatever its cells hold; see {@code RecordStream}
 */
public record Writing(String delimiter, @Nullable Character quote, @Nullable Character escape,
    @Nullable String comment, List<Integer> widths, int skipLines, int headerRows, boolean loose,
    boolean allText, boolean records) {

  public Writing {
    widths = List.copyOf(widths);
  }

  /** Whether the fast parser reads it as it is: one delimiter and one quote of a byte each, a header of one line. */
  public boolean isPlain() {
    boolean bytes = delimiter.length() == 1 && delimiter.charAt(0) < 128 && quote != null && quote < 128;
    boolean top = headerRows <= 1 && !(records && skipLines > 0);
    return bytes && top && escape == null && comment == null && widths.isEmpty() && !loose && !allText;
  }

  /** The same as options, with what else was said. */
  public TextOptions options(Charset encoding, TextOptions said) {
    return new TextOptions(said.part(), delimiter,
        quote == null ? Character.valueOf(TextOptions.NONE) : quote,
        escape == null ? Character.valueOf(TextOptions.NONE) : escape, comment, encoding, skipLines,
        headerRows,
        widths, allText);
  }

  Writing withDelimiter(String other) {
    return new Writing(other, quote, escape, comment, widths, skipLines, headerRows, loose, allText, records);
  }

  Writing withQuote(@Nullable Character other) {
    return new Writing(delimiter, other, escape, comment, widths, skipLines, headerRows, loose,
        allText, records);
  }

  Writing withEscape(@Nullable Character other) {
    return new Writing(delimiter, quote, other, comment, widths, skipLines, headerRows, loose,
        allText, records);
  }

  Writing withComment(@Nullable String other) {
    return new Writing(delimiter, quote, escape, other, widths, skipLines, headerRows, loose,
        allText, records);
  }

  Writing withWidths(List<Integer> other) {
    return new Writing(delimiter, quote, escape, comment, other, skipLines, headerRows, loose,
        allText, records);
  }

  Writing withLines(int skipped, int header) {
    return new Writing(delimiter, quote, escape, comment, widths, skipped, header, loose, allText, records);
  }

  Writing withLoose(boolean is) {
    return new Writing(delimiter, quote, escape, comment, widths, skipLines, headerRows, is, allText,
        records);
  }
}
