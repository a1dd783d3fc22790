package app.parcelle.ui.segment;

import java.util.List;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.project.SegmentUse;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Dataset;

/** What the builder asks of a project; may be called from any thread. */
interface Audiences {
  ProjectView view();

  FieldCatalog fields();

  Evaluation evaluate(Segment segment, JobContext job);

  Explanation explain(Segment segment, String customerKey, JobContext job);

  FieldColumn column(Field field, Segment.Reference reference, JobContext job);

  Dataset data();

  /** Saves a segment under its name and returns its id. */
  String save(Segment segment);

  /** Gives a saved segment another name; its id stays. */
  void rename(String segmentId, String name);

  void remove(String segmentId);

  /** The names of the segments that cannot be computed without this one. */
  default List<String> needing(String segmentId) {
    return List.of();
  }

  default Keeping keeping() {
    return Keeping.NOTHING;
  }

  static Audiences of(Project project) {
    return new Audiences() {
      @Override
      public Keeping keeping() {
        return Keeping.of(project);
      }

      @Override
      public ProjectView view() {
        return project.view();
      }

      @Override
      public FieldCatalog fields() {
        return project.fields();
      }

      @Override
      public Evaluation evaluate(Segment segment, JobContext job) {
        return project.evaluate(segment, job);
      }

      @Override
      public Explanation explain(Segment segment, String customerKey, JobContext job) {
        return project.explain(segment, customerKey, job);
      }

      @Override
      public FieldColumn column(Field field, Segment.Reference reference, JobContext job) {
        return project.column(field, reference, job);
      }

      @Override
      public Dataset data() {
        return project.data();
      }

      @Override
      public String save(Segment segment) {
        return project.save(segment);
      }

      @Override
      public void rename(String segmentId, String name) {
        project.rename(segmentId, name);
      }

      @Override
      public void remove(String segmentId) {
        project.removeSegment(segmentId);
      }

      @Override
      public List<String> needing(String segmentId) {
        return project.organising()
            .uses(segmentId)
            .stream()
            .filter(use -> use.kind() == SegmentUse.Kind.SEGMENT)
            .map(SegmentUse::name)
            .toList();
      }
    };
  }
}
