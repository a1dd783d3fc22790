package app.parcelle.ui.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.engine.cluster.explain.Personas;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.cluster.explain.Portraits;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.CustomerClustering;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Bits;

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

  /** The cluster of each point of the prepared rows, from 1; 0 for none. */
  int[] clusters() {
    int[] clusters = new int[result().points().rows()];
    Arrays.setAll(clusters, result()::clusterOfPoint);
    return clusters;
  }

  /** The columns of the sheet that hold numbers. */
  List<Integer> numbers() {
    List<Sheet.Source> columns = result().sheet().columns();
    return IntStream.range(0, columns.size())
        .filter(column -> columns.get(column) instanceof Sheet.Numbers)
        .boxed()
        .toList();
  }

  /** The values of one of {@link #numbers} as they were before preparation, one a point; NaN where missing. */
  double[] values(int column) {
    double[] all = ((Sheet.Numbers) result().sheet().columns().get(column)).values();
    return Arrays.stream(result().prepared().rowOf()).mapToDouble(row -> all[row]).toArray();
  }

  /**
   * The portrait of some customers against all who are in a cluster; sorts, so that a million take some tenths of a second.
   *
   * @param selected one bit a point
   */
  Portrait portraitOf(long[] selected, JobContext job) {
    int[] sides = new int[result().sheet().rows()];
    int[] rowOf = result().prepared().rowOf();
    for (int point = 0; point < rowOf.length; point++) {
      sides[rowOf[point]] = Bits.get(selected, point) ? 1 : result().clusterOfPoint(point) > 0 ? 2 : 0;
    }
    try (Workers workers = new Workers(result().threads())) {
      return Portraits.of(result().sheet(), sides, 2, null, workers, job).getFirst();
    }
  }

  double share(Portrait portrait) {
    return (double) portrait.size() / clustered();
  }
}
