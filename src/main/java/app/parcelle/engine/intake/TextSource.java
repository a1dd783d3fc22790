package app.parcelle.engine.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;

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

  /** The tables of the file to choose from, such as its sheets; none where there is no choice. */
  default List<String> parts() {
    return List.of();
  }

  /** Which of the {@link #parts} this is; null where there are none. */
  default @Nullable String part() {
    return null;
  }

  /** What a person should know about the values, as far as the last reading has come. */
  default List<Message> notes() {
    return List.of();
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
