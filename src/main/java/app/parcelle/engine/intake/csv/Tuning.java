package app.parcelle.engine.intake.csv;

import app.parcelle.engine.table.Chunk;

/**
 * Sizes that change how fast a file is read, and never what is read.
 *
 * @param step bytes read from the file at once
 * @param mostRecords records that one thread takes at once
 */
record Tuning(int step, int mostRecords) {
  static final Tuning USUAL = new Tuning(1 << 18, Chunk.ROWS);

  /** So that the values of a block of a very wide file fit into memory too. */
  private static final int MOST_CELLS = 1 << 21;

  int records(int columns) {
    return Math.max(1, Math.min(mostRecords, MOST_CELLS / columns));
  }
}
