package app.parcelle.engine.intake.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a file become records and fields.
 *
 * @param bom bytes of the byte order mark to skip
 * @param records whether every record is one line, whatever its cells hold; see {@code RecordStream}
 */
record Dialect(char delimiter, char quote, Charset encoding, int bom, boolean header, boolean records) {
  /** What {@code RecordStream} writes. */
  static final Dialect RECORDS = new Dialect(',', '"', StandardCharsets.UTF_8, 0, true, true);

  Dialect withEncoding(Charset other) {
    return new Dialect(delimiter, quote, other, bom, header, records);
  }

  Dialect withHeader(boolean found) {
    return new Dialect(delimiter, quote, encoding, bom, found, records);
  }
}
