package app.parcelle.engine.evaluate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** Reads rows of one column mostly in ascending order, a piece of a chunk at a time. Not safe between threads. */
final class RowCursor {
  private static final int BITS = 10;
  /** So few that they stay in the processor's nearest cache. */
  private static final int PIECE = 1 << BITS;

  private final Dataset data;
  private final TableVersion table;
  private final Column column;
  private final TableVersion.Run run;
  private final boolean sparse;
  private final long[] values = new long[PIECE];
  private int piece = -1;
  private int index = -1;
  private @Nullable Chunk chunk;
  private long @Nullable [] missing;

  RowCursor(Dataset data, TableVersion table, Column column, TableVersion.Run run) {
    this(data, table, column, run, false);
  }

  /** @param sparse whether few rows are read, so that a piece is not worth its while */
  RowCursor(Dataset data, TableVersion table, Column column, TableVersion.Run run, boolean sparse) {
    this.data = data;
    this.table = table;
    this.column = column;
    this.run = run;
    this.sparse = sparse;
  }

  long at(int row) {
    if (sparse) {
      return load(row).at(row & 0xFFFF);
    }
    if (row >> BITS != piece) {
      loadPiece(row);
    }
    return values[row & (PIECE - 1)];
  }

  boolean missing(int row) {
    if (row >> 16 != index) {
      load(row);
    }
    return missing != null && Bits.get(missing, row & 0xFFFF);
  }

  Chunk chunkOf(int row) {
    return load(row);
  }

  private void loadPiece(int row) {
    Chunk now = load(row);
    piece = row >> BITS;
    int from = row & 0xFFFF & -PIECE;
    now.copyTo(from, Math.min(from + PIECE, now.rows()), values, 0);
  }

  private Chunk load(int row) {
    Chunk now = chunk;
    if (now == null || row >> 16 != index) {
      index = row >> 16;
      now = data.chunk(table, column, run, index);
      missing = now.missing();
      chunk = now;
    }
    return now;
  }
}
