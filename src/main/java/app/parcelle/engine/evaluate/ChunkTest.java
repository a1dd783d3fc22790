package app.parcelle.engine.evaluate;

import app.parcelle.engine.table.Chunk;

/** A test of one column's values, a chunk at a time. */
interface ChunkTest {
  /**
   * Marks the rows whose value passes. What it writes for missing rows means nothing.
   *
   * @param bits receives one bit a row, from {@code firstWord} on; overwritten
   */
  void mark(Chunk chunk, long[] bits, int firstWord);
}
