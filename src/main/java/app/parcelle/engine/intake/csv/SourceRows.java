package app.parcelle.engine.intake.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.RecordBuffer;
import app.parcelle.engine.table.TableDraft.Reject;

/** The rows of a source, one after the other, with cells as they stand. Used by one thread. */
public final class SourceRows implements Closeable {
  private static final int STEP = 1 << 20;
  private static final int ROWS = 1 << 10;
  private static final int CELLS = 1 << 16;

  private final Feed feed;
  private final RecordSplitter splitter;
  private final int most;
  private final RecordBlock block = new RecordBlock(STEP, ROWS);
  private final FieldBatch batch;
  private final Deque<Reject> rejects = new ArrayDeque<>();
  private int row = -1;
  private @Nullable Reject reject;

  SourceRows(Layout layout, Feed feed) throws IOException {
    this.feed = feed;
    this.splitter = new RecordSplitter(feed.text(), layout.dialect(), STEP);
    this.most = Math.clamp(CELLS / layout.columns().size(), 1, ROWS);
    this.batch = new FieldBatch(layout.dialect(), layout.columns().size(), layout.named(), most);
    if (layout.dialect().header()) {
      splitter.next(new RecordBlock(STEP, 1), 1);
    }
  }

  /** Goes to the next record; false when there is none. Those that are no rows come before the rows around them. */
  public boolean next() throws IOException {
    while (rejects.isEmpty() && row + 1 >= batch.rows()) {
      boolean filled = splitter.next(block, most);
      rejects.addAll(feed.takeRejects());
      rejects.addAll(block.rejects);
      if (!filled && rejects.isEmpty()) {
        return false;
      }
      List<Reject> misshapen = new ArrayList<>();
      batch.split(block, 0, block.count, misshapen);
      rejects.addAll(misshapen);
      row = -1;
    }
    reject = rejects.poll();
    row += reject == null ? 1 : 0;
    return true;
  }

  /** The record as it stands where it is no row, cut at 1,000 characters; null where it is one. */
  public @Nullable String reject() {
    return reject == null ? null : reject.raw();
  }

  /** Adds a cell of the row to a record. */
  public void write(int column, RecordBuffer into) {
    int start = batch.start(row, column);
    int end = batch.end(row, column);
    if (batch.quoted(start) || breaks(batch.bytes(), start, end)) {
      into.text(batch.bytes(), start, end);
    } else {
      into.plain(batch.bytes(), start, end);
    }
  }

  /** Whether a cell without quotes would not stay one between commas. */
  private static boolean breaks(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == ',' || b[i] == '"' || b[i] == '\n' || b[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Bytes of the source taken so far. Any thread may ask. */
  public long taken() {
    return feed.taken();
  }

  @Override
  public void close() throws IOException {
    feed.close();
  }
}
