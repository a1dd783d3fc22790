package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.IntakeResult;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.csv.BlockReader.ReadBlock;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableDraft.Reject;

/** Joins blocks to drafts, and hands each over when it holds as many bytes as the budget allows. */
final class DraftAssembler {
  private static final int MOST_ROWS = 1 << 30;

  private final Layout layout;
  private final RejectWatch watch;
  private final List<ColumnAssembler> columns = new ArrayList<>();
  private final ChunkAppender lines = new ChunkAppender();
  private final long budget;
  private final DraftSink sink;
  private List<Reject> rejects = new ArrayList<>();
  private long rejectBytes;
  private int rows;
  private boolean flushed;
  private long stored;
  private long rejected;
  private long undecodable;
  private long beyondAscii;

  DraftAssembler(Layout layout, RejectWatch watch, long budgetBytes, DraftSink sink) {
    this.layout = layout;
    this.watch = watch;
    this.budget = budgetBytes;
    this.sink = sink;
    layout.columns().forEach(c -> columns.add(new ColumnAssembler(c)));
  }

  List<ColumnAssembler> columns() {
    return columns;
  }

  void append(ReadBlock block) {
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).append(block.columns().get(c), rows);
    }
    lines.add(block.lines());
    rows += block.rows();
    stored += block.rows();
    beyondAscii += block.beyondAscii();
    for (Reject reject : block.rejects()) {
      rejects.add(reject);
      watch.see(reject);
      rejected++;
      undecodable += reject.reason() == Reason.UNDECODABLE ? 1 : 0;
      rejectBytes += 64 + 2L * reject.raw().length();
    }
    long bytes = lines.bytes() + rejectBytes;
    for (ColumnAssembler column : columns) {
      bytes += column.bytes();
    }
    if (bytes > budget || rows >= MOST_ROWS) {
      flush();
    }
  }

  /** Rows stored so far. */
  long stored() {
    return stored;
  }

  /** Hands over what is left; at least one draft, so that the columns are known of a table without rows. */
  void finish() {
    watch.finish(stored + rejected);
    if (rows > 0 || !rejects.isEmpty() || !flushed) {
      flush();
    }
  }

  private void flush() {
    sink.accept(
        new TableDraft(rows, columns.stream().map(ColumnAssembler::take).toList(), lines.take(), rejects));
    flushed = true;
    rows = 0;
    rejects = new ArrayList<>();
    rejectBytes = 0;
  }

  long undecodable() {
    return undecodable;
  }

  long beyondAscii() {
    return beyondAscii;
  }

  IntakeResult result() {
    return new IntakeResult(layout.tableName(), layout.kind(),
        columns.stream().map(ColumnAssembler::result).toList(), stored + rejected, stored, rejected,
        TextOptions.FOUND, null);
  }
}
