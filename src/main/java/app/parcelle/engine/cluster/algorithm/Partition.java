package app.parcelle.engine.cluster.algorithm;

import java.util.List;

/**
 * What an algorithm found.
 *
 * @param k how many clusters; 0 where all is noise
 * @param labels one a row: 0 to k - 1, or {@link #NOISE}
 * @param model by which a new row is assigned
 * @param details what the algorithm knows beside
 */
public record Partition(int k, int[] labels, Model model, List<Detail> details) {
  /** The label of a row that is in no cluster. */
  public static final int NOISE = -1;

  public Partition {
    details = List.copyOf(details);
  }

  /** What an algorithm knows beside the labels. */
  public sealed interface Detail {
    /** @param value the sum of squared distances to the centres */
    record Inertia(double value) implements Detail {}

    /** @param cost the sum of the distances to the medoids or prototypes */
    record Cost(double cost) implements Detail {}

    /** @param bic Bayesian information criterion, less is better */
    record Likelihood(double logLikelihood, double bic) implements Detail {}

    /** The tree from which the clusters were cut. */
    record Tree(Dendrogram dendrogram) implements Detail {}

    /**
     * @param eps the radius used
     * @param kDistances of each row (or of a sample) to its {@code minPoints}th neighbour, ascending
     */
    record Radius(double eps, int minPoints, float[] kDistances) implements Detail {}

    /**
     * How firmly rows are in their clusters.
     *
     * @param strength one a row, 1 in the dense middle of its cluster, 0 for noise
     * @param outlying one a row, from 0 to 1: how thin its place is beside the densest of where it belongs (GLOSH)
     */
    record Belonging(float[] strength, float[] outlying) implements Detail {}

    /** The algorithm looked at so many rows only; the others were assigned by the model. */
    record Sample(int rows) implements Detail {}
  }
}
