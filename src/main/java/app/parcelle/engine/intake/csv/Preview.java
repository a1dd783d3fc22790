package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.Cell;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.intake.ImportPreview.Question;

/** Shows what an inspection has found. */
final class Preview {
  private static final int RAW_LINES = 20;
  private static final int RAW_CHARACTERS = 2_000;
  private static final int ROWS = 50;

  private Preview() {}

  static ImportPreview of(Inspection found, ZoneId zone) {
    Layout layout = found.layout();
    List<FieldBatch> batches = found.table().batches();
    int shown = batches.isEmpty() ? 0 : Math.min(ROWS, batches.getFirst().rows());
    List<List<Cell>> rows = new ArrayList<>();
    for (int r = 0; r < shown; r++) {
      rows.add(new ArrayList<>());
    }
    List<PreviewColumn> columns = new ArrayList<>();
    for (int c = 0; c < layout.columns().size(); c++) {
      ColumnReader reader = ColumnReader.of(layout.columns().get(c), zone);
      for (FieldBatch batch : batches) {
        reader.read(batch, c);
      }
      for (int r = 0; r < shown; r++) {
        rows.get(r).add(cell(batches.getFirst(), r, c, reader));
      }
      columns.add(column(layout.columns().get(c), reader, batches, c));
    }
    return new ImportPreview(found.source().name(), found.source().bytes(), found.estimatedRows(),
        found.said(), layout.tableName(), layout.kind(), columns, raw(found.text()), rows,
        found.source().parts(), found.source().part(), found.source().isRecords(), found.source().notes(),
        found.preset());
  }

  private static PreviewColumn column(ColumnPlan plan, ColumnReader reader, List<FieldBatch> batches,
      int column) {
    Tally tally = reader.tally;
    Format other = plan.other();
    Question question = other != null && tally.ambiguous(plan)
        ? TwoReadings.question(plan.format(), other, batches, column)
        : null;
    return new PreviewColumn(plan.name(), plan.type(), plan.role(), tally.meaning(plan), question,
        plan.format().shown(), (int) (tally.missing - tally.invalid), (int) tally.invalid, reader.rows());
  }

  private static Cell cell(FieldBatch batch, int row, int column, ColumnReader reader) {
    int start = batch.start(row, column);
    byte[] b = batch.bytes();
    int from = Cells.trimStart(b, start, batch.end(row, column));
    int to = Cells.trimEnd(b, from, batch.end(row, column));
    boolean invalid = reader.isInvalid(row);
    return new Cell(new String(b, from, to - from, UTF_8), reader.isMissing(row) && !invalid, invalid);
  }

  /** The first lines as they stand. */
  private static List<String> raw(byte[] head) {
    List<String> lines = new ArrayList<>();
    int length = head.length - RecordBlock.PADDING;
    int p = 0;
    while (p < length && lines.size() < RAW_LINES) {
      int end = p;
      while (end < length && head[end] != '\n' && head[end] != '\r') {
        end++;
      }
      String line = new String(head, p, Math.min(end - p, 4 * RAW_CHARACTERS), UTF_8);
      lines.add(line.length() <= RAW_CHARACTERS ? line : line.substring(0, RAW_CHARACTERS));
      boolean crlf = end + 1 < length && head[end] == '\r' && head[end + 1] == '\n';
      p = end + (crlf ? 2 : 1);
    }
    return lines;
  }
}
