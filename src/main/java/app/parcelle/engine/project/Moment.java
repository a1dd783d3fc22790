package app.parcelle.engine.project;

import java.time.Clock;
import java.util.List;

import app.parcelle.engine.evaluate.Evaluator;
import app.parcelle.engine.evaluate.Fields;
import app.parcelle.engine.evaluate.Results;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Stored;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** One state of a project, present or about to be, and what is computed of it. */
record Moment(Stored.State state, Dataset data, Fields fields, Evaluator evaluator, Results results,
    ProjectView view) {

  static Moment present(ProjectStore store, Results results, Clock clock) {
    return of(store, store.state(), store.data(), results, clock);
  }

  static Moment of(ProjectStore store, Stored.State state, Dataset data, Results results, Clock clock) {
    KeptThings kept = new KeptThings(store, state);
    Fields fields = new Fields(data.tables(),
        state.clusterings().stream().map(c -> new Fields.ClusterName(c.id(), c.name())).toList(),
        kept.named());
    Evaluator evaluator = new Evaluator(data, fields, kept, results, clock);
    return new Moment(state, data, fields, evaluator, results, view(store, state, data, evaluator));
  }

  private static ProjectView view(ProjectStore store, Stored.State state, Dataset data, Evaluator evaluator) {
    List<ProjectView.SavedSegment> segments = state.segments()
        .stream()
        .map(s -> new ProjectView.SavedSegment(s.id(), SegmentJson.read(s.document())))
        .toList();
    List<ProjectView.SavedClustering> clusterings = state.clusterings()
        .stream()
        .map(SavedClusteringJson::read)
        .toList();
    return new ProjectView(name(store), data.zone(), data.tables(), segments, clusterings, state.filings(),
        data.customers().size(),
        evaluator.baseCount(new Segment.Reference.Project(), JobContext.silent()), store.saved());
  }

  static String name(ProjectStore store) {
    String file = String.valueOf(store.path().getFileName());
    return file.endsWith(".parcelle") ? file.substring(0, file.length() - ".parcelle".length()) : file;
  }

  /** @throws Problem when there is no such segment */
  ProjectView.SavedSegment saved(String id) {
    return view.segments()
        .stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("project.no-segment", id)));
  }

  /** The document of a segment.
   *
   * @throws Problem when there is no such segment */
  Stored.SavedDocument segment(String id) {
    return state.segments()
        .stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("project.no-segment", id)));
  }

  /** @throws Problem when there is no such table */
  TableVersion table(String id) {
    return data.tables()
        .stream()
        .filter(t -> t.tableId().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("project.no-table", id)));
  }
}
