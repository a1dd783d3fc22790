package app.parcelle.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import app.parcelle.engine.export.AtomicFile;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Column.Origin;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.ValueText;

/**
 * Writes a table as CSV: its own columns, not the derived ones; decimals with a point, days and times as ISO 8601 has them,
 * times in the project's zone. Cells that are missing or could not be understood are empty. Rows stand in the order of the
 * store: by customer, then time.
 */
final class TableCsv {
  private final Dataset data;
  private final TableVersion table;
  private final List<Column> columns;
  private final JobContext job;

  private TableCsv(Dataset data, TableVersion table, JobContext job) {
    this.data = data;
    this.table = table;
    this.columns = table.columns().stream().filter(c -> c.origin() != Origin.AMOUNT).toList();
    this.job = job;
  }

  /**
   * Writes the file whole or not at all. Returns how many rows it has, the header not counted.
   *
   * @throws app.parcelle.engine.message.Problem when it cannot be written
   */
  static long write(Dataset data, TableVersion table, Path to, JobContext job) {
    TableCsv csv = new TableCsv(data, table, job);
    AtomicFile.write(to, stream -> {
      Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
      csv.write(out);
      out.flush();
    });
    return table.rows();
  }

  private void write(Writer out) throws IOException {
    CsvText.line(out, columns.stream().map(Column::name).toList());
    long done = 0;
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        int at = index;
        List<Chunk> chunks = columns.stream().map(c -> data.chunk(table, c, run, at)).toList();
        job.throwIfCancelled();
        job.progress(done, table.rows(), Message.of("cli.writing", table.name()));
        rows(out, chunks);
        done += chunks.isEmpty() ? 0 : chunks.getFirst().rows();
      }
    }
  }

  private void rows(Writer out, List<Chunk> chunks) throws IOException {
    for (int row = 0; row < chunks.getFirst().rows(); row++) {
      for (int c = 0; c < chunks.size(); c++) {
        if (c > 0) {
          out.write(',');
        }
        Chunk chunk = chunks.get(c);
        if (!chunk.isMissing(row)) {
          out.write(text(columns.get(c), chunk, row));
        }
      }
      out.write('\n');
    }
  }

  private String text(Column column, Chunk chunk, int row) {
    long value = chunk.at(row);
    return column.type().isText()
        ? CsvText.field(Objects.requireNonNull(chunk.dictionary()).text(value))
        : ValueText.of(column, value, data.zone());
  }
}
