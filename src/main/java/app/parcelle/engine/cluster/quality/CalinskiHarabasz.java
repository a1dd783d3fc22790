package app.parcelle.engine.cluster.quality;

/**
 * The variance between clusters divided by that within them, each by its degrees of freedom; more is better (Caliński and
 * Harabasz, <i>A dendrite method for cluster analysis</i>, Communications in Statistics 3, 1974).
 */
public final class CalinskiHarabasz {
  private CalinskiHarabasz() {}

  /**
   * @return NaN for fewer than two clusters or when every row is a cluster; 1 when the rows of each cluster are equal, as in
   *     scikit-learn
   */
  public static double of(Groups groups) {
    int k = groups.filled();
    int rows = groups.rows();
    if (k < 2 || k == rows) {
      return Double.NaN;
    }
    return groups.within() == 0 ? 1 : groups.between() * (rows - k) / (groups.within() * (k - 1));
  }
}
