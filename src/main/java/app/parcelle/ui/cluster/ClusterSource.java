package app.parcelle.ui.cluster;

import java.util.List;
import java.util.Optional;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Trait;

/** The part of a project that clusters its customers. */
interface ClusterSource {
  FieldCatalog fields();

  /** One row of the result a customer number. */
  ClusterResult cluster(ClusterRequest request, JobContext job);

  /** What each customer has spent, by customer number, NaN where nothing is known; empty where there is no amount. */
  Optional<double[]> amounts(JobContext job);

  /**
   * Returns the stable id.
   *
   * @param names of the clusters, blank where nothing was said
   */
  String save(String name, ClusterRequest request, ClusterResult result, List<String> names);

  /** Names the clusters of what was saved under that id. */
  void nameClusters(String id, List<String> names);

  static ClusterSource of(Project project) {
    return new ClusterSource() {
      @Override
      public FieldCatalog fields() {
        return project.fields();
      }

      @Override
      public ClusterResult cluster(ClusterRequest request, JobContext job) {
        return project.cluster(request, job);
      }

      @Override
      public Optional<double[]> amounts(JobContext job) {
        return project.fields()
            .fields()
            .stream()
            .filter(field -> field instanceof Field.OfTrait trait && trait.trait() == Trait.MONETARY)
            .findFirst()
            .map(field -> project.column(field, new Segment.Reference.Project(), job).numbers());
      }

      @Override
      public String save(String name, ClusterRequest request, ClusterResult result, List<String> names) {
        return project.saveClustering(name, request, result, names);
      }

      @Override
      public void nameClusters(String id, List<String> names) {
        project.nameClusters(id, names);
      }
    };
  }
}
