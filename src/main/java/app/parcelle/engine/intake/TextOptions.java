package app.parcelle.engine.intake;

import java.nio.charset.Charset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a person has said about the text of a source; everything null or empty is found in the data.
 *
 * @param part which of several tables of one file: a sheet, a file of an archive, a path in JSON
 * @param delimiter between fields; one or more characters
 * @param quote around fields
 * @param escape before a quote or a delimiter that is meant as such; null where quotes are doubled
 * @param comment what a line begins with that is no record
 * @param encoding of the bytes
 * @param skipLines how many lines stand above the table
 * @param headerRows how many records hold the names of the columns; 0 for none
 * @param widths of the columns, in characters, where the text has columns of fixed width
 * @param allText every cell is kept as it was read: no types, nothing trimmed, no record rejected for its number of fields
 */
public record TextOptions(@Nullable String part, @Nullable String delimiter, @Nullable Character quote,
    @Nullable Character escape, @Nullable String comment, @Nullable Charset encoding,
    @Nullable Integer skipLines, @Nullable Integer headerRows, List<Integer> widths, boolean allText) {

  public static final TextOptions FOUND = new TextOptions(null, null, null, null, null, null, null, null,
      List.of(), false);

  public TextOptions {
    widths = List.copyOf(widths);
  }

  public TextOptions withPart(@Nullable String said) {
    return new TextOptions(said, delimiter, quote, escape, comment, encoding, skipLines, headerRows, widths,
        allText);
  }

  public TextOptions withDelimiter(@Nullable String said) {
    return new TextOptions(part, said, quote, escape, comment, encoding, skipLines, headerRows, widths,
        allText);
  }

  public TextOptions withQuote(@Nullable Character said) {
    return new TextOptions(part, delimiter, said, escape, comment, encoding, skipLines, headerRows, widths,
        allText);
  }

  public TextOptions withEscape(@Nullable Character said) {
    return new TextOptions(part, delimiter, quote, said, comment, encoding, skipLines, headerRows, widths,
        allText);
  }

  public TextOptions withComment(@Nullable String said) {
    return new TextOptions(part, delimiter, quote, escape, said, encoding, skipLines, headerRows, widths,
        allText);
  }

  public TextOptions withEncoding(@Nullable Charset said) {
    return new TextOptions(part, delimiter, quote, escape, comment, said, skipLines, headerRows, widths,
        allText);
  }

  public TextOptions withSkipLines(@Nullable Integer said) {
    return new TextOptions(part, delimiter, quote, escape, comment, encoding, said, headerRows, widths,
        allText);
  }

  public TextOptions withHeaderRows(@Nullable Integer said) {
    return new TextOptions(part, delimiter, quote, escape, comment, encoding, skipLines, said, widths,
        allText);
  }

  public TextOptions withWidths(List<Integer> said) {
    return new TextOptions(part, delimiter, quote, escape, comment, encoding, skipLines, headerRows, said,
        allText);
  }

  public TextOptions withAllText(boolean said) {
    return new TextOptions(part, delimiter, quote, escape, comment, encoding, skipLines, headerRows, widths,
        said);
  }
}
