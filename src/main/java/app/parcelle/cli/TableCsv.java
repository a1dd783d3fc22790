package app.parcelle.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

import app.parcelle.engine.export.AtomicFile;
import app.parcelle.engine.export.CsvText;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.store.RawTexts;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.ValueText;

/**
 * Writes a table as CSV: its own columns, not the derived ones; decimals with a point, days and times as ISO 8601 has them,
 * times in the project's zone. Cells that could not be understood are written with the text they had; missing ones are empty.
 * Rows stand in the order of the store: by customer, then time.
 */
final class TableCsv {
  /** Rows whose texts that were not understood are held at once. */
  private static final int STRIDE = 4096;

  private final Project project;
  private final Dataset data;
  private final TableVersion table;
  private final List<Column> columns;
  private final JobContext job;

  private TableCsv(Project project, TableVersion table, boolean added, JobContext job) {
    this.project = project;
    this.data = project.data();
    this.table = table;
    this.columns = table.columns().stream().filter(c -> added || c.isOwn()).toList();
    this.job = job;
  }

  /**
   * Writes the file whole or not at all. Returns how many rows it has, the header not counted.
   *
   * @param added whether columns that the project has added to the file's own are written too
   * @throws app.parcelle.engine.message.Problem when it cannot be written
   */
  static long write(Project project, TableVersion table, Path to, boolean added, JobContext job) {
    TableCsv csv = new TableCsv(project, table, added, job);
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
        int rows = chunks.isEmpty() ? 0 : chunks.getFirst().rows();
        for (int from = 0; from < rows; from += STRIDE) {
          job.throwIfCancelled();
          job.progress(done, table.rows(), Message.of("cli.writing", table.name()));
          int to = Math.min(rows, from + STRIDE);
          rows(out, chunks, from, to, project.rawTexts(table, run, index, invalid(chunks, from, to)));
          done += to - from;
        }
      }
    }
  }

  private static BitSet invalid(List<Chunk> chunks, int from, int to) {
    BitSet rows = new BitSet();
    for (Chunk chunk : chunks) {
      for (int row = from; row < to && chunk.invalid() != null; row++) {
        if (chunk.isInvalid(row)) {
          rows.set(row);
        }
      }
    }
    return rows;
  }

  private void rows(Writer out, List<Chunk> chunks, int from, int to, RawTexts raw) throws IOException {
    for (int row = from; row < to; row++) {
      for (int c = 0; c < chunks.size(); c++) {
        if (c > 0) {
          out.write(',');
        }
        Chunk chunk = chunks.get(c);
        if (chunk.isInvalid(row)) {
          out.write(CsvText.field(raw.at(columns.get(c), row)));
        } else if (!chunk.isMissing(row)) {
          out.write(text(columns.get(c), chunk, row));
        } else if (chunks.size() == 1) {
          // an empty line would be no row
          out.write("\"\"");
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
