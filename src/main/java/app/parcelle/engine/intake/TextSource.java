package app.parcelle.engine.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A table as text, which can be read from its beginning as often as needed. Every kind of file, and a database, is turned
 * into one, so that there is one way only from text to typed columns.
 */
public interface TextSource extends Closeable {
  /** What messages call it, such as {@code orders.csv}. */
  String name();

  /** What a table made of it is called where nobody says otherwise. */
  String tableName();

  /** How many bytes a reading takes, as its {@link Reading#taken} counts them; 0 where nobody knows. */
  long bytes();

  /**
   * Whether its records were made by {@link RecordStream} and need no guessing: UTF-8, commas, quotes, a line number for each
   * record. Otherwise the text is as somebody else wrote it.
   */
  boolean isRecords();

  /** For records, whether the first one holds names of columns; null where that has to be found. */
  default @Nullable Boolean header() {
    return null;
  }

  /** The file whose bytes are the text, so that places in its middle can be looked at; null where there is none. */
  default @Nullable Path plainFile() {
    return null;
  }

  /** Begins a reading at the first byte. */
  Reading open() throws IOException;

  /** Ends the use of what the source holds, such as a temporary file or a connection. */
  @Override
  default void close() throws IOException {}

  /** One reading of the text. */
  interface Reading extends Closeable {
    InputStream text();

    /** How many bytes of the source have been taken so far. Any thread may ask. */
    long taken();
  }
}
