package app.parcelle.engine.intake.csv;

import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.dialect.Shape;
import app.parcelle.engine.intake.dialect.Writing;

/**
 * How the bytes of a file become records and fields.
 *
 * @param mixed whether bytes that are not of the encoding are windows-1252
 * @param bom bytes of the byte order mark to skip
 * @param skipLines lines above the table, to be left out
 * @param records whether every record is one line, whatever its cells hold; see {@code RecordStream}
 * @param rewriting how the text is turned into such records first; null where it needs no turning
 */
record Dialect(char delimiter, char quote, Charset encoding, boolean mixed, int bom, int skipLines,
    boolean header,
    boolean records, @Nullable Rewriting rewriting) {
  /** A text that is written in a way the fast parser does not know, as records. */
  record Rewriting(Writing writing, Shape shape) {}

  /** The dialect for a text that is written so. */
  static Dialect of(Writing writing, Shape shape, EncodingFinder.Found encoding) {
    Character quote = writing.quote();
    if (writing.isPlain() && quote != null && shape.isPlain()) {
      return new Dialect(writing.delimiter().charAt(0), quote, encoding.encoding(), encoding.mixed(),
          encoding.bom(), writing.skipLines(),
          writing.headerRows() > 0, writing.records(), null);
    }
    int skipped = writing.records() ? 0 : writing.skipLines();
    return new Dialect(',', '"', encoding.encoding(), encoding.mixed(), encoding.bom(), skipped, false, true,
        new Rewriting(writing, shape));
  }

  /** Whether the source wrote records itself. */
  boolean ofRecords() {
    return rewriting == null ? records : rewriting.writing.records();
  }

  /** Whether a sign stands between fields in the text as it was written. */
  boolean delimits(char sign) {
    return rewriting == null ? delimiter == sign : rewriting.writing.delimiter().indexOf(sign) >= 0;
  }

  Dialect withEncoding(Charset other, boolean mixedToo) {
    return new Dialect(delimiter, quote, other, mixedToo, bom, skipLines, header, records, rewriting);
  }

  Dialect withWidth(int wider) {
    Rewriting same = java.util.Objects.requireNonNull(rewriting);
    return new Dialect(delimiter, quote, encoding, mixed, bom, skipLines, header, records,
        new Rewriting(same.writing, same.shape.withWidth(wider)));
  }
}
