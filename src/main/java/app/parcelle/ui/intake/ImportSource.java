package app.parcelle.ui.intake;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.project.Fit;
import app.parcelle.engine.project.PendingImport;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.RefreshReport;
import app.parcelle.engine.project.SavedImport;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;

/** The part of a project that takes data in. */
interface ImportSource {
  ImportPreview preview(Origin origin, ImportOptions options, JobContext job);

  ImportReport importFrom(Origin origin, ImportOptions options, JobContext job);

  /** The tables that rows can go into. */
  List<TableVersion> tables();

  /**
   * How a source that has been looked at fits a table.
   *
   * @param keyColumn the id of the column by which the table is to be updated; null where it is not
   */
  Fit fit(String tableId, @Nullable String keyColumn, ImportPreview preview);

  /** The column by which a table would be updated where nobody says otherwise. */
  Optional<Column> usualKey(String tableId);

  /** How the rows of a table were imported last. */
  Optional<SavedImport> saved(String tableId);

  /** Links that a source may have to the tables there are, the most likely first. */
  List<LinkProposal> propose(Origin origin, ImportOptions options, JobContext job);

  /** Imports into a table, but for the last step. */
  Pending prepare(Origin origin, ImportOptions options, Destination destination, JobContext job);

  /** An import done but for its last step; closed without {@link #keep}, it leaves nothing. */
  interface Pending extends AutoCloseable {
    RefreshReport report();

    void keep();

    @Override
    void close();
  }

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

      @Override
      public List<TableVersion> tables() {
        return project.view().tables();
      }

      @Override
      public Fit fit(String tableId, @Nullable String keyColumn, ImportPreview preview) {
        return project.imports().fit(tableId, keyColumn, preview);
      }

      @Override
      public Optional<Column> usualKey(String tableId) {
        return project.imports().usualKey(tableId);
      }

      @Override
      public Optional<SavedImport> saved(String tableId) {
        return project.imports().saved(tableId);
      }

      @Override
      public List<LinkProposal> propose(Origin origin, ImportOptions options, JobContext job) {
        return project.links().propose(origin, options, job);
      }

      @Override
      public Pending prepare(Origin origin, ImportOptions options, Destination destination, JobContext job) {
        return pending(project.imports().prepare(origin, options, destination, job));
      }
    };
  }

  private static Pending pending(PendingImport prepared) {
    return new Pending() {
      @Override
      public RefreshReport report() {
        return prepared.report();
      }

      @Override
      public void keep() {
        prepared.keep();
      }

      @Override
      public void close() {
        prepared.close();
      }
    };
  }
}
