package app.parcelle.engine.cluster;

import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.cluster.map.PrincipalAxes;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.prepare.Prepared;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.quality.Choice;

/**
 * Clusters found in a {@link Sheet}. Clusters count from 1, the largest first.
 *
 * @param request with the k that was taken
 * @param byK the partitions compared, for k = 2, 3, ...; only the one taken where none were
 * @param choice what speaks for which k; null where none were compared
 * @param partition the one taken, in its own numbers
 * @param numberOf the cluster of each label of the partition, from 1
 * @param assignment one a row of the sheet: its cluster, or 0 for none
 * @param separation how well the clusters stand apart
 * @param portraits one a cluster
 * @param axes of the map: the two first principal components
 */
public record ClusterResult(ClusterRequest request, Sheet sheet, Prepared prepared, List<Partition> byK,
    @Nullable Choice choice, Partition partition, int[] numberOf, int[] assignment, Separation separation,
    List<Portrait> portraits, PrincipalAxes axes, int threads) {

  public ClusterResult {
    byK = List.copyOf(byK);
    portraits = List.copyOf(portraits);
  }

  /**
   * How well clusters stand apart.
   *
   * @param silhouette -1 to 1; NaN where there is one cluster or none
   * @param rows on how many rows, all or a sample, the silhouette was computed
   * @param daviesBouldin less is better
   * @param calinskiHarabasz more is better
   * @param ofRows one a cluster: the silhouettes of those of its rows that were looked at, descending
   * @param points one a cluster: of which point each of these silhouettes is
   */
  public record Separation(double silhouette, int rows, double daviesBouldin, double calinskiHarabasz,
      List<float[]> ofRows, List<int[]> points) {
    public Separation {
      ofRows = List.copyOf(ofRows);
      points = List.copyOf(points);
    }
  }

  public int k() {
    return partition.k();
  }

  public OptionalInt recommended() {
    return choice == null ? OptionalInt.empty() : choice.recommended();
  }

  public MixedPoints points() {
    return prepared.points();
  }

  /** The cluster of a point, from 1, or 0 for none. */
  public int clusterOfPoint(int point) {
    int label = partition.labels()[point];
    return label == Partition.NOISE ? 0 : numberOf[label];
  }

  /** How many rows take part and are in no cluster. */
  public int noise() {
    int noise = 0;
    for (int label : partition.labels()) {
      noise += label == Partition.NOISE ? 1 : 0;
    }
    return noise;
  }
}
