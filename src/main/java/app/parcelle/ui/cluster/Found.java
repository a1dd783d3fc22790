package app.parcelle.ui.cluster;

import java.util.List;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.engine.cluster.explain.Personas;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.project.CustomerClustering;
import app.parcelle.engine.segment.Field;

/**
 * Clusters that were found, and of what.
 *
 * @param asked as the person asked, the number of clusters left open where it was
 * @param fields in the order of the request
 * @param personas each cluster in words
 */
record Found(ClusterRequest asked, CustomerClustering clustering, List<Field> fields,
    List<Persona> personas) {
  static Found of(ClusterRequest asked, CustomerClustering clustering, List<Field> fields) {
    return new Found(asked, clustering, fields, Personas.of(clustering.result().portraits(), fields));
  }

  ClusterResult result() {
    return clustering.result();
  }

  /** How many customers are in a cluster. */
  int clustered() {
    return result().portraits().stream().mapToInt(Portrait::size).sum();
  }

  double share(Portrait portrait) {
    return (double) portrait.size() / clustered();
  }
}
