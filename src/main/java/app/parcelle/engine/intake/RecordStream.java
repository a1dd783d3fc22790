package app.parcelle.engine.intake;

import java.io.IOException;

/**
 * Records of a source that is no text, as text: UTF-8, commas between cells, line feeds between records. Each record, also
 * one that was left out, takes one line, so that line numbers are record numbers of the source; line feeds inside a cell do
 * not count.
 *
 * <p>Used by one thread.
 */
public abstract class RecordStream extends BlockStream {
  private final RecordBuffer buffer = new RecordBuffer();
  private boolean ended;

  /**
   * Adds the next records to the buffer, at least one.
   *
   * @return false when there are none left, and none has been added
   */
  protected abstract boolean next(RecordBuffer into) throws IOException;

  @Override
  public final int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (buffer.isEmpty()) {
      if (ended) {
        return -1;
      }
      ended = !next(buffer);
    }
    return buffer.drain(to, offset, length);
  }
}
