package app.parcelle.engine.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Mending;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.store.Batch;
import app.parcelle.engine.store.Remark;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;

/** Writes what imports into a table have not understood as CSV, in the order of the sources. */
public final class RemarksCsv {
  private static final int PAGE = 10_000;

  private final Mending mending;
  private final TableVersion table;
  private final List<Batch> batches;
  private final JobContext job;

  private RemarksCsv(Project project, TableVersion table, JobContext job) {
    this.mending = project.mending();
    this.table = table;
    this.batches = project.imports().batches(table.tableId());
    this.job = job;
  }

  /**
   * The records that are no rows: source, line, reason, text. Returns how many.
   *
   * @throws app.parcelle.engine.message.Problem when the file cannot be written
   */
  public static long rejects(Project project, TableVersion table, Path to, JobContext job) {
    RemarksCsv csv = new RemarksCsv(project, table, job);
    return written(to, csv::rejects);
  }

  /**
   * The cells that do not fit their columns: source, line, column, text. Returns how many.
   *
   * @throws app.parcelle.engine.message.Problem when the file cannot be written
   */
  public static long cells(Project project, TableVersion table, Path to, JobContext job) {
    RemarksCsv csv = new RemarksCsv(project, table, job);
    return written(to, csv::cells);
  }

  private interface Writing {
    long to(Writer out) throws IOException;
  }

  private static long written(Path to, Writing writing) {
    long[] rows = {0};
    AtomicFile.write(to, stream -> {
      Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
      rows[0] = writing.to(out);
      out.flush();
    });
    return rows[0];
  }

  private long rejects(Writer out) throws IOException {
    CsvText.line(out, List.of("source", "line", "reason", "raw"));
    long rows = 0;
    List<Remark.Rejected> page = mending.rejects(table.tableId(), null, PAGE);
    while (!page.isEmpty()) {
      job.throwIfCancelled();
      for (Remark.Rejected record : page) {
        CsvText.line(out,
            List.of(source(record), Long.toString(record.line()), record.reason().id(), record.raw()));
      }
      rows += page.size();
      page = mending.rejects(table.tableId(), page.getLast(), PAGE);
    }
    return rows;
  }

  private long cells(Writer out) throws IOException {
    CsvText.line(out, List.of("source", "line", "column", "raw"));
    long rows = 0;
    List<Remark.InvalidCell> page = mending.cells(table.tableId(), null, null, PAGE);
    while (!page.isEmpty()) {
      job.throwIfCancelled();
      for (Remark.InvalidCell cell : page) {
        String column = table.withId(cell.columnId()).map(Column::name).orElse(cell.columnId());
        CsvText.line(out, List.of(source(cell), Long.toString(cell.line()), column, cell.raw()));
      }
      rows += page.size();
      page = mending.cells(table.tableId(), null, page.getLast(), PAGE);
    }
    return rows;
  }

  private String source(Remark remark) {
    return batches.get(remark.batch()).source();
  }
}
