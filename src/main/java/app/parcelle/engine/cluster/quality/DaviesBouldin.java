package app.parcelle.engine.cluster.quality;

/**
 * How much clusters overlap with the neighbour that is worst for them; less is better, 0 at best (Davies and Bouldin, <i>A
 * cluster separation measure</i>, IEEE Transactions on Pattern Analysis and Machine Intelligence 1, 1979).
 */
public final class DaviesBouldin {
  /** Radii below that are none, as in scikit-learn. */
  private static final double NOTHING = 1e-8;

  private DaviesBouldin() {}

  /**
   * The mean, over the clusters, of the largest sum of two radii divided by the distance of their centres. Centres at the same
   * place are not compared.
   *
   * @return NaN for fewer than two clusters
   */
  public static double of(Groups groups) {
    if (groups.filled() < 2) {
      return Double.NaN;
    }
    double sum = 0;
    boolean wide = false;
    boolean apart = false;
    for (int one = 0; one < groups.sizes().length; one++) {
      double worst = 0;
      for (int other = 0; other < groups.sizes().length; other++) {
        if (groups.sizes()[one] > 0 && groups.sizes()[other] > 0) {
          double distance = Math.sqrt(groups.squared(one, other));
          wide |= groups.radii()[one] > NOTHING;
          apart |= distance > NOTHING;
          worst = distance == 0
              ? worst
              : Math.max(worst, (groups.radii()[one] + groups.radii()[other]) / distance);
        }
      }
      sum += worst;
    }
    return wide && apart ? sum / groups.filled() : 0;
  }
}
