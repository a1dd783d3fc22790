package app.parcelle.engine.store;

import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;

/** Walks through the values of one column of a run, or of those rows of it that are kept, with one chunk in memory at a time. */
final class ChunkCursor {
  private final IntFunction<Chunk> chunks;
  private final long @Nullable [] kept;
  private int position = -1;
  private Chunk chunk = new Chunk(0, 0, 1, null, 0, 0, null, null, null);
  private int loaded;
  private int row = -1;

  /** @param chunks by index, in order; of any number of rows each */
  ChunkCursor(IntFunction<Chunk> chunks) {
    this(chunks, null);
  }

  /** @param kept rows of the run; null for all */
  ChunkCursor(IntFunction<Chunk> chunks, long @Nullable [] kept) {
    this.chunks = chunks;
    this.kept = kept;
  }

  /** Goes to the next value; the first time, to the first. There has to be one. */
  void next() {
    step();
    while (kept != null && !Bits.get(kept, position)) {
      step();
    }
  }

  private void step() {
    position++;
    row++;
    while (row == chunk.rows()) {
      chunk = chunks.apply(loaded++);
      row = 0;
    }
  }

  long value() {
    return chunk.at(row);
  }

  boolean isMissing() {
    return chunk.isMissing(row);
  }

  boolean isInvalid() {
    return chunk.isInvalid(row);
  }

  @Nullable
  Dictionary dictionary() {
    return chunk.dictionary();
  }
}
