package app.parcelle.ui.cluster;

import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.Clusterings.Refreshed;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.ui.job.JobRunner;

/** The clusterings that the project keeps: renamed, removed, given to new customers. */
final class KeptClusterings {
  private static final String KEY = "clusters-kept";

  private final ClusterSource source;
  private final JobRunner jobs;
  private final ClusterViewModel.After after;
  private final ObservableList<SavedClustering> all = FXCollections.observableArrayList();

  KeptClusterings(ClusterSource source, JobRunner jobs, ClusterViewModel.After after) {
    this.source = source;
    this.jobs = jobs;
    this.after = after;
    refresh();
  }

  /** Looks at the project again. */
  void refresh() {
    if (!source.saved().equals(all)) {
      all.setAll(source.saved());
    }
  }

  ObservableList<SavedClustering> all() {
    return all;
  }

  void rename(SavedClustering kept, String name) {
    change(Message.of("clusters.job.save"), _ -> {
      source.rename(kept.id(), name);
      return Message.of("clusters.saved.renamed", name.strip());
    });
  }

  /** The project's journal can take it back. */
  void remove(SavedClustering kept) {
    change(Message.of("clusters.job.save"), _ -> {
      source.remove(kept.id());
      return Message.of("clusters.saved.removed", kept.name());
    });
  }

  /** Assigns today's customers to its clusters, and tells how many have entered, moved and left. */
  void assign(SavedClustering kept) {
    change(Message.of("clusters.job.refresh"), job -> {
      Refreshed done = source.refresh(kept.id(), job);
      return Message.of("clusters.saved.refreshed", kept.name(), done.assigned(), done.entered(),
          done.moved(),
          done.left());
    });
  }

  private void change(Message what, Function<JobContext, Message> work) {
    jobs.run(KEY, what, work::apply, said -> {
      refresh();
      after.changed().run();
      after.say().accept(said);
    }, after.complain());
  }
}
