package app.parcelle.engine.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import app.parcelle.engine.export.ExportReport.SegmentCount;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.PastExport;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Segment;

/** Writes the customers of segments as an Excel workbook: the list, a summary with a chart, and the definition. */
public final class WorkbookExport {
  private WorkbookExport() {}

  /**
   * Writes the workbook beside its place and moves it there when it is whole, replacing what was there; then the project notes
   * that it was handed over.
   *
   * @param segments at least one; a customer of several stands in the list once
   * @throws app.parcelle.engine.message.Problem when a segment cannot be computed, a field is gone, or the file cannot be
   *     written; nothing is left then, nor when cancelled
   */
  public static ExportReport write(Project project, List<Segment> segments, ExportOptions options, Path out,
      JobContext job) {
    return write(project, segments, options, out, out, job);
  }

  /** @param place where the caller will move it: what the project notes */
  public static ExportReport write(Project project, List<Segment> segments, ExportOptions options, Path out,
      Path place, JobContext job) {
    return write(project, segments, List.of(), options, out, place, job);
  }

  /**
   * The same with a sheet of personas.
   *
   * @param personas of a clustering of the project; without any there is no such sheet
   */
  public static ExportReport write(Project project, List<Segment> segments, List<PersonaPage> personas,
      ExportOptions options, Path out, Path place, JobContext job) {
    WorkbookContent content = new Gathering(project, options, job).whole(segments).with(personas);
    ExportReport report = write(content, new Texts(options.locale()), ListSheets.ROWS, out, job);
    project.exported(new PastExport(content.at(), place.toAbsolutePath().normalize().toString(),
        report.rows(), content.segments().stream().map(part -> handedOver(part, project.view())).toList(),
        Objects.requireNonNull(content.fingerprint())));
    return report;
  }

  private static PastExport.OfSegment handedOver(WorkbookContent.Part part, ProjectView now) {
    String id = now.segments()
        .stream()
        .filter(saved -> saved.segment().name().equalsIgnoreCase(part.name()))
        .findFirst()
        .map(SavedSegment::id)
        .orElse(null);
    return new PastExport.OfSegment(part.name(), id, part.json(), part.group().count(), part.base(),
        part.asOf());
  }

  static ExportReport write(WorkbookContent content, Texts texts, int rowsPerSheet, Path out,
      JobContext job) {
    Preflight preflight = Preflight.of(content, rowsPerSheet, job);
    WorkbookFile file = new WorkbookFile(content, preflight, texts, rowsPerSheet);
    long bytes = AtomicFile.write(out, stream -> TemporaryFolder
        .during(() -> file.write(new WatchedStream(stream, preflight.bytes(), job), job)));
    return new ExportReport(preflight.rows(), preflight.columns(), file.sheets(), bytes,
        content.segments()
            .stream()
            .map(part -> new SegmentCount(part.name(), part.group().count(), part.base(), part.asOf()))
            .toList(),
        preflight.notes());
  }
}
