package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.TableDraft.Reject;

/** Turns one block of records after another into columns of values. Belongs to one thread. */
final class BlockReader {
  /** The bytes of so many rows stay in the processor's cache while column after column is read. */
  private static final int BATCH_CELLS = 1 << 14;

  final RecordBlock block;
  private final FieldBatch batch;
  private final int batchRows;
  private final List<ColumnReader> columns = new ArrayList<>();
  private long[] lines;
  private int rows;
  private long beyondAscii;
  private List<Reject> rejects = new ArrayList<>();

  BlockReader(Layout layout, ZoneId zone, int records) {
    int width = layout.columns().size();
    batchRows = Math.max(1, Math.min(records, BATCH_CELLS / width));
    block = new RecordBlock(1 << 20, Math.min(records, 1 << 12));
    batch = new FieldBatch(layout.dialect(), width, layout.named(), batchRows);
    lines = new long[0];
    layout.columns().forEach(c -> columns.add(ColumnReader.of(c, zone)));
  }

  List<ColumnReader> columns() {
    return columns;
  }

  /** Fills the block; false at the end of the file. */
  boolean fill(RecordSplitter splitter, int records) throws IOException {
    return splitter.next(block, records);
  }

  /** Reads the cells of the block. */
  void read() {
    columns.forEach(ColumnReader::clear);
    rows = 0;
    long before = batch.beyondAscii();
    rejects = new ArrayList<>(block.rejects);
    if (lines.length < block.count) {
      lines = new long[block.count];
    }
    for (int from = 0; from < block.count; from += batchRows) {
      batch.split(block, from, Math.min(from + batchRows, block.count), rejects);
      for (int c = 0; c < columns.size(); c++) {
        columns.get(c).read(batch, c);
      }
      for (int r = 0; r < batch.rows(); r++) {
        lines[rows++] = batch.line(r);
      }
    }
    columns.forEach(ColumnReader::finish);
    beyondAscii = batch.beyondAscii() - before;
    rejects.sort(Comparator.comparingLong(Reject::line));
  }

  /** What was read, packed, once every column has been merged. */
  ReadBlock pack() {
    List<ColumnAssembler.Piece> pieces = new ArrayList<>(columns.size());
    for (ColumnReader column : columns) {
      pieces.add(ColumnAssembler.pack(column));
    }
    return new ReadBlock(rows, pieces, Chunk.pack(lines, rows, null, null, null), rejects, beyondAscii);
  }

  /**
   * A block as columns, packed.
   *
   * @param beyondAscii records with characters beyond ASCII
   */
  record ReadBlock(int rows, List<ColumnAssembler.Piece> columns, Chunk lines, List<Reject> rejects,
      long beyondAscii) {}
}
