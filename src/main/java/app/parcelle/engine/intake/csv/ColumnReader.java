package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.ColumnDraft.InvalidCell;
import app.parcelle.engine.table.Dictionary;

/** Reads the cells of one column in a block into 64-bit values. Belongs to one thread; used for one block after another. */
abstract class ColumnReader {
  final ColumnPlan plan;
  final Tally tally = new Tally();
  long[] values = new long[64];
  /** Set when the block is merged; see {@link ColumnAssembler.Piece}. */
  int sharedTexts;
  boolean stillAmbiguous;
  private long @Nullable [] missing;
  private long @Nullable [] invalid;
  private List<InvalidCell> invalidCells = new ArrayList<>();
  private int rows;

  ColumnReader(ColumnPlan plan) {
    this.plan = plan;
  }

  static ColumnReader of(ColumnPlan plan, ZoneId zone) {
    return switch (plan.format()) {
      case Format.Texts texts -> new TextReader(plan, texts);
      case Format.Unseen unseen -> new TextReader(plan, new Format.Texts(true, false, false));
      case Format.Numbered numbered -> new NumberedReader(plan, numbered);
      case Format.Numbers numbers -> new NumberReader(plan, numbers);
      case Format.YesNo yesNo -> new YesNoReader(plan);
      case Format.Dates dates -> new DateReader(plan, dates, zone);
    };
  }

  /** Reads a column of a batch behind the rows read so far. */
  final void read(FieldBatch batch, int column) {
    int count = batch.rows();
    if (rows + count > values.length) {
      values = java.util.Arrays.copyOf(values,
          Math.max(rows + count, Math.min(2 * values.length, Chunk.ROWS)));
    }
    byte[] b = batch.bytes();
    int[] starts = batch.starts();
    int[] ends = batch.ends();
    int width = batch.columns();
    int field = column;
    for (int row = rows; row < rows + count; row++, field += width) {
      if (!plainly(b, starts[field], ends[field], row)) {
        closely(batch, row, starts[field], ends[field]);
      }
    }
    rows += count;
    tally.valid = rows - tally.missing;
  }

  /**
   * Stores the value of a cell at {@code values[row]} where it is written as most are; false where it has to be looked at more
   * closely. Eight bytes behind {@code to} exist.
   */
  abstract boolean plainly(byte[] b, int from, int to, int row);

  /** The same for a cell written in any way, without the white around it; it is not nothing. False where it is no value. */
  abstract boolean closely(byte[] b, int from, int to, int row);

  private void closely(FieldBatch batch, int row, int start, int end) {
    byte[] b = batch.bytes();
    int from = Cells.trimStart(b, start, end);
    int to = Cells.trimEnd(b, from, end);
    boolean nothing = Cells.isNothing(b, from, to, batch.quoted(start));
    if (nothing || !closely(b, from, to, row)) {
      values[row] = 0;
      missing = with(missing, row);
      tally.missing++;
      if (!nothing) {
        tally.invalid++;
        tally.marks += Cells.isMark(b, from, to) ? 1 : 0;
        invalid = with(invalid, row);
        invalidCells.add(new InvalidCell(row, new String(b, from, to - from, UTF_8)));
      }
    }
  }

  /** To be called behind the last batch of a block. */
  void finish() {}

  private static long[] with(long @Nullable [] bits, int row) {
    long[] wide = bits == null ? Bits.of(Math.max(Chunk.ROWS, row + 1)) : bits;
    if (row >> 6 >= wide.length) {
      wide = java.util.Arrays.copyOf(wide, Math.max(wide.length * 2, Bits.words(row + 1)));
    }
    Bits.set(wide, row);
    return wide;
  }

  final boolean isMissing(int row) {
    return missing != null && row >> 6 < missing.length && Bits.get(missing, row);
  }

  final boolean isInvalid(int row) {
    return invalid != null && row >> 6 < invalid.length && Bits.get(invalid, row);
  }

  final int rows() {
    return rows;
  }

  final List<InvalidCell> invalidCells() {
    return invalidCells;
  }

  /** The values so far, packed. */
  final Chunk pack(@Nullable Dictionary dictionary) {
    return Chunk.pack(values, rows, exact(missing), exact(invalid), dictionary);
  }

  private long @Nullable [] exact(long @Nullable [] bits) {
    return bits == null ? null : java.util.Arrays.copyOf(bits, Bits.words(rows));
  }

  /** Forgets the block. */
  void clear() {
    rows = 0;
    missing = null;
    invalid = null;
    invalidCells = new ArrayList<>();
    tally.clear();
  }
}
