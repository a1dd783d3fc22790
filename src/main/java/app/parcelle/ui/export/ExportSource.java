package app.parcelle.ui.export;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.export.ExportOptions;
import app.parcelle.engine.export.ExportReport;
import app.parcelle.engine.export.Gathering;
import app.parcelle.engine.export.PersonaPage;
import app.parcelle.engine.export.PersonaPages;
import app.parcelle.engine.export.WorkbookContent;
import app.parcelle.engine.export.WorkbookExport;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.PastExport;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;

/** The part of a project that hands customers over. */
interface ExportSource {
  FieldCatalog fields();

  /** How many customers the segment has; -1 where it cannot be computed. */
  int count(Segment segment, JobContext job);

  /** What the workbook would hold. */
  WorkbookContent content(List<Segment> segments, ExportOptions options, JobContext job);

  /** The personas of a saved clustering, as they would stand in their sheet. */
  List<PersonaPage> personas(String clustering, Texts texts, JobContext job);

  /** @param clustering the id of the saved one whose personas have a sheet; null for none */
  ExportReport write(List<Segment> segments, @Nullable String clustering, ExportOptions options, Path out,
      JobContext job);

  /** What was handed over, the last first. */
  List<PastExport> past();

  static ExportSource of(Project project) {
    return new ExportSource() {
      @Override
      public FieldCatalog fields() {
        return project.fields();
      }

      @Override
      public int count(Segment segment, JobContext job) {
        return project.evaluate(segment, job).count();
      }

      @Override
      public WorkbookContent content(List<Segment> segments, ExportOptions options, JobContext job) {
        return new Gathering(project, options, job).preview(segments);
      }

      @Override
      public List<PersonaPage> personas(String clustering, Texts texts, JobContext job) {
        return PersonaPages.ofSaved(project, clustering, texts, job);
      }

      @Override
      public ExportReport write(List<Segment> segments, @Nullable String clustering, ExportOptions options,
          Path out, JobContext job) {
        List<PersonaPage> personas = clustering == null
            ? List.of()
            : personas(clustering, new Texts(options.locale()), job);
        return WorkbookExport.write(project, segments, personas, options, out, out, job);
      }

      @Override
      public List<PastExport> past() {
        return project.exports();
      }
    };
  }
}
