package app.parcelle.engine.export;

import java.nio.file.Path;
import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;

/** Writes the customers of segments as an Excel workbook: the list, a summary with a chart, and the definition. */
public final class WorkbookExport {
  private WorkbookExport() {}

  /**
   * Writes the workbook beside its place and moves it there when it is whole, replacing what was there.
   *
   * @param segments at least one; a customer of several stands in the list once
   * @throws app.parcelle.engine.message.Problem when a segment cannot be computed, a field is gone, or the file cannot be
   *     written; nothing is left then, nor when cancelled
   */
  public static ExportReport write(Project project, List<Segment> segments, ExportOptions options, Path out,
      JobContext job) {
    throw new UnsupportedOperationException();
  }
}
