package app.parcelle.ui.value;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmReport;

/** The part of a project whose customers can be scored. */
interface ValueSource {
  /** Tables of events whose purchases can be scored. */
  List<TableVersion> tables();

  /** The model that the project keeps. */
  Optional<RfmModel> kept();

  void keep(@Nullable RfmModel model);

  RfmReport report(RfmModel model, Segment.Reference reference, JobContext job);

  static ValueSource of(Project project) {
    return new ValueSource() {
      @Override
      public List<TableVersion> tables() {
        return project.view()
            .tables()
            .stream()
            .filter(table -> table.kind() == TableKind.EVENTS && project.rfm().fits(table))
            .toList();
      }

      @Override
      public Optional<RfmModel> kept() {
        return project.rfm().model();
      }

      @Override
      public void keep(@Nullable RfmModel model) {
        project.rfm().keep(model);
      }

      @Override
      public RfmReport report(RfmModel model, Segment.Reference reference, JobContext job) {
        return project.rfm().report(model, reference, job);
      }
    };
  }
}
