package app.parcelle.engine.intake.csv;

import java.nio.charset.Charset;

/**
 * How the bytes of a file become records and fields.
 *
 * @param bom bytes of the byte order mark to skip
 * @param compressed whether the file is gzip
 */
record Dialect(char delimiter, char quote, Charset encoding, int bom, boolean header, boolean compressed) {
  Dialect withEncoding(Charset other) {
    return new Dialect(delimiter, quote, other, bom, header, compressed);
  }

  Dialect withHeader(boolean found) {
    return new Dialect(delimiter, quote, encoding, bom, found, compressed);
  }
}
