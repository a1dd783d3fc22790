package app.parcelle.engine.project;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.importance.Importances;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** Which fields of customers matter: for clusters that were found, or for another field. */
public final class FieldImportance {
  private FieldImportance() {}

  /** For clusters, of the fields they were looked for in; see {@link Importances#forClusters}. */
  public static Importances of(CustomerClustering found, JobContext job) {
    job.progress(0, 1, Message.of("cluster.progress.importance"));
    ClusterResult result = found.result();
    try (Workers workers = new Workers(Clusterings.threads())) {
      return Importances.forClusters(result.sheet(), result.prepared(), result.partition().labels(),
          result.partition().model(), result.request().seed(), workers, job);
    }
  }

  /**
   * For a field; see {@link Importances#forTarget}.
   *
   * @param target of the same customers as the sheet, none of its columns
   */
  public static Importances of(Sheet sheet, Sheet.Source target, long seed, JobContext job) {
    job.progress(0, 1, Message.of("cluster.progress.importance"));
    try (Workers workers = new Workers(Clusterings.threads())) {
      return Importances.forTarget(sheet, target, seed, workers, job);
    }
  }
}
