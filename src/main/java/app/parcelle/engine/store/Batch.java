package app.parcelle.engine.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One import into a table. Records read = rows stored + records rejected, now as when it was imported: a record that was mended and
 * read again goes from one to the other. Rows of the table = the sum of {@code stored - replaced} over its batches.
 *
 * @param source what the journal calls the origin, such as {@code orders.csv}
 * @param at when it was imported; null where a file of a former version does not say
 * @param ignored of the records rejected, those that a person has put aside
 * @param replaced of the rows stored, those that a later batch has taken the place of
 * @param recipe how it was imported, as a document of whoever did, for reading its rejected records again; null where none was
 *     rejected or nobody says
 */
public record Batch(String source, @Nullable Instant at, long stored, long rejected, long ignored,
    long replaced, @Nullable String recipe) {
  private static final int LINE_BITS = 40;

  public long read() {
    return stored + rejected;
  }

  Batch withReplaced(long more) {
    return new Batch(source, at, stored, rejected, ignored, replaced + more, recipe);
  }

  /** So many records that were rejected are rows now. */
  Batch withMended(int rows) {
    return new Batch(source, at, stored + rows, rejected - rows, ignored, replaced, recipe);
  }

  /** So many more of the records rejected are put aside. */
  Batch withIgnored(int more) {
    return new Batch(source, at, stored, rejected, ignored + more, replaced, recipe);
  }

  /** The place of a record among all batches of its table: ascending in the order in which they came. */
  public static long place(int batch, long line) {
    return (long) batch << LINE_BITS | line;
  }

  /** Which of the batches of its table a record belongs to. */
  static int batch(long place) {
    return (int) (place >>> LINE_BITS);
  }

  /** The line of its source at which a record begins, counted from 1. */
  static long line(long place) {
    return place & (1L << LINE_BITS) - 1;
  }
}
