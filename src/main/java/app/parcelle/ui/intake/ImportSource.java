package app.parcelle.ui.intake;

import java.nio.file.Path;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;

/** The part of a project that takes files in. */
interface ImportSource {
  ImportPreview preview(Path file, ImportOptions options, JobContext job);

  ImportReport importFile(Path file, ImportOptions options, JobContext job);

  static ImportSource of(Project project) {
    return new ImportSource() {
      @Override
      public ImportPreview preview(Path file, ImportOptions options, JobContext job) {
        return project.preview(Sources.file(file), options, job);
      }

      @Override
      public ImportReport importFile(Path file, ImportOptions options, JobContext job) {
        return project.importFile(file, options, job);
      }
    };
  }
}
