package app.parcelle.ui.intake;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;

/** The part of a project that takes data in. */
interface ImportSource {
  ImportPreview preview(Origin origin, ImportOptions options, JobContext job);

  ImportReport importFrom(Origin origin, ImportOptions options, JobContext job);

  static ImportSource of(Project project) {
    return new ImportSource() {
      @Override
      public ImportPreview preview(Origin origin, ImportOptions options, JobContext job) {
        return project.preview(origin, options, job);
      }

      @Override
      public ImportReport importFrom(Origin origin, ImportOptions options, JobContext job) {
        return project.importFrom(origin, options, job);
      }
    };
  }
}
